"""What each row of a table would do, without doing it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_noop

from cms.importing.report import Change, Outcome, RowReport, Said
from content.models import PortalPage
from content.sheet_kinds import Lookup, SheetKind
from content.sheets.columns import Computed, Value
from content.sheets.reading import BadRow, Found, Row
from content.sheets.writing import typed

NO_PARENT = gettext_noop(
    "There is no page yet below which new ones can be made. Ask an administrator to make it."
)
MAY_NOT_ADD = gettext_noop("Row %(row)s would make a new page, and you may not add pages there.")
MAY_NOT_EDIT = gettext_noop("Row %(row)s belongs to a page that you may not edit.")
IS_LOCKED = gettext_noop("Row %(row)s belongs to a page that somebody has locked.")
NOT_VALID = gettext_noop("Cell %(cell)s holds “%(found)s”: %(message)s")
NOT_VALID_AS_A_WHOLE = gettext_noop("Row %(row)s: %(message)s")


@dataclass(frozen=True)
class Planner:
    """Plans the rows of one file for one *person*."""

    kind: SheetKind
    person: Any
    lookup: Lookup

    def rows(self, found: Found) -> Iterator[RowReport]:
        """Yield a report for each row, in the order of the file."""
        pages = self.kind.existing([row.key for row in found.rows])
        every: list[Row | BadRow] = [*found.rows, *found.bad]
        for row in sorted(every, key=lambda row: row.number):
            if isinstance(row, BadRow):
                reasons = tuple(Said.of(fault) for fault in row.faults)
                yield RowReport(row.number, row.key, Outcome.REFUSED, reasons=reasons)
            else:
                yield self.row(row, pages.get(row.key))

    def row(self, row: Row, page: PortalPage | None) -> RowReport:
        """Return what one good row would do to *page*, or to a new one."""
        return self._new(row) if page is None else self._existing(row, page)

    def _new(self, row: Row) -> RowReport:
        refusal = self.refusal_of_new
        if refusal:
            return _refused(row, Said(refusal, {"row": str(row.number)}))
        page = self.kind.new_page(row.values, self.lookup)
        reasons = self.faults(page, row)
        if reasons:
            return _refused(row, *reasons)
        changes = tuple(self._changes({}, row.values))
        return RowReport(row.number, row.key, Outcome.NEW, page.title_vi, changes)

    @cached_property
    def refusal_of_new(self) -> str:
        """Why this person makes no new pages of the kind; empty where nothing is in the way."""
        parent = self.kind.parent()
        if parent is None:
            return NO_PARENT
        return "" if parent.permissions_for_user(self.person).can_add_subpage() else MAY_NOT_ADD

    def _existing(self, row: Row, page: PortalPage) -> RowReport:
        draft = page.get_latest_revision_as_object()
        before = self.kind.values(draft, self.lookup)
        changes = tuple(self._changes(before, row.values))
        as_it_is = RowReport(
            row.number,
            row.key,
            Outcome.UNCHANGED,
            draft.title_vi,
            page=page.pk,
            revision=page.latest_revision_id,
        )
        if not changes:
            return as_it_is
        refusal = self._refusal(page, row)
        if refusal is not None:
            return _refused(row, refusal)
        self.kind.fill(draft, row.values, self.lookup)
        reasons = self.faults(draft, row)
        if reasons:
            return _refused(row, *reasons)
        return replace(as_it_is, outcome=Outcome.CHANGED, changes=changes)

    def _refusal(self, page: PortalPage, row: Row) -> Said | None:
        allowed = page.permissions_for_user(self.person)
        if not allowed.can_edit():
            return Said(MAY_NOT_EDIT, {"row": str(row.number)})
        return Said(IS_LOCKED, {"row": str(row.number)}) if allowed.page_locked() else None

    def _changes(self, before: Mapping[str, Value], after: Mapping[str, Value]) -> Iterator[Change]:
        for column in self.kind.sheet.columns:
            old, new = before.get(column.name), after.get(column.name)
            if column.name in after and not isinstance(column, Computed) and not same(old, new):
                yield Change(column.heading, typed(column, old), typed(column, new))

    def faults(self, page: PortalPage, row: Row) -> Sequence[Said]:
        """Return what the page's own rules say against it, each with the cell it comes from."""
        try:
            # Its place in the tree is given when it lands.
            page.full_clean(exclude=() if page.path else ("path", "depth"))
        except ValidationError as error:
            return tuple(self.told(error, row))
        return ()

    def told(self, error: ValidationError, row: Row) -> Iterator[Said]:
        """Yield what validation said, each sentence with the cell it comes from."""
        for field, messages in error.message_dict.items():
            name = None if field == NON_FIELD_ERRORS else self.kind.column_of(field)
            cell = row.cells.get(name) if name else None
            for message in messages:
                if cell is None:
                    yield Said(NOT_VALID_AS_A_WHOLE, {"row": str(row.number), "message": message})
                else:
                    values = {"cell": cell.name, "found": cell.shown, "message": message}
                    yield Said(NOT_VALID, values, cell.name)


def same(old: Value, new: Value) -> bool:
    """Whether two values are one: lists in any order, no text and nothing, 1.50 and 1.5."""
    if isinstance(old, tuple) or isinstance(new, tuple):
        return set(old or ()) == set(new or ())  # type: ignore[arg-type]  # a list's column gives lists
    return (old or None) == (new or None) if isinstance(old, str) or isinstance(new, str) else old == new


def _refused(row: Row, *reasons: Said) -> RowReport:
    return RowReport(row.number, row.key, Outcome.REFUSED, reasons=tuple(reasons))
