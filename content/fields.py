"""The StreamField of this project."""

import json
from collections.abc import Sequence
from typing import Any

from django.db import models
from wagtail import fields
from wagtail.blocks import StreamValue

# Wagtail makes a field of its own for each value that is read.
_JSON = models.JSONField()


class StreamField(fields.StreamField):
    """A StreamField whose row can be read whatever JSON stands in its column.

    Wagtail raises where the JSON is of another form than a list of blocks, so one row that a
    script spoilt would keep a listing, an editor and the whole bake from being read. Here such a
    value is empty and keeps what was stored in ``raw_text``, as Wagtail does with text that is
    no JSON; saving it writes that back. The name is Wagtail's, because migrations and the
    settings of django-modeltranslation know it by that name.
    """

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> StreamValue:
        """Return the blocks, or an empty value with what was stored in ``raw_text``."""
        stored = _JSON.from_db_value(value, expression, connection)
        if not stored or _is_list_of_blocks(stored):
            stream = self.to_python(stored)
            # Wagtail drops what it does not know; whoever checks a stored text asks what that was.
            stream.unknown_blocks = self._unknown(stored or ())
            return stream
        unreadable = self.to_python(None)
        unreadable.raw_text = stored if isinstance(stored, str) else json.dumps(stored)
        return unreadable

    def _unknown(self, stored: Sequence[dict[str, Any]]) -> tuple[tuple[int, str], ...]:
        known = self.stream_block.child_blocks
        return tuple(
            (number, block["type"])
            for number, block in enumerate(stored, start=1)
            if block["type"] not in known
        )

    def deconstruct(self) -> Any:
        """Return Wagtail's own description: in a migration the two are the same."""
        name, _path, arguments, options = super().deconstruct()
        return name, "wagtail.fields.StreamField", arguments, options


def _is_list_of_blocks(stored: Any) -> bool:
    return isinstance(stored, list) and all(
        isinstance(block, dict) and isinstance(block.get("type"), str) and "value" in block
        for block in stored
    )
