"""Saying what is wrong with a page that cannot be rendered, or that lost something it shows."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.template.loader import render_to_string
from wagtail.blocks import ChooserBlock, StreamValue, StructValue
from wagtail.rich_text import RichText

from content.models import PortalPage
from deploy.bake.objects import held
from media.multilingual import localized, translated_fields
from translations import sources
from translations.segments.shapes import CorruptValue


def flaw(page: PortalPage, language: str) -> CorruptValue | None:
    """Return what is wrong with the form of a stored text of *page*; None where all is sound."""
    try:
        sources.check(page, language)
    except CorruptValue as error:
        return error
    return None


def broken_block(page: PortalPage, language: str) -> str:
    """Return which block of *page* cannot be rendered, if it is one: read and rendered one by one."""
    for name, stream in _streams(page, language):
        for number, stored in enumerate(list(stream.raw_data), start=1):
            try:
                (alone,) = stream.stream_block.bulk_to_python([[stored]])
                for child in alone:
                    render_to_string("content/includes/body.html", {"body": [child], "page": page})
            except Exception as error:  # noqa: BLE001 - whatever a block raises is what is looked for
                return f"{name}, block {number} ({stored.get('type')}): {error}"
    return ""


def lost(page: PortalPage, language: str) -> Iterator[str]:
    """Yield a sentence for each object that a block of *page* names and that is not there any more."""
    for name, stream in _streams(page, language):
        for value, block in _structs(stream):
            for part, child in block.child_blocks.items():
                if isinstance(child, ChooserBlock) and child.required and value.get(part) is None:
                    yield f"{name}: a {part} that it shows does not exist any more; it is left out."


def _streams(page: PortalPage, language: str) -> Iterator[tuple[str, StreamValue]]:
    for name in translated_fields(type(page)):
        value = getattr(page, localized(name, language))
        if isinstance(value, StreamValue):
            yield name, value


def _structs(value: Any) -> Iterator[tuple[StructValue, Any]]:
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, StructValue):
            yield one, one.block
        if not isinstance(one, str | RichText | Model):
            pending.extend(held(one))
