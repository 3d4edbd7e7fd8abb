"""Cards as files: each drawn once, and kept beside the baked folder for the next bake."""

import hashlib
import os
import time
from pathlib import Path

from django.conf import settings

from content.cards.card import CannotBeSet, CardContents, draw, identity
from content.cards.ground import HEIGHT, WIDTH
from content.surroundings import Picture
from deploy.bake.output import Output

KEPT_UNUSED = 30 * 24 * 3600
"""Seconds for which a card that no bake asks for is kept."""


class Cards:
    """Draws the cards that were never drawn and copies them into the output.

    The folder `CARD_ROOT` is a store that may be emptied at any time: a card's name there is
    the fingerprint of all that it is made of.
    """

    def __init__(self, output: Output) -> None:
        self._output = output
        self._store = Path(settings.CARD_ROOT)
        self.notices: list[str] = []

    def card(self, contents: CardContents, picture: bytes | None) -> Picture | None:
        """Return the card of a page in the output; None where it cannot be drawn, which is noticed."""
        kept = self._store / f"{identity(contents, picture)}.jpg"
        try:
            data = kept.read_bytes()
        except FileNotFoundError:
            try:
                data = draw(contents, picture)
            except (CannotBeSet, OSError) as error:
                self._notice(str(error))
                return None
            self._keep(kept, data)
        return Picture(self._output.write_hashed("media", "card.jpg", data), WIDTH, HEIGHT)

    def _keep(self, kept: Path, data: bytes) -> None:
        self._store.mkdir(parents=True, exist_ok=True)
        # Two processes may draw the same card; each reads a whole one.
        fresh = kept.with_suffix(f".{os.getpid()}.part")
        fresh.write_bytes(data)
        fresh.replace(kept)

    def _notice(self, said: str) -> None:
        if said not in self.notices:
            self.notices.append(said)

    def sweep(self) -> None:
        """Remove what was drawn long ago and is in the output no more."""
        shown = {record.sha256 for record in self._output.hashed.values()}
        oldest = time.time() - KEPT_UNUSED
        for kept in self._store.glob("*.jpg"):
            if kept.stat().st_mtime < oldest and _digest(kept) not in shown:
                kept.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
