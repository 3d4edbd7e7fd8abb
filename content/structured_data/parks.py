"""Parks and their comparison as schema.org describes them."""

from collections.abc import Iterator
from types import MappingProxyType

from content.formats import Unit
from content.listings.cells import name as title_of
from content.models import ComparisonPage, ParkPage
from content.parks import attributes
from content.parks.attributes import BY_NAME
from content.parks.enums import PowerUnit
from content.structured_data.pages import responsible
from content.structured_data.registry import Node, describes, node, words
from content.structured_data.values import CODES, about_figures, plain, position
from content.surroundings import Surroundings

_WORDS = ("kind", "status", "developer", "term")
_AREAS = ("planned_area", "total_area", "leasable_area", "leased_area", "available_area")
_CUBIC_METRES_A_DAY = "G52"
_MEASURED = MappingProxyType(
    {
        **dict.fromkeys(_AREAS, CODES[Unit.HECTARE]),
        "occupancy": CODES[Unit.PERCENT],
        "water": _CUBIC_METRES_A_DAY,
        "wastewater": _CUBIC_METRES_A_DAY,
    }
)


@describes(ParkPage)
def park(page: ParkPage, site: Surroundings) -> Node:
    """Describe a park as a place: its position where that was measured, its areas, prices and supplies."""
    described = node(
        "Place",
        name=words(page, "title", site),
        description=words(page, "summary", site),
        geo=position(page.latitude, page.longitude),
        additionalProperty=list(_properties(page)),
    )
    return node(
        "WebPage",
        author=responsible(page, site),
        mainEntity=described,
        **about_figures(page, page.decisions.all(), site),
    )


@describes(ComparisonPage)
def comparison(page: ComparisonPage, site: Surroundings) -> Node:
    """Describe the comparison as the list of the parks that are compared."""
    records = sorted(site.records(ParkPage._meta.label_lower), key=attributes.place_in_lists)
    items = [
        node("ListItem", position=number, name=title_of(record), url=site.absolute_url(record.card.url))
        for number, record in enumerate(records, 1)
    ]
    listed = node("ItemList", numberOfItems=len(items), itemListElement=items)
    return node("CollectionPage", author=responsible(page, site), mainEntity=listed if items else None)


def _properties(page: ParkPage) -> Iterator[Node]:
    """Yield what is known of a park; what it is called stands in the reader's language."""
    for name in _WORDS:
        if said := BY_NAME[name].words(page):
            yield _property(name, value=said)
    for name, unit in _MEASURED.items():
        if (value := plain(getattr(page, name))) is not None:
            yield _property(name, value=value, unitCode=unit)
    if page.power is not None:
        is_megawatt = page.power_unit == PowerUnit.MW
        said_in = {"unitCode": CODES[Unit.MEGAWATT]} if is_megawatt else {"unitText": page.power_unit}
        yield _property("power", value=plain(page.power), **said_in)
    yield from _prices(page)


def _prices(page: ParkPage) -> Iterator[Node]:
    if price := BY_NAME["price"].words(page):
        ends = [one for one in (page.price_low, page.price_high) if one is not None]
        low, high = plain(min(ends)), plain(max(ends))
        yield _property(
            "price", minValue=low, maxValue=high, unitText=f"{page.price_currency}/m²", description=price
        )
    if fee := BY_NAME["fee"].words(page):
        yield _property("fee", value=plain(page.fee), unitText=f"{page.fee_currency}/m²", description=fee)


def _property(name: str, **said: object) -> Node:
    return node("PropertyValue", propertyID=name, name=str(BY_NAME[name].heading), **said)
