"""Reading an uploaded vector file as plain geometry. What is anything else is refused, never cleaned.

The rules: SVG 2 (W3C) for the elements and the grammar of path data; nothing that can load, run,
link or style may pass.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

LARGEST = 500_000
"""Bytes of the largest file that is taken."""

_MOST_SHAPES = 2000
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?"
_PATH = re.compile(rf"\s*[Mm](?:{_NUMBER}|[MmLlHhVvCcSsQqTtAaZz]|[\s,])*")
_POINTS = re.compile(rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER}|(?=[+-]){_NUMBER})*\s*")
_VIEW_BOX = re.compile(rf"\s*({_NUMBER})[\s,]+({_NUMBER})[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*")
_SHAPES = MappingProxyType(
    {"path": ("d", _PATH), "polygon": ("points", _POINTS), "polyline": ("points", _POINTS)}
)
# Besides its geometry an element may have a name, which is dropped.
_IGNORED = frozenset({"id"})
_OF_THE_ROOT = frozenset({"viewBox", "width", "height", "version", "id"})


class UnfitOutline(ValueError):
    """A file cannot be an outline; the text is a sentence for whoever uploaded it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Shapes as (element, geometry), such as ``("path", "M0 0L9 9")``, in the frame of *view_box*."""

    view_box: tuple[float, float, float, float]
    shapes: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, Any]:
        """Return what a JSON column keeps."""
        return {"view_box": list(self.view_box), "shapes": [list(shape) for shape in self.shapes]}


def read_outline(data: bytes) -> Outline:
    """Return the geometry of an SVG file.

    Raises:
        UnfitOutline: it is too large, no SVG, or holds anything but plain geometry.
    """
    if len(data) > LARGEST:
        raise UnfitOutline(_("The file is larger than 500 kB. Simplify its lines."))
    root = _parsed(data)
    if root.tag != f"{_NAMESPACE}svg":
        raise UnfitOutline(_("The file is no SVG: its first element is <%(name)s>.") % {"name": _name(root)})
    _refuse_others(root, _OF_THE_ROOT)
    shapes = tuple(_shapes(root))
    if not shapes:
        raise UnfitOutline(_("The file holds no lines: it has no <path>, <polygon> or <polyline>."))
    if len(shapes) > _MOST_SHAPES:
        raise UnfitOutline(_("The file holds more than 2000 lines. Join or simplify them."))
    return Outline(_view_box(root.get("viewBox", "")), shapes)


def _parsed(data: bytes) -> Element:
    try:
        return fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as refusal:
        raise UnfitOutline(
            _("The file declares a document type or entities (<!DOCTYPE>). Save it without.")
        ) from refusal
    except (ParseError, ValueError, LookupError) as refusal:
        raise UnfitOutline(_("The file cannot be read as SVG.")) from refusal


def _shapes(parent: Element) -> Iterator[tuple[str, str]]:
    pending = list(reversed(list(parent)))
    while pending:
        element = pending.pop()
        name = _name(element)
        if name == "g":
            _refuse_others(element, _IGNORED)
            pending.extend(reversed(list(element)))
        else:
            yield _shape(element, name)


def _shape(element: Element, name: str) -> tuple[str, str]:
    if name not in _SHAPES or not element.tag.startswith(_NAMESPACE):
        raise UnfitOutline(
            _("The file holds <%(name)s>. Only <g>, <path>, <polygon> and <polyline> are taken.")
            % {"name": name}
        )
    attribute, grammar = _SHAPES[name]
    _refuse_others(element, _IGNORED | {attribute})
    geometry = element.get(attribute, "")
    if not grammar.fullmatch(geometry):
        raise UnfitOutline(
            _("The attribute %(attribute)s of <%(name)s> holds something else than geometry.")
            % {"attribute": attribute, "name": name}
        )
    if len(element):
        raise UnfitOutline(
            _("<%(name)s> holds <%(inner)s>. A line cannot hold other elements.")
            % {"name": name, "inner": _name(element[0])}
        )
    return name, " ".join(geometry.split())


def _refuse_others(element: Element, known: frozenset[str]) -> None:
    """Refuse attributes besides the *known* ones, and text."""
    for attribute in element.attrib:
        if attribute not in known:
            raise UnfitOutline(
                _("<%(name)s> has the attribute %(attribute)s. Remove it: only plain geometry is taken.")
                % {"name": _name(element), "attribute": attribute.rpartition("}")[2]}
            )
    texts = (element.text, *(child.tail for child in element))
    if any(text and text.strip() for text in texts):
        raise UnfitOutline(
            _("<%(name)s> holds text. Only plain geometry is taken.") % {"name": _name(element)}
        )


def _view_box(written: str) -> tuple[float, float, float, float]:
    found = _VIEW_BOX.fullmatch(written)
    if found is None:
        raise UnfitOutline(_("<svg> needs a viewBox of four numbers."))
    left, top, width, height = (float(one) for one in found.groups())
    if width <= 0 or height <= 0:
        raise UnfitOutline(_("The viewBox of <svg> needs a width and a height above 0."))
    return left, top, width, height


def _name(element: Element) -> str:
    """Return the local name of an element; what is no element is a comment or an instruction."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else "!"
