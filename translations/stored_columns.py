"""What stands in the columns of translated objects, whether it can be read or not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast
from wagtail.fields import StreamField
from wagtail.models import AbstractPage

from media.multilingual import TARGET_LANGUAGES, localized, translated_fields


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The text of a column that should be JSON and is none."""

    text: str


@dataclass(frozen=True, slots=True)
class StoredRow:
    """The derived columns of one object, by name: a text, StreamField data, or `Unreadable`.

    They come past the fields of the models: a StreamField leaves out the blocks that it
    does not know, and here these must be seen.
    """

    pk: int
    columns: Mapping[str, Any]


def own_rows(model: type[models.Model]) -> models.QuerySet[Any]:
    """Return the objects of exactly this kind: a page is a row of its base as well."""
    rows = model._base_manager.all()
    if issubclass(model, AbstractPage):
        return rows.filter(content_type=ContentType.objects.get_for_model(model))
    return rows


def stored_rows(model: type[models.Model], *, size: int) -> Iterator[list[StoredRow]]:
    """Yield the rows of *model* in batches of at most *size*, in order of their primary keys.

    Each batch is one query of its own, so that no transaction and no cursor stays open.
    """
    last = None
    while batch := _rows(own_rows(model), model, last, size):
        yield batch
        last = batch[-1].pk


def stored_row(model: type[models.Model], pk: int) -> StoredRow | None:
    """Return the row of one object, or None where it is gone."""
    found = _rows(own_rows(model).filter(pk=pk), model, None, 1)
    return found[0] if found else None


def _rows(
    rows: models.QuerySet[Any], model: type[models.Model], behind: int | None, size: int
) -> list[StoredRow]:
    if behind is not None:
        rows = rows.filter(pk__gt=behind)
    names = translated_fields(model)
    streams = {name for name in names if isinstance(model._meta.get_field(name), StreamField)}
    columns = {localized(name, language): name in streams for language in TARGET_LANGUAGES for name in names}
    wanted = [Cast(column, models.TextField()) if stream else column for column, stream in columns.items()]
    found = rows.order_by("pk").values_list("pk", *wanted)[:size]
    return [
        StoredRow(
            pk,
            {
                column: _parsed(value) if stream else value
                for (column, stream), value in zip(columns.items(), values, strict=True)
            },
        )
        for pk, *values in found
    ]


def _parsed(text: str | None) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return Unreadable(text or "")
