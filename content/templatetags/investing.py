"""What stands on investment pages today, for templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import template
from wagtail.blocks import StructValue

from content import formats
from content.formats import Period
from content.investing import calls, incentives, naming
from content.investing.calls import CallState
from content.investing.incentives import Grant, IncentiveState
from content.investing.law import Law
from content.investing.law import law as law_today
from content.investing.naming import Named
from content.investing.steps import Totals, totals
from content.models import IncentivePage, LegalDocument, ProjectPage
from content.surroundings import PageCard, current
from media.models import PortalDocument
from media.multilingual import localized

register = template.Library()

_COLUMNS = ("authority", "papers", "days", "fee")


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a procedure and their sums; *has* names the columns that some step fills."""

    rows: list[StructValue]
    totals: Totals
    has: frozenset[str]


@dataclass(frozen=True, slots=True)
class Held:
    """The time for which a figure holds, for machines and in words; *is_day* where it is one day."""

    iso: str
    words: str
    is_day: bool


@dataclass(frozen=True, slots=True)
class Download:
    """A document that may be downloaded."""

    url: str
    title: str
    document: PortalDocument


@register.simple_tag
def law(document: LegalDocument | None) -> Law | None:
    """Return a legal document with its state today."""
    return law_today(document) if document else None


@register.simple_tag
def laws(rows: Any) -> list[Law]:
    """Return the legal documents that the rows of a page name, with their states today."""
    return [law_today(row.document) for row in rows.all()]


@register.simple_tag
def call_state(project: ProjectPage) -> CallState:
    """Return where a project stands today."""
    return calls.state_of(project)


@register.simple_tag
def incentive_state(incentive: IncentivePage) -> IncentiveState:
    """Return where an incentive stands today."""
    return incentives.state_of(incentive)


@register.simple_tag
def grants(incentive: IncentivePage) -> list[Grant]:
    """Return what an incentive grants."""
    return incentives.grants(incentive)


@register.simple_tag
def sector_cards(incentive: IncentivePage) -> list[PageCard]:
    """Return what listings show of the sectors that an incentive is for, where these are public here."""
    found = (current().card(row.sector_id) for row in incentive.sectors.all())
    return [card for card in found if card]


@register.simple_tag
def pages_naming(page_id: int | None) -> list[Named]:
    """Return the public pages that name a sector, by kind."""
    return list(naming.pages_naming(page_id)) if page_id else []


@register.simple_tag
def procedure_steps(stream: Iterable[Any] | None) -> Steps:
    """Return the steps of a stream, and what they come to."""
    rows = [block.value for block in stream or ()]
    has = {
        name for name in _COLUMNS for row in rows if row.get(name) not in (None, "") and _filled(row[name])
    }
    has |= {"law" for row in rows if row.get("law") or row.get("law_number")}
    has |= {"where" for row in rows if row.get("where") or row.get("url")}
    return Steps(rows, totals(rows), frozenset(has))


def _filled(value: Any) -> bool:
    # A fee of nothing is said; an empty list of papers is not.
    return bool(len(value)) if hasattr(value, "__len__") else True


@register.simple_tag
def held_for(figure: StructValue, day: date | str | None = None) -> Held | None:
    """Return the time for which a figure holds: its own, else *day*."""
    start = figure.get("as_of") or day
    if not isinstance(start, date):
        return None
    kind = figure["period"] if figure.get("as_of") and figure.get("period") in Period.values else Period.DAY
    return Held(start.isoformat(), formats.period(start, kind, current().language), is_day=kind == Period.DAY)


@register.simple_tag
def downloads(rows: Any) -> list[Download]:
    """Return the documents of the rows of a page that may be downloaded here."""
    found = ((current().document_url(row.document), row.document) for row in rows.all())
    return [Download(url, _title(document), document) for url, document in found if url]


def _title(document: PortalDocument) -> str:
    title: str = getattr(document, localized("title", current().language)) or document.filename
    return title
