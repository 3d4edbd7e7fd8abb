"""The directory of sectors."""

from django.utils.translation import gettext_lazy as _

from content.directories import Directory, register
from content.listings.columns import ADDRESS, NAME, SUMMARY

register(
    Directory(
        name="sectors",
        heading=_("Sectors"),
        kind="content.sectorpage",
        columns=(NAME, SUMMARY, ADDRESS),
    )
)
