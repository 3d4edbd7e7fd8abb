"""What others are told of the demonstration: feeds, sitemap, JSON-LD, llms.txt, cards."""

import json
import re
from pathlib import Path

import feedparser
import pytest
from defusedxml.ElementTree import fromstring
from django.test import override_settings
from selectolax.lexbor import LexborHTMLParser, LexborNode

from content.models import SectionPage
from deploy.bake.bake import Bake, bake_site
from media.multilingual import LANGUAGES
from tests.cms.demo.conftest import Demonstration
from tests.content.schema_org.vocabulary import faults

pytestmark = pytest.mark.django_db

ORIGIN = "https://portal.example"


@pytest.fixture(scope="module")
def baked(demonstration: Demonstration, tmp_path_factory: pytest.TempPathFactory) -> Bake:
    with override_settings(PORTAL_BASE_URL=ORIGIN):
        return bake_site(tmp_path_factory.mktemp("baked"))


def pages(baked: Bake) -> dict[str, LexborHTMLParser]:
    """Return the pages of the tree."""
    keys = (key for key, record in baked.files.items() if record.page)
    return {key: LexborHTMLParser((baked.folder / key).read_bytes()) for key in keys}


def first(page: LexborHTMLParser, selector: str) -> LexborNode:
    found = page.css_first(selector)
    assert found is not None, selector
    return found


def test_every_json_ld_of_the_site_speaks_the_vocabulary_of_schema_org(baked: Bake) -> None:
    kinds: set[str] = set()
    for key, page in pages(baked).items():
        (block,) = page.css('script[type="application/ld+json"]')
        data = json.loads(block.text())
        assert list(faults(data, key)) == []
        kinds.update(node["@type"] for node in data["@graph"])

    assert {"Article", "CollectionPage", "WebPage", "BreadcrumbList", "GovernmentOrganization"} <= kinds


def test_json_ld_and_the_links_in_the_head_say_the_same_of_editions(baked: Bake) -> None:
    for key, page in pages(baked).items():
        node = json.loads(first(page, 'script[type="application/ld+json"]').text())["@graph"][0]
        links = page.css('link[rel="alternate"][hreflang]')
        editions = {link.attributes["hreflang"]: link.attributes["href"] for link in links}
        assert node["url"] == first(page, 'link[rel="canonical"]').attributes["href"]
        language = key.split("/")[0]
        named = [*node.get("workTranslation", []), *([one] if (one := node.get("translationOfWork")) else [])]
        others = editions.keys() - {"vi", "x-default"} if language == "vi" else editions.keys() & {"vi"}
        assert {one["inLanguage"]: one["url"] for one in named} == {code: editions[code] for code in others}


def test_every_page_is_shared_with_a_card_that_is_there(baked: Bake) -> None:
    shown = set()
    for page in pages(baked).values():
        card = first(page, 'meta[property="og:image"]').attributes["content"] or ""
        assert card.removeprefix(f"{ORIGIN}/") in baked.manifest
        shown.add(card)

    assert len(shown) == len(pages(baked))


def feeds(baked: Bake) -> dict[str, Path]:
    return {key: baked.folder / key for key in baked.manifest if key.endswith("feed.xml")}


def test_every_feed_is_sound_and_names_itself(baked: Bake) -> None:
    for key, path in feeds(baked).items():
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, (key, feed.get("bozo_exception"))
        assert feed.version == "rss20"
        assert feed.feed.language == key.split("/")[0]
        assert feed.feed.title
        assert feed.feed.description
        (itself,) = [link.href for link in feed.feed.links if link.rel == "self"]
        assert itself == f"{ORIGIN}/{key}"
        for entry in feed.entries:
            assert entry.published_parsed
            assert entry.link.removeprefix(f"{ORIGIN}/") + "index.html" in baked.manifest
        assert len({entry.id for entry in feed.entries}) == len(feed.entries)


def test_every_section_has_a_feed_of_what_stands_below_it(baked: Bake) -> None:
    entries = feedparser.parse((baked.folder / "en/invest/feed.xml").read_bytes()).entries

    assert len(feeds(baked)) >= len(LANGUAGES) * (1 + SectionPage.objects.count())
    # They stand in sections of their own, none right below this one.
    assert len({entry.link.split("/")[5] for entry in entries}) > 1
    assert all("/en/invest/" in entry.link for entry in entries)


def test_a_section_leads_to_its_feed_in_its_head_and_on_the_page(baked: Bake) -> None:
    page = pages(baked)["ja/invest/index.html"]
    links = page.css('link[type="application/rss+xml"]')

    assert [link.attributes["href"] for link in links] == ["/ja/feed.xml", "/ja/invest/feed.xml"]
    assert first(page, 'main a[type="application/rss+xml"]').attributes["href"] == "/ja/invest/feed.xml"


def test_the_sitemap_shows_pictures_that_are_there(baked: Bake) -> None:
    trees = [fromstring(path.read_bytes()) for path in sorted(baked.folder.rglob("sitemap*.xml"))]
    space = "{http://www.google.com/schemas/sitemap-image/1.1}"
    pictures = [
        (place.text or "").removeprefix(f"{ORIGIN}/") for tree in trees for place in tree.iter(f"{space}loc")
    ]

    assert len(pictures) >= len(LANGUAGES) * 12
    assert set(pictures) <= baked.manifest.keys()


def test_llms_txt_leads_to_the_important_pages_of_each_language(baked: Bake) -> None:
    lines = (baked.folder / "llms.txt").read_text(encoding="utf-8").splitlines()
    links = re.findall(r"\]\(https://portal\.example/([^)]*)\)", "\n".join(lines))

    assert lines[0] == "# Nam Dinh Promotion Portal"
    assert lines[2].startswith("> ")
    headings = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert headings == ["English", "Tiếng Việt", "日本語", "한국어", "Optional"]
    for link in links:
        assert (f"{link}index.html" if link.endswith("/") else link) in baked.manifest
    assert "en/invest/industrial-parks/" in links
