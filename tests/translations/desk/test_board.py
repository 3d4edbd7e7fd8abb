"""The board."""

from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from content.models import Agency, ArticlePage
from tests import factories
from tests.translations.desk.conftest import Desk
from translations.enums import EditionState, Waiting
from translations.models import Edition
from translations.operations.editions import open_editions

TITLES = frozenset({"Tin mới", "Đã xong", "Chưa duyệt", "Sở Du lịch"})


def board(desk: Desk, **query: Any) -> str:
    response = desk.client.get(reverse("translations:board"), query)
    assert response.status_code == 200
    return unescape(" ".join(response.content.decode().split()))


def queries_of(desk: Desk) -> int:
    with CaptureQueriesContext(connection) as captured:
        board(desk)
    return len(captured)


def agency(name: str, code: str) -> Agency:
    """An agency that waits for clearance."""
    office = Agency(name_vi=name, code=code)
    office.save()
    open_editions(instance=office)
    return office


def test_the_number_of_queries_does_not_grow_with_the_rows(desk: Desk) -> None:
    agency("Sở Du lịch", "sdl")
    board(desk)
    few = queries_of(desk)

    for number in range(10):
        factories.cleared(factories.article())
        agency(f"Sở {number}", f"so-{number}")

    assert queries_of(desk) == few


def test_an_object_stands_there_once_with_its_three_editions(desk: Desk) -> None:
    html = board(desk)

    assert html.count("Tin mới</a>") == 1
    for edition in Edition.objects.of(desk.page):
        assert reverse("translations:review", args=[edition.pk]) in html


def test_titles_are_vietnamese_under_every_interface(desk: Desk) -> None:
    factories.translated(desk.page, "ja")
    with override("ja"):
        assert "Tin mới</a>" in board(desk)


@pytest.mark.parametrize(
    ("waiting", "detail", "sentence"),
    [
        (Waiting.CLEARANCE, "", "The text waits for clearance"),
        (Waiting.ENGINE_RUNNING, "old failure", "The engine is translating new text now."),
        (
            Waiting.NO_ENGINE,
            "",
            "No engine is configured: new text waits until a person writes it or an engine is set up.",
        ),
        (Waiting.ENGINE_FAILED, "The quota is used up.", "The quota is used up."),
        (Waiting.CORRUPT, "The block at body/7 has no type.", "The block at body/7 has no type."),
    ],
)
def test_every_reason_to_wait_is_a_sentence(desk: Desk, waiting: str, detail: str, sentence: str) -> None:
    Edition.objects.filter(language="en").update(waiting=waiting, waiting_detail=detail)

    html = board(desk)

    assert f"English: {Waiting(waiting).label}" not in html
    assert sentence in html
    assert "old failure" not in html


def test_a_reason_that_holds_for_every_language_is_said_once(desk: Desk) -> None:
    Edition.objects.update(waiting=Waiting.NO_ENGINE)

    html = board(desk)

    assert html.count("No engine is configured") == 1
    assert "Korean: No engine" not in html


def test_pending_segments_are_counted(desk: Desk) -> None:
    unit = desk.unit("hai")
    desk.post("approve", unit, target="二。")

    html = board(desk)

    assert "2 of 3 segments wait for a person." in html
    assert html.count("3 of 3 segments wait for a person.") == 2


@pytest.fixture
def several(desk: Desk) -> Desk:
    """Beside the article in review: one approved in Korean, one that waits for clearance, an agency."""
    done = factories.article(title_vi="Đã xong")
    factories.cleared(done)
    factories.translated(done, "ko")
    open_editions(instance=factories.article(title_vi="Chưa duyệt"))
    agency("Sở Du lịch", "sdl")
    Edition.objects.of(desk.page).filter(language="ja").update(waiting=Waiting.NO_ENGINE)
    return desk


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, TITLES),
        ({"state": EditionState.APPROVED}, {"Đã xong"}),
        ({"state": EditionState.APPROVED, "language": "ja"}, set()),
        ({"state": [EditionState.APPROVED, EditionState.IN_REVIEW], "language": "ko"}, {"Đã xong"}),
        ({"waiting": Waiting.CLEARANCE}, {"Chưa duyệt", "Sở Du lịch"}),
        (
            {"waiting": [Waiting.NO_ENGINE, Waiting.CLEARANCE], "language": "ja"},
            {"Tin mới", "Chưa duyệt", "Sở Du lịch"},
        ),
        ({"waiting": "reviewer", "language": "ko"}, {"Tin mới"}),
        ({"waiting": "nonsense"}, TITLES),
    ],
)
def test_filters_keep_the_objects_with_such_an_edition(
    several: Desk, query: dict[str, Any], titles: set[str]
) -> None:
    html = board(several, **query)

    assert {
        title for title in ("Tin mới", "Đã xong", "Chưa duyệt", "Sở Du lịch") if f"{title}</a>" in html
    } == titles


def test_the_kind_of_object_is_a_filter(several: Desk) -> None:
    kind = Edition.objects.of(Agency.objects.get()).values_list("content_type_id", flat=True)[0]

    html = board(several, content_type=kind)

    assert "Sở Du lịch</a>" in html
    assert "Tin mới</a>" not in html


def test_a_language_that_is_chosen_is_the_only_one_shown(several: Desk) -> None:
    html = board(several, language="ja")

    assert "Korean</th>" not in html.replace(" </th>", "</th>")
    assert html.count('data-label="Japanese"') == 4
    assert 'data-label="Korean"' not in html


def test_a_long_board_comes_in_pages(desk: Desk) -> None:
    for number in range(26):
        agency(f"Sở {number}", f"so-{number}")

    first, second = board(desk), board(desk, p=2)

    assert "Page 1 of 2" in first
    assert first.count('class="title-wrapper"') == 25
    assert second.count('class="title-wrapper"') == 2


def test_the_longest_open_come_first_if_asked(several: Desk) -> None:
    Edition.objects.of(ArticlePage.objects.get(title_vi="Đã xong")).update(opened_at="2020-01-01T00:00Z")

    html = board(several, ordering="opened")

    assert html.index("Đã xong</a>") < html.index("Tin mới</a>")


def test_only_whoever_may_clear_is_led_to_a_clearance(several: Desk) -> None:
    assert "Read and clear" not in board(several)

    several.reviewer.user_permissions.add(*factories.person("clear_text").user_permissions.all())

    assert board(several).count("Read and clear") == 2


def test_an_object_whose_stored_text_cannot_be_loaded_is_still_listed(desk: Desk) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE content_articlepage SET body_vi = %s", ['{"blocks": []}'])

    assert "Tin mới</a>" in board(desk)


def test_an_object_that_is_gone_breaks_nothing(desk: Desk) -> None:
    kind = Edition.objects.of(desk.page).values_list("content_type_id", flat=True)[0]
    Edition.objects.create(content_type_id=kind, object_id=999_999, language="ja")

    assert "(deleted)" in board(desk)


@pytest.mark.parametrize("results", [False, True])
def test_results_alone_are_what_the_filters_swap_in(desk: Desk, results: bool) -> None:
    name = "translations:board_results" if results else "translations:board"

    html = desk.client.get(reverse(name)).content.decode()

    assert ("<html" in html) is not results
    assert "Tin mới</a>" in html
