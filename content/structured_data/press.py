"""Films, statements, agencies and desks as schema.org describes them."""

from typing import Any

from content.formats import local_day
from content.models import (
    AgencyPage,
    ContactPage,
    CountryPage,
    PressKitFile,
    PressRoomPage,
    StatementPage,
    VideoPage,
)
from content.models.press import StatementKind
from content.names import is_film_file
from content.structured_data.pages import responsible
from content.structured_data.registry import Node, describes, node, words
from content.structured_data.values import contact_point
from content.surroundings import Surroundings
from content.templatetags.people import in_order, speaking_now

_POSTER = "fill-1200x630|format-jpeg"
_PRINT = "max-2400x2400|format-jpeg"


@describes(VideoPage)
def film(page: VideoPage, site: Surroundings) -> Node:
    """Describe the page of a film; the film itself needs a poster and an address to be described."""
    poster = site.picture(page.lead_image, _POSTER) if page.lead_image is not None else None
    is_known = poster is not None and page.film_url and page.first_published_at
    return node(
        "WebPage",
        author=responsible(page, site),
        mainEntity=node(
            "VideoObject",
            name=words(page, "title", site),
            description=words(page, "summary", site),
            thumbnailUrl=site.absolute_url(poster.url) if poster else "",
            uploadDate=local_day(page.first_published_at).isoformat() if page.first_published_at else "",
            # What is no file is a page on which somebody else shows the film.
            **{"contentUrl" if is_film_file(page.film_url) else "url": page.film_url},
            duration=f"PT{page.seconds}S" if page.seconds else "",
            inLanguage=page.spoken,
            dateCreated=page.made_on.isoformat() if page.made_on else "",
        )
        if is_known
        else None,
    )


@describes(StatementPage)
def statement(page: StatementPage, site: Surroundings) -> Node:
    """Describe a statement; a correction of the portal's own page names that page."""
    corrected = site.card(page.corrects_id) if page.corrects_id else None
    is_correction = page.kind == StatementKind.CORRECTION and page.is_own_error
    issued = page.issued_on.isoformat()
    return node(
        "CorrectionComment" if is_correction else "SpecialAnnouncement",
        headline=words(page, "title", site),
        text=words(page, "correct", site),
        dateCreated=issued,
        datePosted="" if is_correction else issued,
        author=responsible(page, site),
        mentions=node("WebPage", url=page.said_url) if page.said_url.startswith("http") else None,
        about=node("WebPage", name=corrected.title, url=site.absolute_url(corrected.url))  # bare: of a card
        if corrected
        else None,
    )


@describes(AgencyPage)
def agency(page: AgencyPage, site: Surroundings) -> Node:
    """Describe an agency with its desks."""
    return node(
        "AboutPage",
        mainEntity=node(
            "GovernmentOrganization",
            name=words(page.agency, "name", site) or words(page, "title", site),
            description=words(page, "summary", site),
            url=page.website,
            contactPoint=_desks(page, site),
        ),
    )


@describes(ContactPage)
def contact(page: ContactPage, site: Surroundings) -> Node:
    """Describe the page of those who answer."""
    about = node("GovernmentOrganization", name=site.site_name(), contactPoint=_desks(page, site))
    return node("ContactPage", mainEntity=about)


@describes(PressRoomPage)
def press_room(page: PressRoomPage, site: Surroundings) -> Node:
    """Describe the press room: its desk, those who speak today, and the files of its media kit."""
    desk = page.desk if page.desk is not None and words(page.desk, "name", site) else None
    asked = node(
        "GovernmentOrganization",
        name=site.site_name(),
        contactPoint=contact_point(desk, site) if desk else None,
    )
    return node(
        "CollectionPage",
        mainEntity=asked if desk else None,
        mentions=[_person(person, site) for person in speaking_now(page)],
        hasPart=[part for row in in_order(page.kit.all()) if (part := _kit_file(row, site))],
    )


def _kit_file(row: PressKitFile, site: Surroundings) -> Node | None:
    if row.document is not None:
        address = site.document_url(row.document)
        name = words(row.document, "title", site)
        return node("DigitalDocument", name=name, url=site.absolute_url(address)) if address else None
    picture = site.picture(row.image, _PRINT) if row.image is not None else None
    if picture is None:
        return None
    return node(
        "ImageObject",
        name=words(row.image, "alt", site) or words(row.image, "caption", site),
        contentUrl=site.absolute_url(picture.url),
        encodingFormat="image/jpeg",
        creditText=row.image.credit if row.image is not None else "",
    )


@describes(CountryPage)
def country(page: CountryPage, site: Surroundings) -> Node:
    """Describe the page of a country that the province works with."""
    named = node("Country", name=words(page, "title", site), identifier=page.country)
    return node("WebPage", about=named, author=responsible(page, site))


def _desks(page: AgencyPage | ContactPage, site: Surroundings) -> list[Node]:
    rows: list[Any] = sorted(page.desks.all(), key=lambda row: (row.sort_order or 0, row.pk or 0))
    return [contact_point(row.desk, site) for row in rows]


def _person(person: Any, site: Surroundings) -> Node:
    organisation = words(person.agency, "name", site)
    return node(
        "Person",
        name=person.full_name,
        jobTitle=words(person, "role", site),
        email=person.email,
        telephone=person.phone,
        worksFor=node("GovernmentOrganization", name=organisation) if organisation else None,
    )
