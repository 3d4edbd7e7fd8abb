"""The demonstration's pictures: drawn, not photographed, and the same on every machine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import ContentFile

from cms.demo.covers import culture, harbour, kitchen, light, loom, nature, papers, park
from cms.demo.covers.canvas import WIDTH, Canvas
from cms.demo.covers.light import Light

_QUALITY = 93


@dataclass(frozen=True, slots=True)
class Cover:
    """A motif, and the hours it is seen at: by an article, and by the section around it."""

    draw: Callable[[Canvas, Light], None]
    for_article: Light
    for_section: Light


COVERS: Mapping[str, Cover] = {
    "home": Cover(harbour.homeland, light.MORNING, light.MORNING),
    "invest": Cover(harbour.opportunity, light.MORNING, light.MORNING),
    "parks": Cover(park.park, light.MORNING, light.DUSK),
    "sectors": Cover(loom.silk, light.DUSK, light.NIGHT),
    "infrastructure": Cover(harbour.road_to_sea, light.NOON, light.DUSK),
    "guides": Cover(papers.steps, light.NOON, light.MORNING),
    "heritage": Cover(culture.old_capital, light.MORNING, light.DUSK),
    "visit": Cover(nature.estuary, light.MORNING, light.DUSK),
    "taste": Cover(kitchen.bowl_of_pho, light.DUSK, light.NIGHT),
    "people": Cover(culture.open_book, light.NOON, light.MORNING),
    "events": Cover(culture.night_of_the_seal, light.NIGHT, light.DUSK),
    "contest": Cover(nature.salt_fields, light.DUSK, light.DUSK),
    "community": Cover(nature.sea_of_letters, light.NOON, light.NIGHT),
    "official": Cover(papers.sealed_sheet, light.MORNING, light.NOON),
}


def file_name(name: str, *, for_section: bool = False) -> str:
    """Return what the file of a picture is called."""
    return f"{name}{'-muc' if for_section else ''}.jpg"


def upload(name: str, *, for_section: bool = False, width: int = WIDTH) -> "ContentFile[bytes]":
    """Return the picture *name* as a JPEG file, *width* pixels wide and 16:9, ready to be uploaded.

    Raises:
        KeyError: there is no such motif.
    """
    cover = COVERS[name]
    canvas = Canvas(width, name)
    cover.draw(canvas, cover.for_section if for_section else cover.for_article)
    content = BytesIO()
    canvas.finished().save(content, "JPEG", quality=_QUALITY, subsampling=0)
    return ContentFile(content.getvalue(), name=file_name(name, for_section=for_section))
