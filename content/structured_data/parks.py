"""Parks and their comparison as schema.org describes them."""

from collections.abc import Iterator

from content.formats import Unit
from content.models import ComparisonPage, ParkPage
from content.parks import attributes
from content.parks.attributes import BY_NAME
from content.parks.enums import PowerUnit
from content.structured_data.pages import responsible
from content.structured_data.registry import Node, describes, node, words
from content.structured_data.values import CODES, about_figures, plain, position
from content.surroundings import Surroundings

_AREAS = ("planned_area", "total_area", "leasable_area", "leased_area", "available_area")
_SUPPLIES = ("water", "wastewater")
_WORDS = ("kind", "status", "developer", "term")
_CUBIC_METRES_A_DAY = "G52"


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
        node("ListItem", position=number, name=record.card.title, url=site.absolute_url(record.card.url))
        for number, record in enumerate(records, 1)  # bare: of a card
    ]
    listed = node("ItemList", numberOfItems=len(items), itemListElement=items)
    return node("CollectionPage", author=responsible(page, site), mainEntity=listed if items else None)


def _properties(page: ParkPage) -> Iterator[Node]:
    """Yield what is known of a park; what it is called stands in the reader's language."""
    for name in _WORDS:
        if said := BY_NAME[name].words(page):
            yield _property(name, value=said)
    for name in _AREAS:
        if (area := plain(getattr(page, name))) is not None:
            yield _property(name, value=area, unitCode=CODES[Unit.HECTARE])
    if (share := plain(page.occupancy)) is not None:
        yield _property("occupancy", value=share, unitCode=CODES[Unit.PERCENT])
    yield from _prices(page)
    if page.power is not None:
        is_megawatt = page.power_unit == PowerUnit.MW
        unit = {"unitCode": CODES[Unit.MEGAWATT]} if is_megawatt else {"unitText": page.power_unit}
        yield _property("power", value=plain(page.power), **unit)
    for name in _SUPPLIES:
        if (amount := plain(getattr(page, name))) is not None:
            yield _property(name, value=amount, unitCode=_CUBIC_METRES_A_DAY)


def _prices(page: ParkPage) -> Iterator[Node]:
    if BY_NAME["price"].words(page):
        ends = [one for one in (page.price_low, page.price_high) if one is not None]
        unit = f"{page.price_currency}/m²"
        yield _property(
            "price",
            minValue=plain(min(ends)),
            maxValue=plain(max(ends)),
            unitText=unit,
            description=BY_NAME["price"].words(page),
        )
    if BY_NAME["fee"].words(page):
        yield _property(
            "fee",
            value=plain(page.fee),
            unitText=f"{page.fee_currency}/m²",
            description=BY_NAME["fee"].words(page),
        )


def _property(name: str, **said: object) -> Node:
    return node("PropertyValue", propertyID=name, name=str(BY_NAME[name].heading), **said)
