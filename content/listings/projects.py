"""The directory of projects calling for investment."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.directories import Column, Directory, Facet, register
from content.directories.description import PAGE_REFERENCE
from content.investing import bands, calls
from content.investing.calls import CallState
from content.investing.naming import FACET
from content.listings.columns import ADDRESS, AS_OF, NAME, SOURCE, contact, label_in, of, title_of, words
from content.models import InvestmentForm, ProjectPage
from content.surroundings import Record

_ORDER = {state: place for place, state in enumerate(CallState)}


def location(project: ProjectPage) -> str:
    """Return where a project stands, in words."""
    park = title_of(project.park_id)
    return ", ".join(one for one in (park, words(project.place, "name"), words(project, "location")) if one)


def _is_in(record: Record, state: str) -> bool:
    return isinstance(record.page, ProjectPage) and calls.state_of(record.page) == state


def _sector(project: ProjectPage) -> list[str]:
    return [f"{PAGE_REFERENCE}{project.sector_id}"] if project.sector_id else []


def _form(project: ProjectPage) -> list[str]:
    return [project.form] if project.form else []


def _bands(project: ProjectPage) -> list[str]:
    found = bands.band(project)
    return [found] if found else []


def _by_state(record: Record) -> tuple[int, str]:
    page = record.page
    return (_ORDER[calls.state_of(page)], page.code) if isinstance(page, ProjectPage) else (len(_ORDER), "")


register(
    Directory(
        name="projects",
        heading=_("Projects calling for investment"),
        kind="content.projectpage",
        columns=(
            Column("code", pgettext_lazy("portal", "Code"), of(ProjectPage, lambda one: one.code)),
            NAME,
            Column(
                "status",
                pgettext_lazy("portal", "Status"),
                of(ProjectPage, lambda one: str(calls.state_of(one).label)),
            ),
            Column(
                "sector",
                pgettext_lazy("portal", "Sector"),
                of(ProjectPage, lambda one: title_of(one.sector_id)),
            ),
            Column("location", pgettext_lazy("portal", "Location"), of(ProjectPage, location)),
            Column("land_area", _("Land area"), of(ProjectPage, lambda one: one.land_area), unit="ha"),
            Column("capital_from", _("Capital from"), of(ProjectPage, lambda one: one.capital_from)),
            Column("capital_to", _("Capital to"), of(ProjectPage, lambda one: one.capital_to)),
            Column(
                "currency", pgettext_lazy("portal", "Currency"), of(ProjectPage, lambda one: one.currency)
            ),
            Column("form", _("Form of investment"), of(ProjectPage, lambda one: one.get_form_display())),
            Column("called_until", _("Called for until"), of(ProjectPage, lambda one: one.called_until)),
            Column(
                "contact",
                pgettext_lazy("portal", "Contact"),
                of(ProjectPage, lambda one: contact(one.contact)),
            ),
            AS_OF,
            SOURCE,
            ADDRESS,
        ),
        facets=(
            Facet(
                "status",
                pgettext_lazy("portal", "Status"),
                lambda project: [state.value for state in calls.possible_states(project)],
                label=label_in(CallState),
                holds=_is_in,
            ),
            Facet(FACET, pgettext_lazy("portal", "Sector"), _sector),
            Facet("form", _("Form of investment"), _form, label_in(InvestmentForm)),
            Facet("capital", _("Total investment"), _bands, label=bands.label),
        ),
        template="content/includes/project_record.html",
        order=_by_state,
    )
)
