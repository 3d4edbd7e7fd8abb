"""Verbs on imports of tables."""

import io
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import IO, Any

from django.db import transaction
from django.utils import timezone

from cms.importing.landing import Landing
from cms.importing.planning import Planner
from cms.importing.report import LANDING, Outcome, RowReport, Said, counts
from cms.models import IMPORT_UNDER_WAY, ImportState, SheetImport
from content.sheet_kinds import Lookup, SheetKind, sheet_kind
from content.sheets.files import read_sheet
from content.sheets.reading import Found, Row
from content.sheets.writing import Reported, write_csv, write_report, write_workbook

SILENCE = timedelta(minutes=5)
"""After so long without a note, nobody works on an import any more."""

_EVERY = 20
"""Rows between two notes of how far an import is."""


def preview(*, kind: SheetKind, content: bytes, file_name: str, person: Any) -> SheetImport:
    """Keep an uploaded table with a report of what each row would do. Nothing is imported.

    Raises:
        BadSheet: the file as a whole cannot be read; nothing is kept.
    """
    lookup = Lookup()
    found = _read(kind, content, lookup)
    rows = list(Planner(kind, person, lookup).rows(found))
    made: SheetImport = SheetImport.objects.create(
        kind=kind.name,
        person=person,
        file_name=file_name[:255],
        content=content,
        rows=[row.stored() for row in rows],
        unread=[{"template": said.template, "values": said.values} for said in map(Said.of, found.unknown)],
    )
    return made


@transaction.atomic
def confirm(*, import_id: int, publishes: bool, clearance_confirmed: bool) -> bool:
    """Let the rows of a report land; whoever confirms twice confirms once.

    Returns:
        Whether this was the confirmation that counts.
    """
    waiting = SheetImport.objects.filter(pk=import_id, state=ImportState.PREVIEWED)
    return bool(
        waiting.update(
            state=ImportState.QUEUED,
            publishes=publishes,
            clearance_confirmed=publishes and clearance_confirmed,
        )
    )


def take_up(*, import_id: int) -> bool:
    """Queue an import again that has said nothing for longer than any row takes.

    Returns:
        Whether it was one.
    """
    silent = timezone.now() - SILENCE
    left = SheetImport.objects.filter(pk=import_id, state__in=IMPORT_UNDER_WAY, noted_at__lt=silent)
    return bool(left.update(state=ImportState.QUEUED, noted_at=timezone.now()))


def carry_out(*, import_id: int) -> None:
    """Let each row that does something land as a whole; a row that cannot land stops no other.

    An import that was broken off is taken up where it stopped.
    """
    job = SheetImport.objects.select_related("person").get(pk=import_id)
    if not job.is_under_way:
        return
    SheetImport.objects.filter(pk=job.pk).update(state=ImportState.RUNNING)
    kind = sheet_kind(job.kind)
    lookup = Lookup()
    found = {row.number: row for row in _read(kind, bytes(job.content), lookup).rows}
    planner = Planner(kind, job.person, lookup)
    landing = Landing(planner, job.file_name, job.publishes, job.clearance_confirmed)
    rows = report_of(job)
    for place, planned in enumerate(rows):
        if planned.outcome in LANDING and not planned.landed:
            rows[place] = _landed(landing, found, planned)
        if place % _EVERY == 0:
            _note(job, rows, place)
    _note(job, rows, len(rows))
    SheetImport.objects.filter(pk=job.pk).update(state=ImportState.DONE, finished_at=timezone.now())


def _landed(landing: Landing, found: Mapping[int, Row], planned: RowReport) -> RowReport:
    return landing.land(found[planned.number], planned)


def _note(job: SheetImport, rows: list[RowReport], handled: int) -> None:
    SheetImport.objects.filter(pk=job.pk).update(
        rows=[row.stored() for row in rows], handled=handled, noted_at=timezone.now()
    )


def report_of(job: SheetImport) -> list[RowReport]:
    """Return the report of an import, row by row."""
    return [RowReport.restored(row) for row in job.rows]


def remarks_of(job: SheetImport) -> list[Said]:
    """Return what there is to say of the file, such as headings that nobody knows."""
    return [Said(**remark) for remark in job.unread]


def import_file(
    *,
    kind: SheetKind,
    content: bytes,
    file_name: str,
    person: Any,
    publishes: bool,
    tell: Callable[[int, int], None],
) -> list[RowReport]:
    """Import a table at once, as a command does; *tell* gets rows handled and rows in all.

    Whoever publishes with a command confirms by this that the text may leave.

    Raises:
        BadSheet: the file as a whole cannot be read; nothing was imported.
    """
    lookup = Lookup()
    found = _read(kind, content, lookup)
    planner = Planner(kind, person, lookup)
    landing = Landing(planner, file_name, publishes, publishes)
    rows = {row.number: row for row in found.rows}
    report = []
    planned = list(planner.rows(found))
    for count, row in enumerate(planned, start=1):
        report.append(_landed(landing, rows, row) if row.outcome in LANDING else row)
        tell(count, len(planned))
    return report


def plan_file(*, kind: SheetKind, content: bytes, person: Any) -> list[RowReport]:
    """Return what a table would do, row by row.

    Raises:
        BadSheet: the file as a whole cannot be read.
    """
    lookup = Lookup()
    return list(Planner(kind, person, lookup).rows(_read(kind, content, lookup)))


def export(*, kind: SheetKind, file: IO[bytes], as_csv: bool = False, empty: bool = False) -> int:
    """Write the pages of a kind, as they are being edited, as a table.

    Returns:
        How many rows were written.
    """
    lookup = Lookup()
    pages = [] if empty else kind.all_pages()
    rows = [kind.values(page.get_latest_revision_as_object(), lookup) for page in pages]
    if as_csv:
        write_csv(kind.sheet, rows, file)
    else:
        write_workbook(kind.sheet, rows, file, known=kind.known(lookup))
    return len(rows)


def write_result(*, job: SheetImport, file: IO[bytes]) -> None:
    """Write the rows of an import as they were found, each with what became of it in a last column."""
    kind, lookup = sheet_kind(job.kind), Lookup()
    found = _read(kind, bytes(job.content), lookup)
    cells = {row.number: row.cells for row in found.rows} | {row.number: row.cells for row in found.bad}
    rows = [
        Reported(cells[row.number], result_of(row), row.outcome is Outcome.REFUSED)
        for row in report_of(job)
        if row.number in cells
    ]
    write_report(kind.sheet, rows, file, known=kind.known(lookup))


def result_of(row: RowReport) -> str:
    """Return what became of a row, in the language of the interface."""
    said = [str(said) for said in (*row.reasons, *row.notes)]
    return "\n".join([str(row.outcome.label), *said])


def summary_of(rows: list[RowReport]) -> dict[str, int]:
    """Return how many rows have each outcome, and how many were published."""
    return {**counts(rows), "published": sum(row.published for row in rows)}


def _read(kind: SheetKind, content: bytes, lookup: Lookup) -> Found:
    return read_sheet(kind.sheet, io.BytesIO(content), known=kind.known(lookup))
