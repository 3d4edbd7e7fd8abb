"""Investment pages are sound in every language, full or nearly empty, and escape what is hostile."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from content.models import LegalDocument
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.investing import sheets
from tests.content.markup import Markup, document_problems
from tests.content.samples import rendered, shown

FULL = [sheets.sector, sheets.project, sheets.incentive, sheets.procedure]
BARE = [sheets.bare_sector, sheets.bare_project, sheets.bare_incentive, sheets.bare_procedure]


@pytest.fixture(autouse=True)
def _content_types(db: None) -> None:
    """Kinds of pages are told apart by content type, which is a table."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*FULL, *BARE])
def test_a_page_is_sound(page: Any, language: str) -> None:
    for site in (sheets.site(language), FakeSurroundings(language)):
        assert document_problems(shown(page(), site)) == []


@pytest.mark.parametrize("page", FULL)
def test_a_page_asks_the_database_for_nothing(
    page: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made, site = page(), sheets.site("ja")

    with django_assert_num_queries(0):
        shown(made, site)


@pytest.mark.parametrize("make", FULL)
def test_hostile_words_stay_text(make: Any) -> None:
    page = make()
    plain = {"CharField", "TextField"}
    for field in page._meta.concrete_fields:
        if field.name.endswith("_vi") and field.get_internal_type() in plain:
            setattr(page, field.name, sheets.HOSTILE)
    page.figure_url = "javascript:alert(1)"
    page.contact.email = page.contact.name_vi = page.contact.hours_vi = sheets.HOSTILE

    output = rendered(page.template.removeprefix("content/"), sheets.site(), page=page)

    assert "<script>" not in output
    assert "javascript:" not in output
    assert document_problems(Markup(output)) == []


def test_hostile_steps_stay_text() -> None:
    wild = sheets.step(
        title=sheets.HOSTILE,
        note=sheets.HOSTILE,
        authority=sheets.HOSTILE,
        papers=[sheets.HOSTILE],
        where=sheets.HOSTILE,
        law_number=sheets.HOSTILE,
        url="javascript:alert(1)",
    )

    output = rendered("procedure.html", sheets.site(), page=sheets.procedure(wild))

    assert "<script>" not in output
    assert "javascript:" not in output
    assert document_problems(Markup(output)) == []


def test_a_legal_document_with_a_bad_address_leads_nowhere() -> None:
    page = sheets.incentive(sheets.document(url="javascript:alert(1)", name_vi=sheets.HOSTILE))

    output = rendered("incentive.html", sheets.site(), page=page)

    assert "javascript:" not in output
    assert "<script>" not in output


@pytest.mark.parametrize(
    ("language", "capital"),
    [
        ("vi", "2.249 tỷ đồng"),
        ("en", "VND 2,249 billion"),
        ("ja", "2兆2,490億ドン"),
        ("ko", "2조 2,490억 동"),
    ],
)
def test_sums_are_written_as_each_language_writes_them(language: str, capital: str) -> None:
    assert capital in shown(sheets.project(), sheets.site(language)).one("html").text


def test_a_project_leads_to_its_sector_and_its_park_where_these_are_public() -> None:
    def targets(site: FakeSurroundings) -> set[str]:
        links = shown(sheets.project(), site).all("a")
        return {link.attributes["href"] for link in links} & {"/en/31/", "/en/32/"}

    assert targets(sheets.site("en")) == {"/en/31/", "/en/32/"}
    assert targets(sheets.site("en", others=[sheets.park()])) == {"/en/32/"}


def test_a_sector_shows_every_kind_of_page_that_names_it() -> None:
    other = sheets.project(pk=41, sector_id=99)
    site = sheets.site()
    site.others = [*site.others, other]

    markup = shown(sheets.sector(), site)

    headings = {section.attributes.get("aria-labelledby") for section in markup.all("section")}
    assert {"named-projects", "named-incentives"} <= headings
    links = [a.attributes["href"] for a in markup.all("a")]
    assert f"/vi/{sheets.PROJECT}/" in links
    assert "/vi/41/" not in links


def test_a_figure_of_a_year_says_the_year_and_one_without_a_day_has_the_pages() -> None:
    sources = [
        span.text
        for span in shown(sheets.sector(), sheets.site("en")).all("span")
        if span.attributes.get("class") == "figure-source"
    ]

    assert sources == ["1924. Báo", "As of 31 January 2026. Department"]


def test_a_successor_is_named_beside_what_it_supersedes() -> None:
    old = sheets.document(pk=8, number="61/2020/QH14", superseded_by=sheets.document())

    words = shown(sheets.incentive(old), sheets.site("en")).one("main").text

    assert "61/2020/QH14" in words
    assert "143/2025/QH15" in words
    assert isinstance(old.superseded_by, LegalDocument)


def test_nothing_is_claimed_of_a_document_whose_days_are_not_known() -> None:
    def badges(**fields: Any) -> list[str]:
        page = sheets.project()
        (basis,) = page.legal_bases.all()
        basis.document = sheets.document(**fields)
        spans = shown(page, sheets.site("en")).all("span")
        return [span.text for span in spans if "badge" in span.attributes.get("class", "")]

    assert badges(effective_from=None) == ["Calling for investors"]
    assert badges() == ["Calling for investors", "in force"]


def test_columns_that_no_step_fills_are_left_out() -> None:
    full = [th.text for th in shown(sheets.procedure(), sheets.site("en")).all("th")]
    bare = [th.text for th in shown(sheets.procedure(sheets.BARE_STEP), sheets.site("en")).all("th")]

    assert len([one for one in full if not one[0].isdigit()]) == 7
    assert len(bare) == 2


def test_the_cards_of_steps_say_what_the_table_says_and_are_searched_once() -> None:
    markup = shown(sheets.procedure(), sheets.site("en"))

    (cards,) = [one for one in markup.all("ol") if "steps" in one.attributes.get("class", "")]
    assert "data-again" in cards.attributes
    assert "VND 1.5 million" in cards.text
    assert "VND 1.5 million" in markup.one("table").text
