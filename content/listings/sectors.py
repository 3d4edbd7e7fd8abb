"""The directory of sectors."""

from django.utils.translation import gettext_lazy as _

from content.directories import Column, Directory, register
from content.surroundings import Record, current


def name(record: Record) -> str:
    """Return the title of a record's page."""
    return record.card.title  # bare: of a card


def summary(record: Record) -> str:
    """Return what a record's page is about."""
    return record.card.summary  # bare: of a card


def address(record: Record) -> str:
    """Return the full address of a record's page."""
    return current().absolute_url(record.card.url)


register(
    Directory(
        name="sectors",
        heading=_("Sectors"),
        kind="content.sectorpage",
        columns=(
            Column("name", _("Name"), name),
            Column("summary", _("Summary"), summary),
            Column("address", _("Address"), address),
        ),
    )
)
