"""The directories of the press room: statements and corrections, and films."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.directories import Column, Directory, Facet, register
from content.listings.cells import address, name, summary, words
from content.models import StatementKind, StatementPage, VideoPage
from content.surroundings import Record, current
from content.words.countries import language_name


def _newest_first(record: Record) -> tuple[int, int]:
    day: date | None = record.page.issued_on
    return -(day.toordinal() if day else 0), -record.card.pk


def _kind(record: Record) -> str:
    return str(record.page.get_kind_display())


def _year(page: StatementPage) -> Iterator[str]:
    yield str(page.issued_on.year)


def _year_made(page: VideoPage) -> Iterator[str]:
    if page.made_on:
        yield str(page.made_on.year)


register(
    Directory(
        name="statements",
        heading=_("Statements and corrections"),
        kind="content.statementpage",
        columns=(
            Column("issued_on", pgettext_lazy("portal", "Date"), lambda record: record.page.issued_on),
            Column("kind", pgettext_lazy("portal", "Kind"), _kind),
            Column("name", _("Name"), name),
            Column("said", _("What was said"), words("said")),
            Column("correct", _("What is correct"), words("correct")),
            Column("own_error", _("Our own error"), lambda record: record.page.is_own_error),
            Column("address", _("Address"), address),
        ),
        facets=(
            Facet(
                "kind",
                pgettext_lazy("portal", "Kind"),
                lambda page: [page.kind],
                lambda code: str(StatementKind(code).label),
            ),
            Facet("year", pgettext_lazy("portal", "Year"), _year),
        ),
        template="content/includes/statement_record.html",
        order=_newest_first,
    )
)
register(
    Directory(
        name="films",
        heading=pgettext_lazy("portal", "Films"),
        kind="content.videopage",
        columns=(
            Column("name", _("Name"), name),
            Column("summary", _("Summary"), summary),
            Column("spoken", _("Spoken language"), lambda record: record.page.spoken),
            Column("seconds", pgettext_lazy("portal", "Length"), lambda record: record.page.seconds, "s"),
            Column("made_on", _("Made on"), lambda record: record.page.made_on),
            Column("address", _("Address"), address),
        ),
        facets=(
            Facet(
                "spoken",
                _("Spoken language"),
                lambda page: [page.spoken],
                lambda code: language_name(code, current().language),
            ),
            Facet("year", pgettext_lazy("portal", "Year"), _year_made),
        ),
        template="content/includes/video_record.html",
    )
)
