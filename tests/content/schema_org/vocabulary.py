"""Holds JSON-LD against the vocabulary of schema.org."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+|mailto:\S+")
_OF_TEXTS = {"Text", "PronounceableText", "CssSelectorType", "XPathType", "URL"}
_KEYWORDS = {"@context", "@graph", "@id", "@type", "@language", "@value"}


@cache
def _rows(name: str) -> dict[str, list[list[str]]]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0]: [part.split() for part in line.split("\t")[1:]] for line in lines}


@cache
def lineage(kind: str) -> frozenset[str]:
    """Return a type with everything that it is a kind of."""
    (parents,) = _rows("types.tsv")[kind]
    return frozenset({kind}.union(*(lineage(parent) for parent in parents if parent in _rows("types.tsv"))))


def faults(data: Any, place: str = "") -> Iterator[str]:
    """Yield a sentence for each thing in a JSON-LD document that schema.org does not know."""
    if isinstance(data, list):
        for number, one in enumerate(data):
            yield from faults(one, f"{place}[{number}]")
    elif isinstance(data, dict):
        yield from _of_node(data, place)


def _of_node(node: dict[str, Any], place: str) -> Iterator[str]:
    if "@graph" in node:
        yield from faults(node["@graph"], "@graph")
        return
    kinds = node.get("@type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    unknown = [kind for kind in kinds if kind not in _rows("types.tsv")]
    yield from (f"{place}: there is no type {kind}." for kind in unknown)
    if unknown or not kinds:
        if not kinds and node.keys() != {"@id"}:
            yield f"{place}: an object without a type."
        return
    for name, value in node.items():
        if name in _KEYWORDS:
            continue
        yield from _of_property(kinds, name, value, f"{place}/{'+'.join(kinds)}.{name}")


def _of_property(kinds: list[str], name: str, value: Any, place: str) -> Iterator[str]:
    known = _rows("properties.tsv").get(name)
    if known is None:
        yield f"{place}: there is no such property."
        return
    domain, expected = known
    if not any(lineage(kind).intersection(domain) for kind in kinds):
        yield f"{place}: belongs to {', '.join(domain)}."
    for one in value if isinstance(value, list) else [value]:
        if not _is_plausible(one, set(expected)):
            yield f"{place}: {one!r} is none of {', '.join(expected)}."
        yield from faults(one, place)


def _is_plausible(value: Any, expected: set[str]) -> bool:
    if isinstance(value, dict):
        kinds = value.get("@type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        known = [kind for kind in kinds if kind in _rows("types.tsv")]
        # What is only pointed at has its type elsewhere.
        return value.keys() == {"@id"} or any(lineage(kind) & expected for kind in known)
    if isinstance(value, bool):
        return "Boolean" in expected
    if isinstance(value, int | float):
        return any("Number" in lineage(kind) for kind in expected)
    return isinstance(value, str) and _is_plausible_text(value, expected)


def _is_plausible_text(value: str, expected: set[str]) -> bool:
    if not value:
        return False
    member = value.removeprefix("https://schema.org/")
    if member != value:
        return member in _rows("types.tsv") and bool(lineage(member) & expected)
    if expected & {"Date", "DateTime"} and _ISO_DAY.fullmatch(value):
        return True
    if _ADDRESS.fullmatch(value):
        # An address stands for the thing that it leads to.
        return bool(expected & _OF_TEXTS) or not expected <= {
            "Date",
            "DateTime",
            "Number",
            "Integer",
            "Boolean",
        }
    return bool(expected & (_OF_TEXTS - {"URL"})) or ("Duration" in expected and value.startswith("P"))
