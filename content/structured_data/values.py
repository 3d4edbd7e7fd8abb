"""Places, quantities, days and laws in words of schema.org. What is not known is left out."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from content.formats import Unit
from content.models import Agency, ContactDesk, LegalDocument, Place
from content.structured_data.registry import Node, node, words
from content.surroundings import Surroundings

CODES = MappingProxyType(
    {
        Unit.PERCENT: "P1",
        Unit.HECTARE: "HAR",
        Unit.SQUARE_KILOMETRE: "KMK",
        Unit.SQUARE_METRE: "MTK",
        Unit.KILOMETRE: "KMT",
        Unit.METRE: "MTR",
        Unit.CUBIC_METRE: "MTQ",
        Unit.TONNE: "TNE",
        Unit.MEGAWATT: "MAW",
        Unit.KILOWATT_HOUR: "KWH",
        Unit.KILOMETRE_PER_HOUR: "KMH",
        Unit.DAY: "DAY",
        Unit.MONTH: "MON",
        Unit.YEAR: "ANN",
    }
)
"""The codes of UN/CEFACT recommendation 20, by which schema.org names units."""


def plain(value: Decimal | None) -> int | float | None:
    """Return a value as JSON writes numbers."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def iso(day: date | None) -> str:
    """Return a day or a moment by ISO 8601; empty where there is none."""
    return day.isoformat() if day else ""


def web(url: str) -> str:
    """Return an address on the web; empty for any other."""
    return url if url.startswith(("https://", "http://")) else ""


def position(latitude: Decimal | None, longitude: Decimal | None) -> Node | None:
    """Return a position in degrees (WGS 84), if it was measured."""
    if latitude is None or longitude is None:
        return None
    return node("GeoCoordinates", latitude=float(latitude), longitude=float(longitude))


def place(found: Place | None, site: Surroundings) -> Node | None:
    """Return a place that has a name in this language."""
    name = words(found, "name", site)
    if found is None or not name:
        return None
    geo = position(found.latitude, found.longitude)
    return node("Place", name=name, address=words(found, "address", site), geo=geo)


def agency(found: Agency | None, site: Surroundings) -> Node | None:
    """Return an agency that has a name in this language."""
    name = words(found, "name", site)
    return node("GovernmentOrganization", name=name) if name else None


def contact_point(desk: ContactDesk, site: Surroundings) -> Node:
    """Return a desk: what it is called, how it is reached, and which languages it speaks."""
    return node(
        "ContactPoint",
        name=words(desk, "name", site),
        email=desk.email,
        telephone=desk.phone,
        availableLanguage=list(desk.languages),
    )


def law(document: LegalDocument, site: Surroundings) -> Node:
    """Return a legal document by its number."""
    return node(
        "Legislation",
        name=words(document, "name", site) or document.number,
        legislationIdentifier=document.number,
        legislationDate=iso(document.issued_on),
        url=web(document.url),
    )


def about_figures(page: Any, rows: Iterable[Any], site: Surroundings) -> Node:
    """Return the day and the source of a page's figures, and the laws that its *rows* name."""
    source = words(page, "figure_source", site)
    cited = [node("CreativeWork", name=source, url=web(page.figure_url))] if source else []
    cited += [law(row.document, site) for row in rows]
    return {"temporalCoverage": iso(page.as_of), "citation": cited}
