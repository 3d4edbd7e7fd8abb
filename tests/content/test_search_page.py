"""The search page is sound in every language, before any script has run."""

import pytest

from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.markup import Markup, document_problems
from tests.content.samples import busy_site, described, rendered

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_sound(language: str) -> None:
    assert document_problems(Markup(rendered("search.html", busy_site(language), page=None))) == []


def test_search_engines_and_the_search_itself_leave_it_alone() -> None:
    assert described(Markup(rendered("search.html", FakeSurroundings(), page=None)), "robots") == "noindex"


def test_the_form_can_be_sent_and_its_field_has_a_name_a_reader_hears() -> None:
    markup = Markup(rendered("search.html", FakeSurroundings(language="ja"), page=None))

    [form], [field], [label] = markup.all("form"), markup.all("input"), markup.all("label")
    assert (form.attributes["method"], form.attributes["role"]) == ("get", "search")
    assert field.attributes["name"] == "q"
    assert (label.attributes["for"], label.text) == (field.attributes["id"], "検索する語")


def test_nothing_is_said_by_a_script_written_into_the_page() -> None:
    [script] = Markup(rendered("search.html", FakeSurroundings(), page=None)).all("script")

    assert (script.attributes["type"], script.text) == ("module", "")
    assert script.attributes["src"] == "/assets/portal/search.js"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_and_the_sentences_are_those_of_the_language(language: str) -> None:
    markup = Markup(rendered("search.html", FakeSurroundings(language=language), page=None))

    [box] = [element for element in markup.all("div") if "data-index" in element.attributes]
    assert box.attributes["data-index"] == f"/search/{language}/"
    sentences = {
        name: box.attributes[f"data-{name}"] for name in ("none", "one", "many", "failed", "searching")
    }
    assert len(set(sentences.values())) == 5
    assert all("{words}" in sentences[name] for name in ("none", "one", "many"))
    assert "{count}" in sentences["many"]
    # Only the sentence of a search under way ends so.
    assert [name for name, said in sentences.items() if said.endswith("…")] == ["searching"]
