"""What the diagram of a directory shows: parks, places, the sea, and an approved outline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import pgettext

from content.models import DirectoryPage, MapOutline
from content.parks import diagram
from content.parks.diagram import Mark, Point
from content.surroundings import PageCard, Record, current
from media.multilingual import localized

_LOWEST, _HIGHEST = 240.0, 720.0
_HUNDRED = Decimal(100)
# So that a marker at the edge is seen whole.
_RIM = 8.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a label; lengths are written as SVG wants them in every language."""

    x: str
    y: str
    words: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A marker with its label. A park has a *record*, a place a *kind*."""

    x: str
    y: str
    lines: Sequence[Line]
    thread: tuple[str, str] | None
    record: Record | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Atlas:
    """The drawing, as a viewBox, and the frame in it; *unplaced* parks have no known position."""

    drawing: str
    width: str
    frame: str
    parks: Sequence[Sign]
    places: Sequence[Sign]
    unplaced: Sequence[PageCard]
    outline: MapOutline | None = None
    view_box: str = ""

    @property
    def left_out(self) -> str:
        """The titles of the parks that the drawing does not show."""
        return pgettext("portal", ", ").join(card.title for card in self.unplaced)  # bare: of a card


def draw(page: DirectoryPage, records: Iterable[Record]) -> Atlas | None:
    """Return the diagram of *records* as *page* says, or None where no park has a position."""
    outline = page.map_outline if page.map_outline is not None and page.map_outline.is_approved else None
    listed = list(records)
    where = {one.card.pk: found for one in listed if (found := _position(one.page, outline)) is not None}
    parks = {one.card.pk: one for one in listed if one.card.pk in where}
    if not parks:
        return None
    places = {-row.place_id: row for row in page.map_places.all() if _name(row.place)}
    points = [Point(pk, _short_name(one), *where[pk]) for pk, one in parks.items()]
    points += [
        Point(key, _name(row.place), float(row.map_x), float(row.map_y)) for key, row in places.items()
    ]
    frame = _frame(outline)
    layout = diagram.lay_out(points, frame)
    return Atlas(
        drawing=" ".join(map(_written, (-_RIM, -_RIM, diagram.WIDTH + 2 * _RIM, layout.height + 2 * _RIM))),
        width=_written(diagram.WIDTH),
        frame=_written(frame),
        parks=[_sign(mark, record=parks[mark.key]) for mark in layout.marks if mark.key in parks],
        places=[_sign(mark, kind=places[mark.key].place.kind) for mark in layout.marks if mark.key in places],
        unplaced=[one.card for one in listed if one.card.pk not in parks],
        outline=outline,
        view_box=" ".join(map(_written, outline.geometry["view_box"])) if outline else "",
    )


def _frame(outline: MapOutline | None) -> float:
    if outline is None:
        return diagram.HEIGHT
    _left, _top, width, height = outline.geometry["view_box"]
    return float(min(max(diagram.WIDTH * height / width, _LOWEST), _HIGHEST))


def _position(park: Any, outline: MapOutline | None) -> tuple[float, float] | None:
    """Return where a park lies in hundredths of the frame: as written, or by its degrees in an outline."""
    if park.map_x is not None and park.map_y is not None:
        return float(park.map_x), float(park.map_y)
    if outline is None or outline.north is None or park.latitude is None or park.longitude is None:
        return None
    across = (park.longitude - outline.west) / (outline.east - outline.west) * _HUNDRED
    down = (outline.north - park.latitude) / (outline.north - outline.south) * _HUNDRED
    is_inside = 0 <= across <= _HUNDRED and 0 <= down <= _HUNDRED
    return (float(across), float(down)) if is_inside else None


def _short_name(record: Record) -> str:
    park: Any = record.page
    short: str = getattr(park, localized("menu_title", current().language)) or ""
    return short or record.card.title  # bare: of a card


def _name(place: Any) -> str:
    return getattr(place, localized("name", current().language)) or ""


def _sign(mark: Mark, record: Record | None = None, kind: str = "") -> Sign:
    return Sign(
        x=_written(mark.x),
        y=_written(mark.y),
        lines=[Line(_written(x), _written(y), words) for x, y, words in mark.lines],
        thread=(_written(mark.thread[0]), _written(mark.thread[1])) if mark.thread else None,
        record=record,
        kind=kind,
    )


def _written(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
