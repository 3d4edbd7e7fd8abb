"""Films, statements, desks and spokespersons in words of schema.org."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from content.models import (
    Agency,
    AgencyDesk,
    AgencyPage,
    ContactPage,
    ContactPageDesk,
    CountryPage,
    PressKitFile,
    PressRoomPage,
    PressRoomSpokesperson,
    Spokesperson,
    StatementKind,
    VideoPage,
)
from content.surroundings import rendering_in
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.samples import full_article, picture, words
from tests.content.test_press import desk, statement
from tests.content.test_structured_data import graph_of

pytestmark = pytest.mark.django_db

PUBLISHED = datetime(2026, 3, 4, 2, 30, 1, 500, tzinfo=UTC)


def site(language: str = "en", **fields: Any) -> FakeSurroundings:
    addresses = {pk: f"/{language}/{pk}/" for pk in (10, 20, 30)}
    return FakeSurroundings(language=language, addresses=addresses, others=[full_article(10)], **fields)


def film(**fields: Any) -> VideoPage:
    values: dict[str, Any] = {
        "film_url": "https://films.example/tran.mp4",
        "seconds": 65,
        "made_on": date(2025, 5, 1),
        "lead_image": picture(),
        "first_published_at": PUBLISHED,
        **words("title"),
        **words("summary"),
    }
    return VideoPage(pk=30, **{**values, **fields})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_film_is_described_with_poster_length_and_spoken_language(language: str) -> None:
    said = graph_of(film(), site(language))["WebPage"]["mainEntity"]

    assert (said["@type"], said["duration"], said["inLanguage"]) == ("VideoObject", "PT65S", "vi")
    assert said["contentUrl"] == "https://films.example/tran.mp4"
    assert said["thumbnailUrl"].startswith("https://portal.example/media/7.")


def test_a_page_that_shows_a_film_is_not_taken_for_its_file() -> None:
    said = graph_of(film(film_url="https://films.example/watch?v=1"), site())["WebPage"]["mainEntity"]

    assert "contentUrl" not in said
    assert said["url"] == "https://films.example/watch?v=1"


@pytest.mark.parametrize("missing", [{"film_url": ""}, {"lead_image": None}, {"first_published_at": None}])
def test_a_film_of_which_too_little_is_known_is_only_a_page(missing: dict[str, Any]) -> None:
    assert "mainEntity" not in graph_of(film(**missing), site())["WebPage"]


def test_a_correction_of_our_own_error_names_the_page_that_was_wrong() -> None:
    said = graph_of(statement(corrects_id=10, said_url="https://news.example/a"), site())["CorrectionComment"]

    assert said["text"] == "Right"
    assert said["about"]["url"] == "https://portal.example/en/10/"
    assert said["dateCreated"] == "2025-07-01"
    assert said["mentions"]["url"] == "https://news.example/a"


def test_a_statement_is_an_announcement_of_its_day() -> None:
    page = statement(kind=StatementKind.STATEMENT, is_own_error=False, said_url="javascript:alert(1)")
    said = graph_of(page, site("ko"))["SpecialAnnouncement"]

    assert said["datePosted"] == "2025-07-01"
    assert "mentions" not in said


def test_an_agency_and_the_contacts_say_how_desks_are_reached() -> None:
    agency = AgencyPage(pk=30, agency=Agency(pk=1, code="so", **words("name")), **words("title"))
    agency.desks.set([AgencyDesk(pk=1, desk=desk(speaks_en=True))])
    contact = ContactPage(pk=30, **words("title"))
    contact.desks.set([ContactPageDesk(pk=1, desk=desk())])

    (point,) = graph_of(agency, site())["AboutPage"]["mainEntity"]["contactPoint"]
    assert (point["email"], point["availableLanguage"]) == ("a@example.org", ["vi", "en"])
    assert graph_of(contact, site("ja"))["ContactPage"]["mainEntity"]["contactPoint"]


def press_room(**person: Any) -> PressRoomPage:
    page = PressRoomPage(pk=30, desk=desk(), **words("title"))
    agency = Agency(pk=1, code="so", **words("name"))
    speaker = Spokesperson(pk=1, full_name="Nguyễn An", agency=agency, **words("role"), **person)
    page.spokespersons.set([PressRoomSpokesperson(pk=1, person=speaker)])
    page.kit.set([PressKitFile(pk=1, image=picture())])
    return page


def press_room_node(page: PressRoomPage, language: str = "en") -> dict[str, Any]:
    with rendering_in(site(language)):
        return graph_of(page, site(language))["CollectionPage"]


def test_the_press_room_names_who_speaks_and_for_whom() -> None:
    (said,) = press_room_node(press_room())["mentions"]

    assert (said["@type"], said["name"], said["jobTitle"]) == ("Person", "Nguyễn An", "Tran Temple")
    assert "email" not in said


def test_the_press_room_names_nobody_who_speaks_no_more() -> None:
    assert "mentions" not in press_room_node(press_room(valid_to=date(2026, 3, 3)))


def test_the_press_room_says_whom_to_ask_and_what_may_be_printed() -> None:
    said = press_room_node(press_room(), "ja")

    assert said["mainEntity"]["contactPoint"]["email"] == "a@example.org"
    (file,) = said["hasPart"]
    assert (file["name"], file["encodingFormat"]) == ("チャン祠", "image/jpeg")
    assert file["creditText"] == "Nguyễn An"


def test_a_country_page_is_about_the_country() -> None:
    assert graph_of(CountryPage(pk=30, country="JP", **words("title")), site())["WebPage"]["about"] == {
        "@type": "Country",
        "name": "Tran Temple",
        "identifier": "JP",
    }
