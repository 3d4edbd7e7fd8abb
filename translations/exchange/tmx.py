"""TMX 1.4: translation memories as other tools read and write them.

One ``<tu>`` is one Vietnamese text with its translations. Reading holds one unit at a time,
so a file may be of any size; what makes a file dangerous is refused in `bounded_xml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from translations.exchange import bounded_xml
from translations.exchange.bounded_xml import XML_LANG, Garbled, Opened, TooLarge
from translations.exchange.inline import UnknownInline, from_own, numbered, pieces, to_markup

SOURCE_LANGUAGE = "vi"
TARGET_LANGUAGES = ("en", "ja", "ko")

_ANY_SOURCE = "*all*"
_CONTEXT, _ORIGIN, _SAMPLE, _ONLY_FOR = "x-context", "x-origin", "x-sample", "x-only-for"
_OWN_CONTEXT = re.compile(r"\w+\.\w+")
_YES = "yes"
_TOOL = "portal"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tmx version="1.4">\n'
    '  <header creationtool="portal" creationtoolversion="1" segtype="paragraph" o-tmf="portal"'
    f' adminlang="en" srclang="{SOURCE_LANGUAGE}" datatype="html"/>\n'
    "  <body>\n"
)
_TAIL = "  </body>\n</tmx>\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``<tu>``: a Vietnamese text and its translations, all in segment form.

    Attributes:
        targets: (language, text), in the order of the file; a language may stand twice.
        context_key: where the text stands (``model.field``), empty for anywhere.
        origin: who was behind it where it was exported.
        sample: came with a demonstration.
        only_for: the one object that says it so (``app.model:pk``), empty for all.
        line: where the unit begins in the file, from 1; 0 for one that was not read.
    """

    source: str
    targets: tuple[tuple[str, str], ...]
    context_key: str = ""
    origin: str = ""
    sample: bool = False
    only_for: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A ``<tu>`` that gives no entry; *reason* is a whole sentence."""

    line: int
    reason: str


def written(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the pieces of a TMX document; the same entries always give the same text."""
    yield _HEAD
    for entry in entries:
        yield "".join(_unit(entry))
    yield _TAIL


def _unit(entry: Entry) -> Iterator[str]:
    yield "    <tu>\n"
    props = (
        (_CONTEXT, entry.context_key),
        (_ORIGIN, entry.origin),
        (_SAMPLE, _YES if entry.sample else ""),
        (_ONLY_FOR, entry.only_for),
    )
    for kind, value in props:
        if value:
            yield f'      <prop type="{kind}">{escape(value)}</prop>\n'
    for language, text in ((SOURCE_LANGUAGE, entry.source), *entry.targets):
        yield f"      <tuv xml:lang={quoteattr(language)}><seg>{to_markup(text)}</seg></tuv>\n"
    yield "    </tu>\n"


def read(file: IO[bytes]) -> Iterator[Entry | Unreadable]:
    """Yield each unit of a TMX file, of any version and in any encoding that XML can declare.

    Languages that the portal does not have are passed over.

    Raises:
        Garbled: the rest of the file cannot be read.
    """
    is_own, is_root = False, True
    for found in bounded_xml.read(file, {"tu"}):
        if isinstance(found, Opened):
            _check_place(found, is_root=is_root)
            is_own = is_own or (found.name == "header" and found.attributes.get("creationtool") == _TOOL)
        elif is_root:
            raise Garbled(found.line, "The file is not TMX: it begins with <tu>.")
        elif isinstance(found, TooLarge):
            yield Unreadable(found.line, "It is too large to be one translated text.")
        else:
            yield _unit_read(found.element, found.line, is_own=is_own)
        is_root = False


def _check_place(found: Opened, *, is_root: bool) -> None:
    if is_root and found.name != "tmx":
        raise Garbled(found.line, f"The file is not TMX: it begins with <{found.name}>.")
    if found.name == "header" and not _is_from_vietnamese(found.attributes):
        language = found.attributes["srclang"]
        raise Garbled(found.line, f"The file translates from {language!r}; this memory is from Vietnamese.")


def _is_from_vietnamese(attributes: Mapping[str, str]) -> bool:
    language = attributes.get("srclang", SOURCE_LANGUAGE).strip()
    return language.lower() == _ANY_SOURCE or _code(language) == SOURCE_LANGUAGE


def _unit_read(unit: Element, line: int, *, is_own: bool) -> Entry | Unreadable:
    if not _is_from_vietnamese(unit.attrib):
        language = unit.attrib["srclang"]
        return Unreadable(line, f"It translates from {language!r}; this memory is from Vietnamese.")
    segs = [(_language(tuv), seg) for tuv in unit.findall("tuv") for seg in tuv.findall("seg")]
    source = next((seg for language, seg in segs if language == SOURCE_LANGUAGE), None)
    targets = [(language, seg) for language, seg in segs if language in TARGET_LANGUAGES]
    if source is None:
        return Unreadable(line, "It holds no Vietnamese text.")
    if not targets:
        return Unreadable(line, "It holds no English, Japanese or Korean text.")
    try:
        words, translations = _texts(source, [seg for _language, seg in targets], is_own=is_own)
    except UnknownInline as error:
        return Unreadable(line, str(error))
    if not words.strip():
        return Unreadable(line, "It holds no Vietnamese text.")
    languages = [language for language, _seg in targets]
    props = {prop.get("type", ""): (prop.text or "").strip() for prop in unit.findall("prop")}
    if not is_own and not _OWN_CONTEXT.fullmatch(props.get(_CONTEXT, "")):
        # Other tools keep the sentences before and after under this name.
        props.pop(_CONTEXT, "")
    return _entry(props, line, words, tuple(zip(languages, translations, strict=True)))


def _texts(source: Element, targets: Sequence[Element], *, is_own: bool) -> tuple[str, list[str]]:
    if is_own:
        return from_own(source), [from_own(target) for target in targets]
    words, translations = numbered(pieces(source), [pieces(target) for target in targets])
    # Other tools indent what stands in a <seg>.
    return words.strip(), [translation.strip() for translation in translations]


def _entry(props: Mapping[str, str], line: int, source: str, targets: tuple[tuple[str, str], ...]) -> Entry:
    return Entry(
        source,
        targets,
        context_key=props.get(_CONTEXT, ""),
        origin=props.get(_ORIGIN, ""),
        sample=props.get(_SAMPLE, "") == _YES,
        only_for=props.get(_ONLY_FOR, ""),
        line=line,
    )


def _language(tuv: Element) -> str:
    return _code(tuv.get(XML_LANG) or tuv.get("lang") or "")


def _code(language: str) -> str:
    return language.strip().replace("_", "-").partition("-")[0].lower()
