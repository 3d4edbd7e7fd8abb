"""What every random edit needs: a page to take, fresh words, and a publisher who clears them."""

from io import BytesIO
from random import Random
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from content.models import PortalPage
from tests import factories


def picture(colour: str) -> Any:
    """Return a small new image file."""
    held = BytesIO()
    Image.new("RGB", (80, 60), colour).save(held, "PNG")
    return ContentFile(held.getvalue(), f"{colour.strip('#')}.png")


class Desk:
    """Somebody who edits; each time with other words."""

    def __init__(self) -> None:
        self._count = 0

    def _words(self) -> str:
        self._count += 1
        return f"Chữ số {self._count}"

    def _page(self, random: Random, model: type[PortalPage] = PortalPage) -> Any:
        pages = model.objects.filter(depth__gt=2).order_by("pk")
        return random.choice(list(pages)).specific

    def _published(self, page: PortalPage) -> str:
        if page.alias_of_id:
            # An alias has no text of its own.
            return self._published(page.alias_of.specific)
        page.save_revision().publish()
        factories.cleared(type(page).objects.get(pk=page.pk))
        return str(page)
