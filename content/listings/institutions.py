"""The directories of countries and of agencies."""

from django.utils.translation import gettext_lazy as _

from content.directories import Column, Directory, register
from content.listings.cells import address, name, summary, words
from content.surroundings import Record, current
from content.words.countries import country_name


def _country(record: Record) -> str:
    return country_name(record.page.country, current().language)


register(
    Directory(
        name="countries",
        heading=_("Countries and territories"),
        kind="content.countrypage",
        columns=(
            Column("code", _("Country code (ISO 3166-1)"), lambda record: record.page.country),
            Column("country", _("Country or territory"), _country),
            Column("name", _("Name"), name),
            Column("projects", _("Projects in force"), lambda record: record.page.projects),
            Column("capital", _("Registered capital"), lambda record: record.page.capital, "USD"),
            Column("as_of", _("As of"), lambda record: record.page.as_of),
            Column("source", _("Source"), words("figure_source")),
            Column("address", _("Address"), address),
        ),
        template="content/includes/country_record.html",
        order=_country,
    )
)
register(
    Directory(
        name="agencies",
        heading=_("Agencies"),
        kind="content.agencypage",
        columns=(
            Column("name", _("Name"), name),
            Column("summary", _("Summary"), summary),
            Column("website", _("Website"), lambda record: record.page.website),
            Column("address", _("Address"), address),
        ),
    )
)
