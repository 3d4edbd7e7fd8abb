"""The glossary as TBX (ISO 30042), of which TBX-Basic is written and versions 2 and 3 are read.

One entry is one concept. Each of its Vietnamese terms becomes a term of the glossary. In
the other languages the preferred term is the translation, else the first; deprecated and
superseded ones are forbidden. What is ours alone stands in ``<admin type="x-…">``.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from translations.exchange import bounded_xml
from translations.exchange.bounded_xml import XML_LANG, Garbled, Opened, TooLarge
from translations.exchange.term_rows import (
    LANGUAGES,
    NO,
    YES,
    BadRow,
    Found,
    PassedOver,
    StoredTerm,
    TermRow,
    Value,
    day,
    is_doubtful,
    lines,
)

SOURCE_LANGUAGE = "vi"

_ROOTS = frozenset({"martif", "tbx"})
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGE_SECTIONS = frozenset({"langSet", "langSec"})
_TERM_SECTIONS = frozenset({"tig", "ntig", "termSec"})
_STATUSES = frozenset({"administrativeStatus", "normativeAuthorization"})
_KIND, _LOCKED, _APPROVED = "x-kind", "x-locked", "x-approved"
_DATES = {"x-valid-from": "valid_from", "x-valid-to": "valid_to"}
_PREFERRED, _DEPRECATED = "preferredTerm-admn-sts", "deprecatedTerm-admn-sts"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tbx style="dca" type="TBX-Basic" xml:lang="vi" xmlns="urn:iso:std:iso:30042:ed-2">\n'
    "  <tbxHeader><fileDesc><sourceDesc><p>The portal's glossary</p></sourceDesc></fileDesc></tbxHeader>\n"
    "  <text><body>\n"
)
_TAIL = "  </body></text>\n</tbx>\n"


@dataclass
class _Names:
    """The terms of one language in an entry."""

    preferred: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)

    @property
    def allowed(self) -> list[str]:
        return [*self.preferred, *self.others]

    def take_all(self, language: Element) -> None:
        """Add the terms of a ``<langSet>`` or ``<langSec>``."""
        for section in language:
            if section.tag in _TERM_SECTIONS:
                self._take(section)

    def _take(self, section: Element) -> None:
        term = _text(section.find(".//term"))
        status = _status(section)
        if not term:
            return
        if status.startswith(("deprecated", "superseded", "obsolete")):
            self.forbidden.append(term)
        elif status.startswith("preferred"):
            self.preferred.append(term)
        else:
            self.others.append(term)


def read(file: IO[bytes]) -> Iterator[Found]:
    """Yield what each entry says, in the order of the file.

    Raises:
        Garbled: the file is no TBX or cannot be read to its end.
    """
    is_root = True
    for found in bounded_xml.read(file, _ENTRIES):
        if is_root and not (isinstance(found, Opened) and found.name in _ROOTS):
            name = found.name if isinstance(found, Opened) else "an entry"
            raise Garbled(found.line, f"The file is not TBX: it begins with {name}.")
        is_root = False
        if isinstance(found, TooLarge):
            yield BadRow(found.line, "It is too large to be one entry of a glossary.")
        elif not isinstance(found, Opened):
            yield from _entry(found.element, found.line)


def _entry(entry: Element, line: int) -> Iterator[Found]:
    names: dict[str, _Names] = {}
    for section in entry:
        if section.tag not in _LANGUAGE_SECTIONS:
            continue
        code = _code(section.get(XML_LANG) or section.get("lang") or "")
        if code in {SOURCE_LANGUAGE, *LANGUAGES}:
            names.setdefault(code, _Names()).take_all(section)
        else:
            yield PassedOver(code)
    vietnamese = names.pop(SOURCE_LANGUAGE, _Names()).allowed
    if not vietnamese:
        yield BadRow(line, "It holds no Vietnamese term that may be used.")
        return
    said = {element.get("type", ""): _text(element) for element in entry.findall("admin")}
    try:
        values = {**_translations(names), **_described_by(said), **_note(entry, names)}
    except ValueError as error:
        yield BadRow(line, str(error), vietnamese[0])
        return
    doubtful = said[_APPROVED] == NO if _APPROVED in said else is_doubtful(str(values.get("note", "")))
    for term in vietnamese:
        yield TermRow(line, term, values, doubtful)


def _code(language: str) -> str:
    return language.strip().lower().replace("_", "-").partition("-")[0]


def _translations(names: Mapping[str, _Names]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for language, found in names.items():
        if found.allowed:
            values[language] = found.allowed[0]
        if found.forbidden:
            values[f"forbidden_{language}"] = lines(found.forbidden)
    return values


def _described_by(said: Mapping[str, str]) -> dict[str, Value]:
    values: dict[str, Value] = {
        column: day(said[name], column) for name, column in _DATES.items() if name in said
    }
    if said.get(_KIND):
        values["kind"] = said[_KIND]
    if _LOCKED in said:
        values["locked"] = said[_LOCKED] == YES
    return values


def _note(entry: Element, names: Mapping[str, _Names]) -> dict[str, Value]:
    """Return the notes of an entry, and in them every other term that a language may use."""
    written = [(note.text or "").strip() for note in entry.findall("note")]
    for language in LANGUAGES:
        others = names.get(language, _Names()).allowed[1:]
        if others:
            written.append(f"{language} also {', '.join(others)}")
    note = unicodedata.normalize("NFC", "\n".join(filter(None, written)))
    return {"note": note} if note else {}


def _status(section: Element) -> str:
    """Return what a term's section says of its use, as data category (DCA) or as an element (DCT)."""
    for element in section.iter():
        if element.tag in _STATUSES or element.get("type") in _STATUSES:
            return _text(element).lower()
    return ""


def _text(element: Element | None) -> str:
    words = "" if element is None else "".join(element.itertext())
    return " ".join(unicodedata.normalize("NFC", words).split())


def written(terms: Iterable[StoredTerm]) -> Iterator[str]:
    """Yield the pieces of a TBX-Basic document; the same terms always give the same text."""
    yield _HEAD
    for number, term in enumerate(terms, start=1):
        yield f'    <conceptEntry id="c{number}">\n'
        yield from _described(term)
        yield from _section(SOURCE_LANGUAGE, term.vi, ())
        for language in LANGUAGES:
            translation, forbidden = term.translations.get(language, ""), term.forbidden.get(language, ())
            if translation or forbidden:
                yield from _section(language, translation, forbidden)
        yield "    </conceptEntry>\n"
    yield _TAIL


def _described(term: StoredTerm) -> Iterator[str]:
    described = {
        _KIND: term.kind,
        _LOCKED: YES if term.locked else NO,
        "x-valid-from": term.valid_from.isoformat() if term.valid_from else "",
        "x-valid-to": term.valid_to.isoformat() if term.valid_to else "",
        _APPROVED: YES if term.approved else NO,
    }
    for name, value in described.items():
        if value:
            yield f"      <admin type={quoteattr(name)}>{escape(value)}</admin>\n"
    if term.note:
        yield f"      <note>{_escaped(term.note)}</note>\n"


def _section(language: str, name: str, forbidden: Sequence[str]) -> Iterator[str]:
    yield f'      <langSec xml:lang="{language}">\n'
    statuses = [(name, _PREFERRED)] if name else []
    for term, status in [*statuses, *((other, _DEPRECATED) for other in forbidden)]:
        yield (
            f"        <termSec><term>{_escaped(term)}</term>"
            f'<termNote type="administrativeStatus">{status}</termNote></termSec>\n'
        )
    yield "      </langSec>\n"


def _escaped(text: str) -> str:
    # A reader of XML would turn a bare carriage return into a newline.
    return escape(text, {"\r": "&#13;"})
