"""Festivals of the lunar calendar, and a contest, as far as the samples tell of them."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models

from cms.demo.articles import RawBlock, SampleArticle
from cms.demo.makers import Makers
from content.events.enums import Recurrence
from content.models import ContestPage, DirectoryPage, EventPage, Place

_SECTION = "Sự kiện"
_NAMESPACE = uuid.UUID("8c0f3a52-0f0b-5b5c-8a53-3d1f6f7a2b44")


def make(makers: Makers) -> Iterator[models.Model]:
    """Make the calendar of events with its festivals, the list of contests with its one, and their places."""
    sample = makers.words("events")
    places = {place["code"]: _place(makers, place) for place in sample["places"]}
    yield from places.values()
    calendar = _directory(makers, "events", sample["calendar"])
    contests = _directory(makers, "contests", sample["contests"])
    yield from (calendar, contests)
    for event in sample["events"]:
        yield _event(makers, event, places[event["place"]], calendar)
    yield _contest(makers, sample["contest"], contests)


def _place(makers: Makers, sample: Mapping[str, Any]) -> Place:
    place = Place(code=sample["code"], kind=sample["kind"], name_vi=sample["name"])
    return makers.snippet(place, code=sample["code"])


def _directory(makers: Makers, lists: str, sample: Mapping[str, Any]) -> DirectoryPage:
    page = DirectoryPage(
        lists=lists,
        title_vi=sample["title"],
        summary_vi=sample["summary"],
        slug=sample["slug"],
        slug_intl=sample["slug_intl"],
    )
    return makers.page(page, makers.sections[_SECTION])


def _event(makers: Makers, sample: Mapping[str, Any], place: Place, parent: DirectoryPage) -> EventPage:
    month, day, last_month, last_day = sample["lunar"]
    page = EventPage(
        **_texts(sample),
        kind=sample["kind"],
        recurrence=Recurrence.YEARLY_LUNAR,
        lunar_month=month,
        lunar_day=day,
        lunar_last_month=last_month,
        lunar_last_day=last_day,
        place=place,
    )
    return makers.page(page, parent, agency=sample["agency"], cover=sample["cover"])


def _contest(makers: Makers, sample: Mapping[str, Any], parent: DirectoryPage) -> ContestPage:
    words = {f"{name}_vi": sample[name] for name in ("theme", "participants", "how_to_send", "privacy")}
    page = ContestPage(**_texts(sample), **words)
    return makers.page(page, parent, agency=sample["agency"], cover=sample["cover"])


def _texts(sample: Mapping[str, Any]) -> dict[str, Any]:
    """Return the texts that events and contests share, as columns."""
    return {
        "title_vi": sample["title"],
        "summary_vi": sample["summary"],
        "slug": sample["slug"],
        "slug_intl": sample["slug_intl"],
        "body_vi": _body(sample),
        "sources_vi": [_source(sample["slug"], url) for url in sample["sources"]],
    }


def _body(sample: Mapping[str, Any]) -> list[RawBlock]:
    written = SampleArticle(
        slug=sample["slug"],
        title=sample["title"],
        summary=sample["summary"],
        section=_SECTION,
        agency=sample["agency"],
        tags=[],
        sources=[],
        body=sample["body"],
    )
    return written.blocks(lambda address: None)


def _source(slug: str, url: str) -> RawBlock:
    block_id = str(uuid.uuid5(_NAMESPACE, f"{slug} {url}"))
    return {"type": "source", "value": {"label": "", "url": url}, "id": block_id}
