"""Dates that two readers read as two days, in text that people see.

The rule. A date is written with the name of its month, or with the word for one: "1 tháng 7 năm 2025",
"1 July 2025", "2025年7月1日", "2025년 7월 1일". Flagged is what could be a day in figures alone, in every
language, since the same page is read by people who put the month first and by those who put it last:

- day, month and year in either order, with a slash, a full stop or a hyphen between them: 1/7/2025,
  7/1/25, 4.2.2025, 01-07-2025; and the year first, 2025/7/1, 2025. 7. 1, 2025-07-01, which is for programs;
- day and month without a year, where words say that they are a day: "ngày 1/3", "từ 1/3 đến 30/9".

Not flagged is what has one reading: a month and its year (5/2025), a year to a year (2021-2022), the number
of a document, in which letters follow (88/QĐ-TTg, 143/2025/QH15), a fraction, and what stands in an address.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from unicodedata import normalize

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_BEFORE = r"(?<![\w/.,:+-])"
_AFTER = r"(?![\w/-]|[.,:]\d)"
_IN_FIGURES = re.compile(
    rf"{_BEFORE}(?:{_DAY}(?P<one>[/.-]){_DAY}(?P=one){_YEAR}"
    rf"|{_DAY}(?P<two>[/-]){_DAY}(?P=two)\d\d"
    rf"|{_YEAR}(?P<three>[/.-] ?){_DAY}(?P=three){_DAY}){_AFTER}"
)
# Letters of Japanese and Korean follow a figure without a space, and are no part of a number.
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_A_SPAN = re.compile(
    rf"\btừ\s+{_DAY}/{_DAY}\s+(?:đến|tới)\s+(?:ngày\s+)?{_DAY}/{_DAY}{_AFTER}", re.IGNORECASE
)
_A_DAY = re.compile(rf"\b(?:ngày|mùng|mồng)\s+{_DAY}/{_DAY}{_AFTER}", re.IGNORECASE)
_ADDRESS = re.compile(r"\S*://\S+|\S+@\S+")

_UNSEEN = frozenset({"script", "style", "template"})
_READ_OUT = frozenset({"alt", "title", "aria-label", "placeholder", "label"})
_DESCRIBING = frozenset({"description", "og:title", "og:description", "og:site_name"})


def short_dates(text: str) -> list[str]:
    """Return the ambiguous dates of *text*, in order."""
    plain = _CJK.sub(" ", _ADDRESS.sub(" ", normalize("NFKC", text).replace("–", "-")))
    found = [(one.start(), one[0]) for rule in (_IN_FIGURES, _A_SPAN, _A_DAY) for one in rule.finditer(plain)]
    return [said for _start, said in sorted(found)]


class Seen(HTMLParser):
    """Everything of a page that is seen or read out, one piece after another, in `pieces`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self.pieces += _said_by(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)


def _said_by(tag: str, attributes: dict[str, str | None]) -> Iterator[str]:
    yield from (value for name, value in attributes.items() if name in _READ_OUT and value)
    if tag == "meta" and {attributes.get("name"), attributes.get("property")} & _DESCRIBING:
        yield attributes.get("content") or ""
