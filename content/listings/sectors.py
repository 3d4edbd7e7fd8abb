"""The directory of sectors."""

from django.utils.translation import gettext_lazy as _

from content.directories import Column, Directory, register
from content.listings.cells import address, name, summary

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
