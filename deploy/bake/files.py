"""Assets, pictures and documents of a bake: each file copied once, under its hash."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import CollectionViewRestriction

from content.cards.card import PICTURE, CardContents
from content.surroundings import Picture
from deploy.bake.cards import Cards
from deploy.bake.output import Output
from deploy.bake.renditions import Renditions
from media.models import PortalDocument, PortalImage
from translations.operations.release import cleared_now


class Files:
    """Copies what pages refer to into the output and knows the public address of each."""

    def __init__(self, output: Output, generated: dict[str, bytes]) -> None:
        self._output = output
        self._generated = generated
        self._images: dict[int, PortalImage | None] = {}
        self._private = _private_collections()
        self._renditions = Renditions()
        self.notices: list[str] = []
        self.cards = Cards(output)
        self._last_on_card: tuple[int, bytes | None] | None = None

    def asset(self, name: str) -> str:
        """Return the address of a static file, or of one generated for this bake.

        Raises:
            FileNotFoundError: no static file has this name.
        """
        data = self._generated.get(name) or _static(name)
        return self._output.write_hashed("assets", Path(name).name, data)

    def prepare(self, images: Iterable[int]) -> None:
        """Read many images and their renditions together, before they are asked for."""
        fresh = sorted(set(images) - self._images.keys())
        if fresh:
            found = PortalImage.objects.in_bulk(fresh)
            self._images.update({pk: found.get(pk) for pk in fresh})
            self._renditions.prepare(fresh)

    def picture(self, image: int, spec: str) -> Picture | None:
        """Return a rendition copied into the output; None for a private image or a lost file."""
        self.prepare([image])
        found = self._images[image]
        if found is None:
            return None
        if found.collection_id in self._private:
            self.notices.append(f"Image {image} is in a private collection and is left out.")
            return None
        try:
            rendition = self._renditions.get(found, spec)
            data = _read(rendition.file)
            name = Path(str(rendition.file.name)).name
        except (SourceImageIOError, FileNotFoundError, InvalidFilterSpecError, OSError) as error:
            self.notices.append(f"Image {image} cannot be shown: its file is missing or broken ({error}).")
            return None
        # The stored name's first part identifies the upload; readers need no more of it.
        address = self._output.write_hashed("media", name, data)
        return Picture(address, rendition.width, rendition.height)

    def social_card(self, contents: CardContents, lead_image: int | None) -> Picture | None:
        """Return the card of a page, with its lead picture where that can be shown."""
        return self.cards.card(contents, self._on_card(lead_image) if lead_image else None)

    def _on_card(self, image: int) -> bytes | None:
        # A page's cards in four languages follow one another.
        if self._last_on_card is None or self._last_on_card[0] != image:
            self._last_on_card = image, self._read_for_card(image)
        return self._last_on_card[1]

    def _read_for_card(self, image: int) -> bytes | None:
        self.prepare([image])
        found = self._images[image]
        if found is None or found.collection_id in self._private:
            return None
        try:
            return _read(self._renditions.get(found, PICTURE).file)
        except (SourceImageIOError, InvalidFilterSpecError, OSError):
            # The page shows the same picture, and says that it is lost.
            return None

    def document(self, document: int) -> str | None:
        """Return the address of a document copied into the output; None unless cleared and open."""
        found = PortalDocument.objects.filter(pk=document).first()
        if found is None:
            return None
        cleared, _corrupt = cleared_now([found])
        if not cleared or found.collection_id in self._private:
            self.notices.append(f"Document {document} is left out: it is private or not cleared.")
            return None
        try:
            return self._output.write_hashed("media", Path(str(found.file.name)).name, _read(found.file))
        except OSError as error:
            self.notices.append(f"Document {document} cannot be shown: its file is missing ({error}).")
            return None


def _private_collections() -> frozenset[int]:
    closed: set[int] = set()
    for restriction in CollectionViewRestriction.objects.select_related("collection"):
        closed.update(restriction.collection.get_descendants(inclusive=True).values_list("pk", flat=True))
    return frozenset(closed)


def _static(name: str) -> bytes:
    path: Any = finders.find(name)
    if path is None:
        raise FileNotFoundError(f"There is no static file {name}.")
    return Path(path).read_bytes()


def _read(file: Any) -> bytes:
    with file.open("rb") as stream:
        data: bytes = stream.read()
    return data
