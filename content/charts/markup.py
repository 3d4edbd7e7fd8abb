"""From what matplotlib writes to an ``svg`` element that may stand in a page.

No prolog, no metadata, no style attributes (the pages' policy forbids them), no colours: a colour of the
drawing stands for a role, and becomes a class that the style sheet colours in light and dark.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, tostring

from defusedxml.ElementTree import fromstring

# A role in the drawing, as the colour that stands for it.
INK, GRID, PAPER = "#000001", "#000002", "#000003"
SERIES = ("#000011", "#000012", "#000013", "#000014")
_ROLES = MappingProxyType(
    {INK: "ink", GRID: "grid", PAPER: "paper", **{colour: str(at) for at, colour in enumerate(SERIES, 1)}}
)
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_KEPT = ("d", "x", "y")
_PRESENTATION = ("stroke-width", "stroke-dasharray", "text-anchor")
_NUMBER = re.compile(r"-?\d+\.\d+")
_COLOURS = MappingProxyType({"fill": "f", "stroke": "s"})


def finished(drawing: str, words: Sequence[str], *, key: str, title: str, description: str) -> str:
    """Return *drawing* for a page. A text ``3`` in it becomes the fourth of *words*.

    *key* begins the ids; *title* and *description* are what is read aloud in place of the drawing.
    """
    source = fromstring(drawing)
    root = Element(
        "svg",
        {
            "class": "drawing",
            "viewBox": source.attrib["viewBox"],
            "role": "img",
            "aria-labelledby": f"{key}-title {key}-text",
        },
    )
    SubElement(root, "title", {"id": f"{key}-title"}).text = title
    SubElement(root, "desc", {"id": f"{key}-text"}).text = description
    names: dict[str, str] = {}
    for element in _drawn(source):
        _carry(element, root, words, names, key)
    return tostring(root, encoding="unicode")


def _drawn(source: Element) -> Iterator[Element]:
    """Return what leaves a trace on paper, and the markers that are used by name."""
    for element in source.iter():
        if element.tag in {_SVG + "path", _SVG + "use", _SVG + "text"}:
            yield element


def _carry(element: Element, root: Element, words: Sequence[str], names: dict[str, str], key: str) -> None:
    name = element.tag.removeprefix(_SVG)
    style = _declarations(element.get("style", ""))
    attributes = {kept: _short(element.attrib[kept]) for kept in _KEPT if kept in element.attrib}
    parent = root
    if name == "path" and "id" in element.attrib:
        names[element.attrib["id"]] = attributes["id"] = f"{key}-{len(names)}"
        SubElement(SubElement(parent, "defs"), name, attributes)
        return
    if name == "use":
        attributes["href"] = "#" + names[element.attrib[_HREF].removeprefix("#")]
    classes = " ".join(_classes(style))
    if classes:
        attributes["class"] = classes
    attributes |= {kept: style[kept] for kept in _PRESENTATION if kept in style}
    drawn = SubElement(parent, name, attributes)
    if name == "text":
        drawn.text = words[int(element.text or "")]


def _declarations(style: str) -> Mapping[str, str]:
    pairs = (part.partition(":") for part in style.split(";") if ":" in part)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _classes(style: Mapping[str, str]) -> Iterator[str]:
    for name, letter in _COLOURS.items():
        colour = style.get(name, "")
        if colour in _ROLES:
            yield f"{letter}-{_ROLES[colour]}"
        elif name == "fill" and colour == "none":
            yield "f-none"


def _short(value: str) -> str:
    """Return coordinates with one decimal: a tenth of a pixel is not seen."""
    rounded = _NUMBER.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), value)
    return " ".join(rounded.replace("-0 ", "0 ").split())
