"""Columns of dates: Excel's own, or typed with the day first."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from content.sheets.cells import Cell
from content.sheets.columns import Column, Surrounding, Value
from content.sheets.sentences import BadCell, gettext_noop

NO_DATE = gettext_noop(
    "Cell %(cell)s holds “%(found)s”, which is no date: write day/month/year, such as 23/10/2024."
)
NO_SUCH_DAY = gettext_noop(
    "Cell %(cell)s holds “%(found)s”, a day that does not exist: write day/month/year, such as 23/10/2024."
)
FAR_AWAY = gettext_noop("Cell %(cell)s holds %(found)s: the year must lie between %(first)s and %(last)s.")

FIRST_YEAR, LAST_YEAR = 1900, 2199

_TYPED = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})\Z")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?\Z")


@dataclass(frozen=True, kw_only=True)
class Day(Column):
    """A date without time."""

    width: int = 14

    def value_of(self, cell: Cell, around: Surrounding) -> Value:
        """Return the date."""
        found = _date(cell)
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise BadCell(FAR_AWAY, first=FIRST_YEAR, last=LAST_YEAR)
        return found

    def rule(self) -> str:
        """Return what may be written."""
        return "Ngày/tháng/năm, ví dụ 23/10/2024."


def _date(cell: Cell) -> date:
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    if not isinstance(cell.value, str):
        raise BadCell(NO_DATE)
    text = cell.text
    if typed := _TYPED.match(text):
        day, _sign, month, year = typed.groups()
    elif iso := _ISO.match(text):
        year, month, day = iso.groups()
    else:
        raise BadCell(NO_DATE)
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise BadCell(NO_SUCH_DAY) from error
