"""Every kind of page is in the demonstration, and a few clicks from its front page."""

from pathlib import Path

import pytest
from django.apps import apps
from django.test import override_settings
from selectolax.lexbor import LexborHTMLParser

from content.models import PortalPage
from deploy.bake.bake import Bake, bake_site
from media.multilingual import LANGUAGES
from tests.cms.demo.conftest import Demonstration

pytestmark = pytest.mark.django_db

CLICKS = 3


@pytest.fixture(scope="module")
def baked(demonstration: Demonstration, tmp_path_factory: pytest.TempPathFactory) -> Bake:
    with override_settings(PORTAL_BASE_URL="https://portal.example"):
        return bake_site(tmp_path_factory.mktemp("baked"))


def links(folder: Path, address: str) -> set[str]:
    """Return where a page leads to, without places in it."""
    page = LexborHTMLParser((folder / address.strip("/") / "index.html").read_bytes())
    leads = (link.attributes.get("href") or "" for link in page.css("a[href]"))
    return {lead.partition("#")[0].partition("?")[0] for lead in leads}


def within_reach(folder: Path, language: str) -> set[str]:
    """Return the addresses of a language that a reader comes to in a few clicks from its front page."""
    reached, border = {f"/{language}/"}, {f"/{language}/"}
    for _click in range(CLICKS):
        found = {lead for address in border for lead in links(folder, address)}
        border = {
            lead
            for lead in found - reached
            if lead.startswith(f"/{language}/") and (folder / lead.strip("/") / "index.html").is_file()
        }
        reached |= border
    return reached


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_tree_is_three_clicks_away_at_most(language: str, baked: Bake) -> None:
    records = [one for one in baked.files.values() if one.page and one.language == language]
    pages = {f"/{one.key.removesuffix('index.html')}" for one in records}

    assert pages - within_reach(baked.folder, language) == set()


def test_the_demonstration_has_a_page_of_every_kind(demonstration: Demonstration) -> None:
    kinds = [one for one in apps.get_app_config("content").get_models() if issubclass(one, PortalPage)]

    assert [kind.__name__ for kind in kinds if kind.is_creatable and not kind.objects.exists()] == []
