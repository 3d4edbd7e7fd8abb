"""Entries of the memory, and units that ask it."""

from typing import Any

from django.contrib.contenttypes.models import ContentType

from content.models import ArticlePage
from tests import factories
from translations.enums import MemoryOrigin
from translations.models import Edition, MemoryEntry, Unit
from translations.segments.segment import digest, normalise

SENTENCE = (
    "Khu công nghiệp mới của tỉnh nằm bên quốc lộ, cách cảng biển không xa, có điện và nước sạch"
    " cho mọi nhà máy."
)
"""Twenty-four syllables: one changed word leaves 95 %."""


def remembered(source: str, target: str = "訳", **fields: Any) -> MemoryEntry:
    """Return a new entry: a person's, for Japanese, in the body of an article unless *fields* say else."""
    texts = {"source": normalise(source), "target": normalise(target)}
    hashes = {"source_hash": digest(source), "target_hash": digest(target)}
    usual = {"language": "ja", "origin": MemoryOrigin.PERSON, "context_key": "articlepage.body"}
    entry: MemoryEntry = MemoryEntry.objects.create(**{**texts, **hashes, **usual, **fields})
    return entry


def asking(source: str, *, subject: int = 1, field: str = "body") -> Unit:
    """Return a unit of an article in Japanese that exists nowhere but here."""
    kind = ContentType.objects.get_for_model(ArticlePage)
    edition = Edition(content_type=kind, object_id=subject, language="ja")
    return Unit(edition=edition, field=field, source=normalise(source), source_hash=digest(source))


def opened(*texts: str) -> Edition:
    """Return the Japanese edition of a new article with these paragraphs, filled from the memory."""
    page = factories.article(*texts)
    factories.cleared(page)
    return Edition.objects.of(page).get(language="ja")


def body(edition: Edition) -> list[Unit]:
    """Return the units of the paragraphs, in order."""
    return list(edition.units.filter(field="body"))
