"""Whether a stored value has the form that its block says, without looking at its words. Pure."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from translations.segments.shapes import (
    Chosen,
    CorruptValue,
    Items,
    Plain,
    Rich,
    Shape,
    Stream,
    Struct,
    Table,
)

Part = tuple[Shape, Any, str]
"""A shape, the value that should have it, and where that is stored."""


Choice = tuple[str, int]
"""The label of a model, and a primary key."""


def check(shape: Shape, value: Any, key: str) -> set[Choice]:
    """Check *value*, which is stored under *key*, and return what was chosen in it; None is always sound.

    Raises:
        CorruptValue: it is of another form, or a block is of an unknown type.
    """
    chosen: set[Choice] = set()
    pending = [(shape, value, key)]
    while pending:
        one, held, place = pending.pop()
        if held is not None:
            pending.extend(_parts(one, held, place))
            if isinstance(one, Chosen):
                chosen.add((one.kind, held))
    return chosen


@singledispatch
def _parts(shape: Any, value: Any, key: str) -> Iterator[Part]:
    """Yield what *value* is made of, after a look at its own form."""
    return iter(())


@_parts.register
def _(shape: Plain | Rich, value: Any, key: str) -> Iterator[Part]:
    _require(value, str, key)
    return iter(())


@_parts.register
def _(shape: Chosen, value: Any, key: str) -> Iterator[Part]:
    _require(value, int, key)
    return iter(())


@_parts.register
def _(shape: Struct, value: Any, key: str) -> Iterator[Part]:
    values = _require(value, dict, key)
    return ((child, values.get(name), f"{key}.{name}") for name, child in shape.children.items())


@_parts.register
def _(shape: Items, value: Any, key: str) -> Iterator[Part]:
    for number, item in enumerate(_require(value, list, key), start=1):
        is_item = isinstance(item, dict) and item.get("type") == "item" and "value" in item
        yield shape.child, item["value"] if is_item else item, f"{key}, item {number}"


@_parts.register
def _(shape: Stream, value: Any, key: str) -> Iterator[Part]:
    for number, block in enumerate(_require(value, list, key), start=1):
        place = f"{key}, block {number}"
        if not isinstance(block, dict) or not isinstance(block.get("type"), str) or "value" not in block:
            raise CorruptValue(f"{place} has no type or no value.")
        if block["type"] not in shape.children:
            raise CorruptValue(f"{place} is of the unknown type {block['type']!r}.")
        yield shape.children[block["type"]], block["value"], f"{place} ({block['type']})"


@_parts.register
def _(shape: Table, value: Any, key: str) -> Iterator[Part]:
    table = _require(value, dict, key)
    columns = _require(table.get("columns") or [], list, key)
    kinds = [_require(column, dict, key).get("type") for column in columns]
    for number, row in enumerate(_require(table.get("rows") or [], list, key), start=1):
        cells = _require(_require(row, dict, key).get("values"), list, f"{key}, row {number}")
        if len(cells) != len(kinds) or not shape.columns.keys() >= set(kinds):
            raise CorruptValue(f"{key}, row {number} does not have the cells that its columns say.")
        for kind, cell in zip(kinds, cells, strict=True):
            yield shape.columns[str(kind)], cell, f"{key}, row {number}"


def _require(value: Any, kind: type, key: str) -> Any:
    if not isinstance(value, kind):
        raise CorruptValue(f"{key} should be of type {kind.__name__} and is of type {type(value).__name__}.")
    return value
