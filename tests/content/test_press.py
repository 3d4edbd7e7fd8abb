"""Statements, the press room, contacts, agencies, countries and films, as readers see them."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from content.models import (
    Agency,
    AgencyDesk,
    AgencyPage,
    ContactDesk,
    ContactPage,
    ContactPageDesk,
    CountryPage,
    PressKitFile,
    PressRoomPage,
    PressRoomSpokesperson,
    Spokesperson,
    StatementKind,
    StatementPage,
    VideoPage,
)
from tests.content.fakes import FakeSurroundings
from tests.content.markup import Markup
from tests.content.samples import body, full_article, picture, shown, streams, words

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>"


def main_text(markup: Markup) -> str:
    return markup.all("main")[0].text


def desk(pk: int = 3, **fields: Any) -> ContactDesk:
    values = {"email": "a@example.org", "phone": "+84 (0) 1", "reply_days": 5, **words("name"), **fields}
    return ContactDesk(pk=pk, agency=Agency(pk=1, code="so", **words("name")), **values)


def statement(pk: int = 20, **fields: Any) -> StatementPage:
    values = {
        "kind": StatementKind.CORRECTION,
        "issued_on": date(2025, 7, 1),
        "is_own_error": True,
        **words("title"),
        **words("said", vi="Sai", en="Wrong", ja="誤り", ko="오류"),
        **words("said_where"),
        **words("correct", vi="Đúng", en="Right", ja="正しい", ko="옳음"),
        **fields,
    }
    return StatementPage(pk=pk, desk=desk(), **values)


def test_a_correction_says_what_was_said_and_what_is_correct() -> None:
    for language, (wrong, right) in {"en": ("Wrong", "Right"), "ja": ("誤り", "正しい")}.items():
        text = main_text(shown(statement(), FakeSurroundings(language=language)))

        assert wrong in text
        assert right in text


def test_our_own_error_is_owned_and_the_page_is_named() -> None:
    page = statement(corrects_id=10)
    site = FakeSurroundings(language="en", addresses={10: "/en/10/"}, others=[full_article(10)])

    markup = shown(page, site)

    assert "The error was ours." in main_text(markup)
    assert "/en/10/" in [link.attributes.get("href") for link in markup.all("a")]


def test_a_corrected_page_that_is_not_public_is_not_linked() -> None:
    markup = shown(statement(corrects_id=10), FakeSurroundings(language="en"))

    assert "The page has been corrected" not in main_text(markup)


def test_a_correction_without_what_was_said_is_refused() -> None:
    with pytest.raises(ValidationError) as refusal:
        statement(said_vi="").clean()
    assert list(refusal.value.message_dict) == ["said_vi"]
    statement(said_vi="", kind=StatementKind.STATEMENT).clean()


def test_words_of_a_statement_cannot_run_programs() -> None:
    page = statement(
        said_en=HOSTILE, said_where_en=HOSTILE, correct_en=HOSTILE, said_url="javascript:alert(1)"
    )

    markup = shown(page, FakeSurroundings(language="en"))

    assert not [one for one in markup.all("script") if "application/ld+json" not in one.attributes.values()]
    assert HOSTILE not in "".join(one.text for one in markup.all("script"))
    assert not [link for link in markup.all("a") if "javascript:" in (link.attributes.get("href") or "")]


def spokesperson(name: str, **fields: Any) -> Spokesperson:
    return Spokesperson(
        full_name=name, agency=Agency(pk=1, code="so", **words("name")), **words("role"), **fields
    )


def press_room(*people: Spokesperson) -> PressRoomPage:
    page = PressRoomPage(pk=30, desk=desk(), **words("title"), **streams("body", body("paragraph")))
    page.spokespersons.set(
        [PressRoomSpokesperson(sort_order=place, person=one) for place, one in enumerate(people)]
    )
    page.kit.set([PressKitFile(image=picture())])
    return page


def test_only_those_speak_who_are_appointed_today() -> None:
    people = (
        spokesperson("Bà Nay", valid_from=date(2026, 3, 4), valid_to=date(2026, 3, 4)),
        spokesperson("Ông Trước", valid_to=date(2026, 3, 3)),
        spokesperson("Ông Sau", valid_from=date(2026, 3, 5)),
        spokesperson("Bà Luôn"),
    )

    text = main_text(shown(press_room(*people), FakeSurroundings(today=date(2026, 3, 4))))

    assert [name for name in ("Bà Nay", "Bà Luôn", "Ông Trước", "Ông Sau") if name in text] == [
        "Bà Nay",
        "Bà Luôn",
    ]


def test_a_press_room_without_anybody_says_so() -> None:
    text = main_text(shown(PressRoomPage(pk=31, **words("title")), FakeSurroundings(language="en")))

    assert "The directory of spokespersons has not been published yet." in text


def test_the_press_room_shows_the_newest_statements_first() -> None:
    older = statement(21, issued_on=date(2024, 1, 1), title_en="Older")
    newer = statement(22, issued_on=date(2025, 1, 1), title_en="Newer")
    site = FakeSurroundings(language="en", others=[older, newer], addresses={21: "/en/21/", 22: "/en/22/"})

    text = main_text(shown(press_room(), site))

    assert text.index("Newer") < text.index("Older")


def test_the_desk_that_speaks_the_readers_language_comes_first() -> None:
    page = ContactPage(pk=40, **words("title"))
    vietnamese = desk(1, name_ja="ベトナム語の窓口")
    japanese = desk(2, name_ja="日本語の窓口", speaks_ja=True)
    page.desks.set([ContactPageDesk(desk=one) for one in (vietnamese, japanese)])

    text = main_text(shown(page, FakeSurroundings(language="ja")))

    assert text.index("日本語の窓口") < text.index("ベトナム語の窓口")


def test_an_agency_says_where_it_came_from() -> None:
    before = Agency(pk=5, code="cu", name_en="Old Department")
    page = AgencyPage(
        pk=50,
        agency=Agency(pk=6, code="moi", name_en="New", predecessor=before, valid_from=date(2025, 3, 1)),
        website="https://www.example.org/",
        **words("title"),
        **streams("body", body("paragraph")),
    )
    page.desks.set([AgencyDesk(desk=desk())])

    text = main_text(shown(page, FakeSurroundings(language="en")))

    assert "Old Department" in text
    assert "1 March 2025" in text
    assert "example.org" in text


def test_a_page_of_no_agency_is_refused() -> None:
    with pytest.raises(ValidationError) as refusal:
        AgencyPage(**words("title")).clean()
    assert list(refusal.value.message_dict) == ["agency"]


@pytest.mark.parametrize(
    ("language", "name"), [("vi", "Nhật Bản"), ("en", "Japan"), ("ja", "日本"), ("ko", "일본")]
)
def test_a_country_has_its_name_from_cldr(language: str, name: str) -> None:
    page = CountryPage(pk=60, country="JP", projects=1234, capital=2_500_000, **words("title"))

    assert name in main_text(shown(page, FakeSurroundings(language=language)))


def test_figures_nobody_knows_are_left_out() -> None:
    text = main_text(
        shown(CountryPage(pk=61, country="KR", **words("title")), FakeSurroundings(language="en"))
    )

    assert "Projects in force" not in text
    assert "Registered capital" not in text


def test_a_film_is_a_link_with_every_word_to_read() -> None:
    page = VideoPage(
        pk=70,
        film_url="https://www.example.org/film",
        seconds=187,
        **words("title"),
        **streams("transcript", body("paragraph")),
    )

    markup = shown(page, FakeSurroundings(language="en"))

    assert "3:07" in main_text(markup)
    assert "Ở phía bắc." in main_text(markup)
    assert not markup.all("iframe")


def test_a_film_without_a_file_says_so() -> None:
    text = main_text(shown(VideoPage(pk=71, **words("title")), FakeSurroundings(language="en")))

    assert "has not been published yet" in text


def test_a_row_of_the_media_kit_names_one_file() -> None:
    PressKitFile(image_id=1).clean()
    for fields in ({}, {"image_id": 1, "document_id": 1}):
        with pytest.raises(ValidationError):
            PressKitFile(**fields).clean()
