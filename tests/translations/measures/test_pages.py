"""The pages with the desk's figures and with suggested terms."""

from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.models import User
from tests import factories
from tests.translations.desk.conftest import logged_in
from tests.translations.measures.corrected import approved, named
from tests.translations.measures.test_suggestions import OCCUPANCY, REST
from translations.enums import TermKind
from translations.models import Edition, Term
from translations.views import measures

pytestmark = pytest.mark.django_db

MACHINE, TARGET = "工業団地の埋め立て率は高いです。", "工業団地の入居率は高いです。"


def reader() -> User:
    return factories.person("review_ja", "access_admin")


def text(client: Client, name: str = "measures", status: int = 200, **query: Any) -> str:
    response = client.get(reverse(f"translations:{name}"), query)
    assert response.status_code == status
    return unescape(" ".join(response.content.decode().split()))


def test_the_page_says_in_plain_words_what_reviewers_changed() -> None:
    approved("Một.", "a b c d e f g h i j", "a b c d e f g h i x", language="en")
    approved("Hai.", "a b c d e f g h i j", "a b c d e f g h i j", language="en")

    html = text(logged_in(reader()))

    assert "English: of 100 words, reviewers changed 5." in html
    assert "They approved 50 % of the machine's segments as they were." in html


def test_every_table_has_a_caption_and_headings() -> None:
    Term.objects.create(vi="tỷ lệ lấp đầy", ja="入居率", approved=True)
    approved("Tỷ lệ lấp đầy.", MACHINE, TARGET, parent=factories.section(title_vi="Đầu tư"))

    html = text(logged_in(reader()))

    tables = html.split('<table class="desk-table desk-figures">')[1:]
    assert len(tables) == 5
    assert all(table.strip().startswith("<caption>") for table in tables)
    assert '<th scope="row" lang="vi">Đầu tư</th>' in html
    assert '<th scope="row" lang="vi">tỷ lệ lấp đầy</th>' in html


def test_the_period_is_chosen_in_the_address() -> None:
    approved("Một.", MACHINE, TARGET)

    html = text(logged_in(reader()), since="2040-01-01")

    assert "In this period nothing was approved that an engine had translated." in html
    assert 'value="2040-01-01"' in html


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"since": "2026-04-01", "until": "2026-03-01"}, "The period ends before it begins."),
        ({"since": "yesterday"}, "Enter a valid date."),
    ],
)
def test_a_period_that_is_none_is_refused_with_a_sentence(query: dict[str, str], sentence: str) -> None:
    assert sentence in text(logged_in(reader()), status=422, **query)


def test_the_page_says_when_it_could_not_measure_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    for source in ("Một.", "Hai."):
        approved(source, MACHINE, TARGET)
    client = logged_in(reader())
    assert "Measuring takes time" not in text(client)
    monkeypatch.setattr(measures, "SECONDS", -1)

    assert "Measuring takes time: these are the last 1 of 2 segments." in text(client)


def test_an_outdated_edition_leads_to_its_review() -> None:
    page = factories.article("Một.", title_vi="Tin cũ")
    factories.cleared(page)
    edition = factories.translated(page, "ja")
    edition.units.filter(field="body").update(state="needs_review")
    Edition.objects.filter(pk=edition.pk).update(state="outdated")

    html = text(logged_in(reader()))

    assert f'<a href="{reverse("translations:review", args=[edition.pk])}" lang="vi">Tin cũ</a>' in html


def test_the_number_of_queries_does_not_grow_with_the_segments() -> None:
    client = logged_in(reader())
    approved("Một.", MACHINE, TARGET)
    text(client)
    few = _queries(client)
    for number in range(5):
        approved(named(number), MACHINE, TARGET, parent=factories.section())

    assert _queries(client) == few


def _queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        text(client)
    return len(captured)


def corrected_again_and_again() -> None:
    for source, machine, target in [*OCCUPANCY["ja"], *REST["ja"]]:
        approved(source, machine, target)


def post(client: Client, **data: str) -> Any:
    values = {"language": "ja", "vi": "tỷ lệ lấp đầy", "words": "入居率", "before": "埋め立て率", **data}
    return client.post(reverse("translations:add_suggested_term"), values)


def test_what_was_corrected_again_and_again_is_suggested_with_examples() -> None:
    corrected_again_and_again()

    html = text(logged_in(reader()), "suggested_terms", language="ja")

    assert '<span lang="vi">tỷ lệ lấp đầy</span> → <span lang="ja">入居率</span>' in html
    assert "In 4 segments reviewers replaced “埋め立て率” with it." in html
    assert OCCUPANCY["ja"][3][0] in html
    assert "Add to the glossary" not in html
    assert "No correction was repeated" in text(logged_in(reader()), "suggested_terms", language="ko")


def test_who_may_add_terms_takes_a_suggestion_into_the_glossary_unapproved() -> None:
    corrected_again_and_again()
    client = logged_in(factories.person("review_ja", "access_admin", "add_term"))
    assert "Add to the glossary" in text(client, "suggested_terms", language="ja")

    response = post(client)

    term = Term.objects.get(vi="tỷ lệ lấp đầy")
    assert (term.ja, term.en, term.ko, term.approved, term.kind) == ("入居率", "", "", False, TermKind.TERM)
    assert "埋め立て率" in term.note
    assert response["Location"] == reverse("translations:suggested_terms") + "?language=ja"
    assert "入居率</span>" not in text(client, "suggested_terms", language="ja")


def test_who_may_not_add_terms_is_refused() -> None:
    response = post(logged_in(reader()))

    assert response.status_code == 403
    assert not Term.objects.filter(vi="tỷ lệ lấp đầy").exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"words": ""}, "needs its Vietnamese and a translation"),
        ({"vi": "x" * 256}, "too long"),
        ({"words": "입주율"}, "script"),
        ({"words": "入\x07居率"}, "invisible"),
        ({"vi": "Đã có"}, "in the glossary already"),
    ],
    ids=["empty", "too long", "foreign script", "invisible", "known"],
)
def test_a_term_that_does_not_fit_is_refused_with_a_sentence(data: dict[str, str], sentence: str) -> None:
    Term.objects.create(vi="đã CÓ", ja="既存")
    client = logged_in(factories.person("review_ja", "access_admin", "add_term"))

    response = post(client, **data)

    assert response.status_code == 422
    assert sentence in unescape(response.content.decode())
    assert Term.objects.count() == 1


def test_a_doubtful_term_without_a_word_in_the_language_gets_one() -> None:
    Term.objects.create(vi="Tỷ lệ lấp đầy", en="occupancy rate", note="? from the table")
    client = logged_in(factories.person("review_ja", "access_admin", "add_term"))

    post(client)

    term = Term.objects.get()
    assert (term.vi, term.en, term.ja, term.note) == (
        "Tỷ lệ lấp đầy",
        "occupancy rate",
        "入居率",
        "? from the table",
    )


def test_an_approved_term_is_nobodys_to_fill_in_by_a_button() -> None:
    Term.objects.create(vi="Tỷ lệ lấp đầy", en="occupancy rate", approved=True)
    client = logged_in(factories.person("review_ja", "access_admin", "add_term"))

    assert post(client).status_code == 422
    assert Term.objects.get().ja == ""
