"""Numbers that people typed as text, in Vietnamese (1.234,5) or English (1,234.5) style."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from content.sheets.sentences import BadCell, gettext_noop

MOST_DIGITS = 15
"""What Excel keeps of a number."""

NO_NUMBER = gettext_noop(
    "Cell %(cell)s holds “%(found)s”, which is no number: write digits, such as %(example)s."
)
AMBIGUOUS = gettext_noop(
    "Cell %(cell)s holds “%(found)s”, which can be read in two ways: write %(grouped)s or %(decimal)s."
)

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-"})
_FORM = re.compile(r"([+-]?)(\d+(?:[ .,]\d+)*)\Z")
_GROUP = 3


class Style(Enum):
    """Which sign stands before the decimals."""

    VIETNAMESE = ","
    ENGLISH = "."

    @property
    def grouping(self) -> str:
        """The sign between thousands."""
        return "." if self is Style.VIETNAMESE else ","


def style_of(text: str) -> Style | None:
    """Return the style that a typed number proves, None where it proves none or is no number."""
    body = _body(text)
    if body is None:
        return None
    signs = [sign for sign in body if sign in ".,"]
    if not signs:
        return None
    if len(set(signs)) > 1:
        return _proven(body, Style(signs[-1]))
    if len(signs) > 1:
        opposite = Style.ENGLISH if signs[0] == "," else Style.VIETNAMESE
        return _proven(body, opposite)
    return None if _is_ambiguous(body) else Style(signs[0])


def common_style(texts: Iterable[str]) -> Style | None:
    """Return the one style that the numbers of a column prove, None where there is none or more."""
    styles = {style for style in map(style_of, texts) if style is not None}
    return styles.pop() if len(styles) == 1 else None


def parsed(
    text: str, *, style: Style | None = None, is_whole: bool = False, example: str = "1234,5"
) -> Decimal:
    """Return the number that *text* writes.

    Args:
        style: how the other numbers of its column are written; decides where this one is ambiguous.
        is_whole: the column takes whole numbers only, so one sign can only stand between thousands.
        example: what the column takes, for the sentence.

    Raises:
        BadCell: it is no number, or can be read in two ways.
    """
    body = _body(text)
    if body is None or sum(map(str.isdigit, body)) > MOST_DIGITS:
        raise BadCell(NO_NUMBER, example=example)
    own = style_of(text)
    if own is None and is_whole:
        own = Style.VIETNAMESE if "." in body else Style.ENGLISH
    if own is None and _is_ambiguous(body):
        own = style
        if own is None:
            digits = body.replace(".", "").replace(",", "")
            before = re.split("[.,]", body)[0]
            raise BadCell(AMBIGUOUS, grouped=digits, decimal=f"{before},{digits[len(before) :]}0")
    value = _value(body, own or Style.VIETNAMESE)
    if value is None:
        raise BadCell(NO_NUMBER, example=example)
    return -value if text.translate(_SIGNS).strip().startswith("-") else value


def _body(text: str) -> str | None:
    matched = _FORM.match(text.translate(_SPACES).translate(_SIGNS).strip())
    return matched.group(2) if matched else None


def _is_ambiguous(body: str) -> bool:
    """Whether ``1.234`` stands there: a thousand and something, or one and something."""
    return re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", body) is not None


def _proven(body: str, style: Style) -> Style | None:
    return style if _value(body, style) is not None else None


def _value(body: str, style: Style) -> Decimal | None:
    """Return the number, None where its thousands are not in threes or it has two decimal signs."""
    whole, _sign, decimals = body.partition(style.value)
    if not decimals.isdigit() and _sign:
        return None
    groups = re.split(f"[ {re.escape(style.grouping)}]", whole)
    if any(not group.isdigit() for group in groups):
        return None
    if len(groups) > 1 and (len(groups[0]) > _GROUP or any(len(group) != _GROUP for group in groups[1:])):
        return None
    return Decimal("".join(groups) + ("." + decimals if decimals else ""))
