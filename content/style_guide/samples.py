"""What the style page shows: sample words of one language, and cards and blocks made of them."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from content.blocks import BodyBlock
from content.enums import Pillar
from content.surroundings import PageCard

_FILE = Path(__file__).parent / "samples.toml"
_EXAMPLE = "https://example.org/"

PARKS = (
    ("park", 200.0, ""),
    ("park_two", 158.48, ""),
    ("park_three", 154.5, "2007"),
    ("park_four", 285.37, "2003"),
)
"""Key of the name, hectares, and year of establishment where it is known."""

DAYS: Mapping[str, date] = {
    "zone": date(2025, 1, 14),
    "park": date(2024, 10, 23),
}


@cache
def _all() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def words(language: str) -> dict[str, str]:
    """Return the sample words by key.

    Raises:
        KeyError: a word has no translation into *language*.
    """
    return {key: translations[language] for key, translations in _all().items()}


def card(title: str, summary: str, *, picture: int | None, pillar: str = "") -> PageCard:
    """Return a page as a listing shows it; *picture* is the primary key of an image."""
    return PageCard(
        pk=0,
        kind="content.articlepage",
        url="#",
        title=title,
        summary=summary,
        lead_image=picture,
        first_published_at=datetime(2026, 3, 4, tzinfo=UTC),
        translation_key="",
        pillar=pillar,
    )


def cards(said: Mapping[str, str], pictures: tuple[int, ...]) -> list[PageCard]:
    """Return two cards with the first of *pictures*, and one without a picture."""
    shown = [*pictures[:2], None, None]
    return [
        card(said["temple"], said["temple_text"], picture=shown[0], pillar=Pillar.VISIT),
        card(said["birds"], said["birds_text"], picture=shown[1], pillar=Pillar.LIVE),
        card(said["zone"], said["note_text"], picture=None),
    ]


def body(said: Mapping[str, str]) -> Any:
    """Return a body with one block of each family that needs no upload."""
    items = [f"<p>{said[key]}</p>" for key in ("textiles", "food", "wood")]
    table = {
        "columns": [{"type": "text", "heading": said[key]} for key in ("sector", "area")],
        "rows": [{"values": [f"<p>{said[key]}</p>", "<p>…</p>"]} for key in ("textiles", "mechanics")],
        "caption": said["table"],
    }
    values: list[tuple[str, Any]] = [
        ("heading", {"text": said["temple"], "level": "h2"}),
        ("paragraph", f"<p>{said['temple_text']} <i>{said['saying']}</i></p>"),
        ("quote", {"text": said["saying"], "attribution": said["proverb"]}),
        ("heading", {"text": said["birds"], "level": "h3"}),
        ("list", {"style": "bulleted", "items": items}),
        ("list", {"style": "ordered", "items": items}),
        ("callout", {"tone": "note", "title": said["note"], "text": f"<p>{said['note_text']}</p>"}),
        ("callout", {"tone": "important", "title": said["note"], "text": f"<p>{said['stale']}</p>"}),
        ("table", table),
        ("video", {"url": _EXAMPLE, "title": said["birds"], "description": said["birds_text"]}),
        ("button", {"text": said["more"], "page": None, "url": _EXAMPLE}),
        ("link", {"text": said["more"], "page": None, "url": _EXAMPLE}),
    ]
    return BodyBlock().to_python([{"type": kind, "value": value} for kind, value in values])
