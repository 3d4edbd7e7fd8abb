"""The style page shows every component in every language, to those who work here."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from content.style_guide import samples
from media.multilingual import LANGUAGES
from tests import factories
from tests.architecture.source import ROOT
from tests.content.markup import Markup, document_problems

pytestmark = pytest.mark.django_db

ADDRESS = "content_style"
STYLE = (ROOT / "content/static/portal/components.css").read_text(encoding="utf-8")
CONTRACT = frozenset(
    "card story figure facts badge-good badge-warn badge-quiet stale filters filter-count records record "
    "downloads timeline moment person people chart steps step sheet sheet-grid table empty number pillar "
    "callout".split()
)


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(factories.person(is_superuser=True, is_staff=True))
    return client


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_style_page_is_sound_and_shows_every_component(editor: Client, language: str) -> None:
    response = editor.get(reverse(ADDRESS), {"mode": language})
    markup = Markup(response.content.decode())

    shown = {name for element in markup.elements for name in element.attributes.get("class", "").split()}
    assert document_problems(markup) == []
    assert markup.one("html").attributes["lang"] == language
    assert CONTRACT - shown == set()


def test_an_unknown_language_is_shown_in_vietnamese(editor: Client) -> None:
    markup = Markup(editor.get(reverse(ADDRESS), {"mode": "xx"}).content.decode())

    assert markup.one("html").attributes["lang"] == "vi"


def test_strangers_do_not_see_it(client: Client) -> None:
    assert client.get(reverse(ADDRESS)).status_code == 302


def test_no_sample_word_is_missing_or_left_in_another_language() -> None:
    said = {language: samples.words(language) for language in LANGUAGES}

    assert all(all(words.values()) for words in said.values())
    assert not [word for word in said["en"].values() if re.search(r"[぀-ヿ가-힣]", word)]
    assert not [key for key, word in said["vi"].items() if word == said["ja"][key]]


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_every_component_has_a_style(name: str) -> None:
    assert re.search(rf"\.{name}\b", STYLE)
