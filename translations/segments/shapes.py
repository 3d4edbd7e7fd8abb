"""What a stored value is made of, told without any CMS: the map extraction walks by.

A shape mirrors one field or StreamField block. ``walk`` finds the texts in a stored
value, ``compose`` puts translations back; both ask the shape, so whatever has a shape is
translated whole, at any depth.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from translations.segments import richtext
from translations.segments.placeholders import escape

Targets = Mapping[str, str]
"""Target text by segment key."""

_LINES = re.compile(r"(\r\n|\r|\n)")
_EDGES = re.compile(r"\A(\s*)(.*?)(\s*)\Z", re.DOTALL)
# Wagtail's ids are UUIDs; anything longer or with the key's own signs would make keys ambiguous.
_PLAIN_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A text found in a stored value; *key* says where, *source* is in placeholder form."""

    key: str
    source: str


class Shape(Protocol):
    """How to find and replace the texts of one kind of stored value."""

    def walk(self, value: Any, key: str) -> Iterator[Found]:
        """Yield the texts of *value* in reading order, their keys beginning with *key*."""
        ...

    def compose(self, value: Any, key: str, targets: Targets) -> Any:
        """Return *value* with its texts replaced; a text without a target stays as it is."""
        ...


class CorruptValue(ValueError):
    """A stored value is not of the form its block says; the text names the place."""


@dataclass(frozen=True)
class Opaque:
    """A value without words: a choice, a date, a reference."""

    def walk(self, value: Any, key: str) -> Iterator[Found]:
        """Yield nothing."""
        return iter(())

    def compose(self, value: Any, key: str, targets: Targets) -> Any:
        """Return *value* unchanged."""
        return value


@dataclass(frozen=True)
class Chosen(Opaque):
    """The primary key of another object; *kind* is its model's label, such as ``media.portalimage``."""

    kind: str


@dataclass(frozen=True)
class Plain:
    """Text without markup; each of its lines is a segment."""

    def walk(self, value: Any, key: str) -> Iterator[Found]:
        """Yield one text per line that has words."""
        for ordinal, part in enumerate(_lines(value, key)):
            words = _EDGES.match(part)
            if words and words[2]:
                yield Found(_line_key(key, ordinal), escape(words[2]))

    def compose(self, value: Any, key: str, targets: Targets) -> Any:
        """Replace line by line, keeping line ends and white space at the edges."""
        if value is None:
            return None
        return "".join(
            _compose_line(part, targets.get(_line_key(key, ordinal)))
            for ordinal, part in enumerate(_lines(value, key))
        )


@dataclass(frozen=True)
class Rich:
    """Stored HTML; each block of text is a segment."""

    def walk(self, value: Any, key: str) -> Iterator[Found]:
        """Yield one text per paragraph, list item or cell."""
        for ordinal, run in enumerate(
            part for part in richtext.split(_text(value, key)) if not isinstance(part, str)
        ):
            yield Found(f"{key}#{ordinal}", run.text)

    def compose(self, value: Any, key: str, targets: Targets) -> Any:
        """Replace run by run, keeping the markup around them."""
        if value is None:
            return None
        return richtext.compose(
            _text(value, key), lambda ordinal, run: targets.get(f"{key}#{ordinal}", run.text)
        )


@dataclass(frozen=True)
class Struct:
    """A group of named values."""

    children: Mapping[str, Shape]

    def walk(self, value: Any, key: str) -> Iterator[Found]:
        """Yield the texts of the children in declared order."""
        for name, shape in self._present(value, key):
            yield from shape.walk(value[name], f"{key}.{name}")

    def compose(self, value: Any, key: str, targets: Targets) -> Any:
        """Replace in each declared child; undeclared ones stay."""
        replaced = {
            name: shape.compose(value[name], f"{key}.{name}", targets)
            for name, shape in self._present(value, key)
        }
        return {**value, **replaced} if value is not None else None

    def _present(self, value: Any, key: str) -> Iterator[tuple[str, Shape]]:
        if value is None:
            return
        if not isinstance(value, dict):
            raise CorruptValue(f"{key} should be a group of values and is {type(value).__name__}.")
        for name, shape in self.children.items():
            if name in value:
                yield name, shape


@dataclass(frozen=True)
class Items:
    """A list of values of one shape, as Wagtail stores it (with or without ids)."""

    child: Shape

    def walk(self, value: Any, key: str) -> Iterator[Found]:
        """Yield the texts of each item."""
        for item, name in _named(_list(value, key)):
            yield from self.child.walk(item["value"] if _is_item(item) else item, f"{key}/{name}")

    def compose(self, value: Any, key: str, targets: Targets) -> Any:
        """Replace in each item."""
        if value is None:
            return None
        composed = []
        for item, name in _named(_list(value, key)):
            content = item["value"] if _is_item(item) else item
            new = self.child.compose(content, f"{key}/{name}", targets)
            composed.append({**item, "value": new} if _is_item(item) else new)
        return composed


@dataclass(frozen=True)
class Stream:
    """A list of blocks of named types; each block's id is its part of the key."""

    children: Mapping[str, Shape] = field(default_factory=dict)

    def walk(self, value: Any, key: str) -> Iterator[Found]:
        """Yield the texts of each block; a block of an unknown type has none."""
        for block, name in _named(_list(value, key)):
            yield from self._shape(block, f"{key}/{name}").walk(block["value"], f"{key}/{name}")

    def compose(self, value: Any, key: str, targets: Targets) -> Any:
        """Replace in each block."""
        if value is None:
            return None
        composed = []
        for block, name in _named(_list(value, key)):
            new = self._shape(block, f"{key}/{name}").compose(block["value"], f"{key}/{name}", targets)
            composed.append({**block, "value": new})
        return composed

    def _shape(self, block: Any, key: str) -> Shape:
        if not isinstance(block, dict) or "type" not in block or "value" not in block:
            raise CorruptValue(f"The block at {key} has no type or no value.")
        # Wagtail drops blocks of a type it no longer knows when it reads the field.
        return self.children.get(block["type"], Opaque())


@dataclass(frozen=True)
class Table:
    """Wagtail's typed table: headings, cells by column type, a caption."""

    columns: Mapping[str, Shape]

    def walk(self, value: Any, key: str) -> Iterator[Found]:
        """Yield caption, headings, then cells row by row."""
        yield from _TABLE_WORDS.walk(_table(value, key), key)
        for row, column, shape, cell in self._cells(value, key):
            yield from shape.walk(cell, f"{key}.{row}.{column}")

    def compose(self, value: Any, key: str, targets: Targets) -> Any:
        """Replace caption, headings and cells."""
        if value is None:
            return None
        composed = _TABLE_WORDS.compose(_table(value, key), key, targets)
        rows = [{**row, "values": list(row["values"])} for row in _list(value.get("rows"), key)]
        for row, column, shape, cell in self._cells(value, key):
            rows[row]["values"][column] = shape.compose(cell, f"{key}.{row}.{column}", targets)
        return {**composed, "rows": rows} if "rows" in value else composed

    def _cells(self, value: Any, key: str) -> Iterator[tuple[int, int, Shape, Any]]:
        if value is None:
            return
        try:
            kinds = [column["type"] for column in value.get("columns") or []]
            for row_number, row in enumerate(value.get("rows") or []):
                for column, (kind, cell) in enumerate(zip(kinds, row["values"], strict=True)):
                    yield row_number, column, self.columns.get(kind, Opaque()), cell
        except (KeyError, TypeError, ValueError) as error:
            raise CorruptValue(f"The table at {key} has rows that do not match its columns.") from error


_TABLE_WORDS = Struct({"caption": Plain(), "columns": Items(Struct({"heading": Plain()}))})


def _table(value: Any, key: str) -> Any:
    if value is not None and not isinstance(value, dict):
        raise CorruptValue(f"The table at {key} is {type(value).__name__}.")
    return value


def _text(value: Any, key: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise CorruptValue(f"{key} should be text and is {type(value).__name__}.")
    if _HALF_A_CHARACTER.search(value):
        raise CorruptValue(f"{key} holds half of a character, which no file can hold. Write that word again.")
    return value


def _lines(value: Any, key: str) -> list[str]:
    return _LINES.split(_text(value, key))


def _line_key(key: str, ordinal: int) -> str:
    # Line ends sit at the odd places of the split; a one-line text keeps the short key.
    return f"{key}#{ordinal // 2}" if ordinal else key


def _compose_line(part: str, target: str | None) -> str:
    words = _EDGES.match(part)
    if target is None or words is None or not words[2]:
        return part
    return words[1] + richtext.literal(target) + words[3]


def _list(value: Any, key: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise CorruptValue(f"{key} should be a list and is {type(value).__name__}.")
    return value


def _is_item(item: Any) -> bool:
    return isinstance(item, dict) and item.get("type") == "item" and "value" in item


def _named(values: list[Any]) -> Iterator[tuple[Any, str]]:
    """Yield each value with its part of the key: its id, or its place where that is missing or odd."""
    taken: set[str] = set()
    for index, value in enumerate(values):
        own = value.get("id") if isinstance(value, dict) else None
        name = own if isinstance(own, str) and _PLAIN_ID.fullmatch(own) else str(index)
        while name in taken:
            name += f"~{index}"
        taken.add(name)
        yield value, name
