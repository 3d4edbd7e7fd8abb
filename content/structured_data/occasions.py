"""Events and contests as schema.org describes them."""

from types import MappingProxyType
from typing import Any

from content.events.days import shown
from content.events.enums import EventKind, EventStatus, PrizeRank
from content.events.files import EVENT_FILE, span
from content.models import ContestPage, ContestWork, EventPage
from content.pictures import SHAPES
from content.structured_data.pages import responsible
from content.structured_data.registry import Node, describes, node, words
from content.structured_data.values import agency, iso, place, web
from content.surroundings import Surroundings

_KINDS = MappingProxyType(
    {
        EventKind.FESTIVAL: "Festival",
        EventKind.FAIR: "ExhibitionEvent",
        EventKind.CONFERENCE: "BusinessEvent",
        EventKind.OTHER: "Event",
    }
)
_STATUS = MappingProxyType(
    {
        EventStatus.CONFIRMED: "https://schema.org/EventScheduled",
        EventStatus.POSTPONED: "https://schema.org/EventPostponed",
        EventStatus.CANCELLED: "https://schema.org/EventCancelled",
    }
)
_THERE = "https://schema.org/OfflineEventAttendanceMode"
_SHOWN = SHAPES["wide"][-2]


@describes(EventPage)
def event(page: EventPage, site: Surroundings) -> Node:
    """Describe an event that has days: the next ones where it comes back every year."""
    occasion = shown(page)
    if occasion is None:
        return node("WebPage", author=responsible(page, site))
    start, end = span(page, occasion)
    where = place(page.place, site)
    calendar = site.companion_url(page.pk, EVENT_FILE)
    described = node(
        _KINDS[EventKind(page.kind)],
        name=words(page, "title", site),
        description=words(page, "summary", site),
        startDate=iso(start),
        endDate=iso(end),
        eventStatus=_STATUS[EventStatus(page.status)],
        eventAttendanceMode=_THERE if where else "",
        location=where,
        organizer=agency(page.organiser, site),
        url=web(page.url),
        inLanguage=site.language,
        subjectOf=node(
            "MediaObject",
            contentUrl=site.absolute_url(calendar),
            encodingFormat="text/calendar",
            inLanguage=site.language,
        )
        if calendar
        else None,
    )
    return node("WebPage", author=responsible(page, site), mainEntity=described)


@describes(ContestPage)
def contest(page: ContestPage, site: Surroundings) -> Node:
    """Describe a contest: the time for entries, its rules, and the works that won."""
    works = sorted(page.works.all(), key=lambda row: (row.sort_order or 0, row.pk or 0))
    rules = site.document_url(page.rules) if page.rules else None
    described = node(
        "Event",
        name=words(page, "title", site),
        description=words(page, "theme", site) or words(page, "summary", site),
        startDate=iso(page.opens_on),
        endDate=iso(page.closes_on),
        organizer=agency(page.organiser, site),
        workFeatured=[work for row in works if (work := _work(row, site))],
        subjectOf=node("DigitalDocument", url=site.absolute_url(rules)) if rules else None,
    )
    return node(
        "WebPage",
        author=responsible(page, site),
        mainEntity=described if page.opens_on else None,
    )


def _work(row: ContestWork, site: Surroundings) -> Node | None:
    picture: Any = site.picture(row.image, _SHOWN)
    if picture is None:
        return None
    return node(
        "VisualArtwork",
        author=node("Person", name=row.author),
        award=str(PrizeRank(row.rank).label),
        image=site.absolute_url(picture.url),
    )
