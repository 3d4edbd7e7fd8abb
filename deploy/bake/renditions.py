"""The renditions that exist already, read together: a page shows several of each of its pictures."""

from collections.abc import Sequence
from itertools import chain

from wagtail.images.models import Filter

from content.cards.card import PICTURE
from content.pictures import LOGO, SHAPES, SOCIAL
from media.models import PortalImage, PortalRendition

_PUBLIC = (*chain.from_iterable(SHAPES.values()), LOGO, SOCIAL, PICTURE)


class Renditions:
    """Finds the rendition of a picture without asking the database; makes one that is not there yet."""

    def __init__(self) -> None:
        self._stored: dict[tuple[object, ...], tuple[str, int, int]] = {}

    def prepare(self, images: Sequence[int]) -> None:
        """Read the renditions of *images* (primary keys) with one query."""
        rows = PortalRendition.objects.filter(image_id__in=images, filter_spec__in=_PUBLIC).values_list(
            "image_id", "filter_spec", "focal_point_key", "file", "width", "height"
        )
        self._stored.update({tuple(row[:3]): row[3:] for row in rows.iterator()})

    def get(self, image: PortalImage, spec: str) -> PortalRendition:
        """Return the rendition of *image* by Wagtail filter spec.

        Raises:
            InvalidFilterSpecError, SourceImageIOError: see ``AbstractImage.get_rendition``.
        """
        wanted = Filter(spec)
        focus: str = wanted.get_cache_key(image)
        stored = self._stored.get((image.pk, spec, focus))
        if stored is None:
            made: PortalRendition = image.get_rendition(wanted)
            return made
        file, width, height = stored
        return PortalRendition(
            image=image, filter_spec=spec, focal_point_key=focus, file=file, width=width, height=height
        )
