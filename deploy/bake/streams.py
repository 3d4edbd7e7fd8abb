"""The blocks of many pages' bodies, read together.

A StreamField converts its blocks when somebody looks at them and asks the database for the
pictures, documents and pages in them: one query or more for each page in each language.
"""

import logging
from collections.abc import Iterable

from django.db import models
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.fields import StreamField

from media.multilingual import localized, translated_fields

logger = logging.getLogger(__name__)


def convert_together(pages: Iterable[tuple[models.Model, str]]) -> None:
    """Convert the streams of *pages* (of one kind, each with a language) with one query per kind of object.

    Where a stored block cannot be converted all pages stay as they are, so that the one
    with the bad block fails by itself when it is rendered.
    """
    held = list(pages)
    if not held:
        return
    model = type(held[0][0])
    for name in translated_fields(model):
        field = model._meta.get_field(name)
        if isinstance(field, StreamField):
            columns = [(page, localized(name, language)) for page, language in held]
            _convert(field.stream_block, columns)


def _convert(block: StreamBlock, columns: list[tuple[models.Model, str]]) -> None:
    lazy = [
        (page, column, value)
        for page, column in columns
        if isinstance(value := getattr(page, column), StreamValue) and len(value)
    ]
    try:
        converted = block.bulk_to_python([value.raw_data for _page, _column, value in lazy])
    except Exception:
        logger.warning("Some blocks could not be read together; they are read page by page.", exc_info=True)
        return
    for (page, column, _value), stream in zip(lazy, converted, strict=True):
        setattr(page, column, stream)
