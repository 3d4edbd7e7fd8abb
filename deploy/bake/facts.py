"""What the site around a page knows of it: enough for addresses, menus and listings, without its body."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from content import directories
from content.models import PortalPage
from deploy.bake.reading import derived_streams, row_lookups
from deploy.bake.shown import absence, lost
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE, localized, translated_fields
from translations import sources
from translations.operations.release import cleared_texts, public_editions, source_text
from translations.segments.soundness import Choice

_CHUNK = 200
_MOMENTS = ("expire_at", "published")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page of the tree, public or not.

    *path* is treebeard's; *updated* says when each language that may be public was last
    published; *source* is the hash of its Vietnamese, empty where that cannot be read.
    *corrupt* says why, or which of the *missing* an uncleared text names: objects that are
    not there. *words* are (title, menu title, summary) by language. *companions* are the names of
    files beside it; *facets* (name, value) divide the pages of its kind; it *lists* the pages of a kind.
    """

    pk: int
    kind: str
    path: str
    slug: str
    slug_intl: str
    in_menus: bool
    live: bool
    expire_at: datetime | None
    published: datetime | None
    translation_key: str
    lead_image: int | None
    source: str
    corrupt: str
    updated: dict[str, datetime | None]
    words: dict[str, tuple[str, str, str]]
    missing: tuple[Choice, ...] = ()
    companions: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    lists: str = ""
    pillar: str = ""

    def to_json(self) -> str:
        """Return the facts as one line of JSON."""
        values = [_packed(getattr(self, name)) for name in _NAMES]
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return what `to_json` wrote.

        Raises:
            ValueError, TypeError: it is anything else.
        """
        found = dict(zip(_NAMES, json.loads(text), strict=True))
        for name in _MOMENTS:
            found[name] = _moment(found[name])
        found["updated"] = {code: _moment(written) for code, written in found["updated"].items()}
        found["missing"] = tuple((label, key) for label, key in found["missing"])
        found["companions"] = tuple(found["companions"])
        found["facets"] = tuple((name, value) for name, value in found["facets"])
        found["words"] = {code: tuple(said) for code, said in found["words"].items()}
        return cls(**found)


_NAMES = tuple(field.name for field in fields(PageFacts))
FORM = " ".join(_NAMES)
"""What a store of facts is made of."""


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _packed(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _packed(held) for name, held in value.items()}
    return value


_WORDS = ("title", "menu_title", "summary")
_COLUMNS = (
    "path",
    "slug",
    "slug_intl",
    "show_in_menus",
    "live",
    "expire_at",
    "first_published_at",
    "last_published_at",
    "translation_key",
    "lead_image_id",
    *(localized(word, language) for language in LANGUAGES for word in _WORDS),
)


def read_facts(pks: Iterable[int] | None = None) -> Iterator[PageFacts]:
    """Read the facts of the pages *pks*, or of all; a page that is not there has none."""
    chosen = None if pks is None else sorted(pks)
    for model in (PortalPage, *PortalPage.__subclasses__()):
        yield from _facts_of(model, chosen)


def _facts_of(model: type[PortalPage], pks: list[int] | None) -> Iterator[PageFacts]:
    kind = ContentType.objects.get_for_model(model)
    pages = model._base_manager.filter(content_type=kind).order_by("pk")
    if pks is not None:
        pages = pages.filter(pk__in=pks)
    texts = [localized(name, SOURCE_LANGUAGE) for name in translated_fields(model)]
    editions = public_editions(model, pks)
    cleared = cleared_texts(model)
    for page in _read(pages, model, texts).iterator(chunk_size=_CHUNK):
        yield _facts(page, model._meta.label_lower, cleared, editions.get(page.pk, {}))


def _read(pages: QuerySet[PortalPage], model: type[PortalPage], texts: list[str]) -> QuerySet[PortalPage]:
    if directories.of_kind(model._meta.label_lower) is None:
        return pages.only("pk", *_COLUMNS, *texts, *model.facts_columns)
    # What divides them may stand in any of their columns and rows.
    return pages.defer(*derived_streams(model)).prefetch_related(*row_lookups(model))


def _facts(page: PortalPage, kind: str, cleared: frozenset[str], editions: dict[str, Any]) -> PageFacts:
    source, corrupt = source_text(page)
    missing: list[Choice] = []
    if source and source not in cleared:
        missing = lost(sources.check(page, SOURCE_LANGUAGE))
        corrupt = " ".join(map(absence, missing))
    updated = {code: one.approved_at for code, one in editions.items()}
    if source in cleared:
        updated[SOURCE_LANGUAGE] = page.last_published_at
    return PageFacts(
        pk=page.pk,
        kind=kind,
        path=page.path,
        slug=page.slug,
        slug_intl=page.slug_intl,
        in_menus=page.show_in_menus,
        live=page.live,
        expire_at=page.expire_at,
        published=page.first_published_at or page.last_published_at,
        translation_key=str(page.translation_key),
        lead_image=page.lead_image_id,
        source=source,
        corrupt=corrupt,
        updated=updated,
        words={code: _words(page, code) for code in LANGUAGES},
        missing=tuple(missing),
        companions=page.companion_names(),
        facets=directories.facet_values(page),
        lists=page.listed_kind(),
        pillar=getattr(page, "pillar", ""),
    )


def _words(page: PortalPage, language: str) -> tuple[str, str, str]:
    title, menu_title, summary = (getattr(page, localized(word, language)) or "" for word in _WORDS)
    return title, menu_title, summary
