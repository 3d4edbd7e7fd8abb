"""What a page tells machines: in words of schema.org, and never more than it tells people."""

import json
from typing import Any

import pytest

from content.models import ArticlePage, PortalPage
from content.structured_data.graph import script, written
from content.structured_data.kinds import builder_of
from content.structured_data.registry import describes, registered
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings, organisation
from tests.content.samples import busy_site, full_article, home, rendered, section
from tests.content.schema_org.vocabulary import faults


@pytest.fixture(autouse=True)
def _content_types(db: None) -> None:
    """Kinds of pages are told apart by content type, which is a table."""


def graph_of(page: PortalPage, site: FakeSurroundings) -> dict[str, dict[str, Any]]:
    """Return the objects of a page's graph by their type."""
    data = json.loads(script(page, site))
    assert list(faults(data)) == []
    return {node["@type"]: node for node in data["@graph"]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [home, section, full_article])
def test_every_kind_of_page_speaks_the_vocabulary(page: Any, language: str) -> None:
    assert graph_of(page(), busy_site(language))


def test_an_article_says_what_it_is_called_when_it_changed_and_who_answers_for_it() -> None:
    article = graph_of(full_article(), busy_site("ja"))["Article"]

    assert article["headline"] == "チャン祠"
    assert (article["inLanguage"], article["dateModified"]) == ("ja", "2026-03-09")
    assert article["datePublished"] == "2026-03-04"
    assert article["publisher"] == {"@id": "https://portal.example/#organisation"}
    assert article["image"] == "https://portal.example/media/card.10.jpg"


def test_the_vietnamese_names_its_translations_and_they_name_it() -> None:
    site = busy_site("vi", untranslated=frozenset({"ko"}))
    original = graph_of(full_article(), site)["Article"]
    translation = graph_of(full_article(), busy_site("en"))["Article"]

    assert [one["inLanguage"] for one in original["workTranslation"]] == ["en", "ja"]
    assert translation["translationOfWork"]["inLanguage"] == "vi"
    assert "workTranslation" not in translation


def test_the_trail_ends_with_the_page_itself() -> None:
    page = full_article()
    steps = graph_of(page, busy_site("vi"))["BreadcrumbList"]["itemListElement"]

    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert steps[-1]["name"] == page.title_vi


def test_only_the_front_page_tells_how_to_reach_the_organisation() -> None:
    owner = organisation(phone="+84 000", email="a@example.org")

    front = graph_of(home(), busy_site("vi", owner=owner))["GovernmentOrganization"]
    other = graph_of(full_article(), busy_site("vi", owner=owner))["GovernmentOrganization"]
    assert front["contactPoint"]["telephone"] == "+84 000"
    assert "contactPoint" not in other
    assert front["@id"] == other["@id"]


def test_what_is_not_public_is_not_described() -> None:
    page, site = full_article(), busy_site("ko", untranslated=frozenset({"ko"}))

    assert script(page, site) == ""
    assert "application/ld+json" not in rendered("article.html", site, page=page)


def test_no_title_ends_the_script_that_it_stands_in() -> None:
    said = written({"name": "</script><b>&\u2028\u2029"})

    assert not set("<>&\u2028\u2029").intersection(said)
    assert json.loads(said) == {"name": "</script><b>&\u2028\u2029"}


def test_a_kind_without_a_builder_is_described_like_the_one_it_comes_from() -> None:
    class Interview(ArticlePage):
        class Meta:
            proxy = True
            app_label = "content"

    assert builder_of(Interview) is builder_of(ArticlePage)


def test_a_kind_is_described_once() -> None:
    with pytest.raises(ValueError, match="described twice"):
        describes(ArticlePage)(builder_of(ArticlePage))
    assert ArticlePage in registered()


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Artikel"}, "no type Artikel"),
        ({"@type": "Article", "headlin": "x"}, "no such property"),
        ({"@type": "Article", "startDate": "2026-01-01"}, "belongs to"),
        ({"@type": "Article", "datePublished": "4/3/26"}, "is none of"),
        ({"@type": "Article", "publisher": {"@type": "Place", "name": "x"}}, "is none of"),
        ({"@type": "Article", "headline": ""}, "is none of"),
        ({"name": "x"}, "without a type"),
    ],
)
def test_the_vocabulary_refuses_what_schema_org_does_not_know(node: dict[str, Any], fault: str) -> None:
    assert any(fault in said for said in faults(node))
