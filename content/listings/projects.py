"""The directory of projects calling for investment."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.directories import Column, Directory, Facet, Value, register
from content.directories.description import PAGE_REFERENCE
from content.investing import bands, calls
from content.investing.calls import CallState
from content.investing.naming import FACET
from content.listings import columns
from content.models import InvestmentForm, ProjectPage
from content.surroundings import Record

_T = TypeVar("_T", bound=Value)

_ORDER = {state: place for place, state in enumerate(CallState)}


def _of(value: Callable[[ProjectPage], _T]) -> Callable[[Record], _T | None]:
    return lambda record: value(record.page) if isinstance(record.page, ProjectPage) else None


def _states(project: ProjectPage) -> list[str]:
    return [state.value for state in calls.possible_states(project)]


def _is_in(record: Record, state: str) -> bool:
    return isinstance(record.page, ProjectPage) and calls.state_of(record.page) == state


def _sector(project: ProjectPage) -> list[str]:
    return [f"{PAGE_REFERENCE}{project.sector_id}"] if project.sector_id else []


def _form(project: ProjectPage) -> list[str]:
    return [project.form]


def _bands(project: ProjectPage) -> list[str]:
    found = bands.band(project)
    return [found] if found else []


def _by_state(record: Record) -> tuple[int, str, str]:
    page = record.page
    if not isinstance(page, ProjectPage):
        return (len(_ORDER), "", "")
    return (_ORDER[calls.state_of(page)], page.code, record.card.title)  # bare: of a card


def _capital_from(project: ProjectPage) -> Decimal | None:
    return project.capital_from


def _called_until(project: ProjectPage) -> date | None:
    return project.called_until


register(
    Directory(
        name="projects",
        heading=_("Projects calling for investment"),
        kind="content.projectpage",
        columns=(
            Column("code", pgettext_lazy("portal", "Code"), _of(lambda one: one.code)),
            columns.NAME,
            Column("status", pgettext_lazy("portal", "Status"), _of(lambda one: calls.state_of(one).label)),
            Column(
                "sector",
                pgettext_lazy("portal", "Sector"),
                _of(lambda one: columns.title_of(one.sector_id)),
            ),
            Column("place", pgettext_lazy("portal", "Location"), _of(lambda one: _location(one))),
            Column("land_area", _("Land area"), _of(lambda one: one.land_area), unit="ha"),
            Column("capital_from", _("Capital from"), _of(_capital_from)),
            Column("capital_to", _("Capital to"), _of(lambda one: one.capital_to)),
            Column("currency", pgettext_lazy("portal", "Currency"), _of(lambda one: one.currency)),
            Column("form", _("Form of investment"), _of(lambda one: one.get_form_display())),
            Column("called_until", _("Called for until"), _of(_called_until)),
            Column(
                "contact", pgettext_lazy("portal", "Contact"), _of(lambda one: columns.contact(one.contact))
            ),
            columns.AS_OF,
            columns.SOURCE,
            columns.ADDRESS,
        ),
        facets=(
            Facet(
                "status",
                pgettext_lazy("portal", "Status"),
                _states,
                label=lambda code: _label(CallState(code)),
                holds=_is_in,
            ),
            Facet(FACET, pgettext_lazy("portal", "Sector"), _sector),
            Facet("form", _("Form of investment"), _form, label=lambda code: _label(InvestmentForm(code))),
            Facet("capital", _("Total investment"), _bands, label=bands.label),
        ),
        template="content/includes/project_record.html",
        order=_by_state,
    )
)
