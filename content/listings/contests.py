"""The directory of contests, those that take entries first."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.directories import Column, Directory, Value, register
from content.events.enums import ContestStage
from content.events.stages import contest_stage
from content.listings.cells import address, name, summary
from content.surroundings import Record

if TYPE_CHECKING:
    from content.models import ContestPage

KIND = "content.contestpage"
_ORDER = (
    ContestStage.OPEN,
    ContestStage.BEFORE,
    ContestStage.UNDATED,
    ContestStage.CLOSED,
    ContestStage.RESULTS,
)


def _contest(record: Record) -> "ContestPage":
    page: Any = record.page
    found: ContestPage = page
    return found


def order(record: Record) -> tuple[int, int]:
    """Sort by stage, those that a reader can still enter first; then the newest page first."""
    return _ORDER.index(contest_stage(_contest(record))), -record.card.pk


def _stage(record: Record) -> Value:
    return str(contest_stage(_contest(record)).label)


def _opens(record: Record) -> Value:
    return _contest(record).opens_on


def _closes(record: Record) -> Value:
    return _contest(record).closes_on


def _results(record: Record) -> Value:
    return _contest(record).results_on


register(
    Directory(
        name="contests",
        heading=pgettext_lazy("portal", "Contests"),
        kind=KIND,
        columns=(
            Column("name", _("Name"), name),
            Column("stage", pgettext_lazy("portal", "State"), _stage),
            Column("opens_on", _("Entries from"), _opens),
            Column("closes_on", _("Entries until"), _closes),
            Column("results_on", _("Results on"), _results),
            Column("summary", _("Summary"), summary),
            Column("address", _("Address"), address),
        ),
        template="content/includes/contest_record.html",
        order=order,
    )
)
