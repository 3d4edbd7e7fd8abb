"""The demonstration as readers get it: every page, link, language and feed."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import feedparser
import pytest
from defusedxml.ElementTree import fromstring
from django.test import override_settings

from content.models import ArticlePage, HomePage
from deploy.bake.bake import STATE, Bake, bake_site
from deploy.bake.state import State
from media.multilingual import LANGUAGES
from scripts.audit.sampling import NO_LANGUAGE, Sample, kind_of, samples
from tests.cms.demo.conftest import Demonstration
from tests.cms.demo.loaded import elsewhere
from tests.cms.demo.short_dates import Seen, short_dates
from tests.cms.demo.without_javascript import read, whats_amiss

pytestmark = pytest.mark.django_db

ORIGIN = "https://portal.example"
NUMBER_OF_A_DECREE = re.compile(r"\d+/(?:\d+/)?(?:QĐ|NQ|NĐ|TT|KL|KH|CT)[-–][A-ZĐ]+")
MARKED_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]|[àáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝ]")


@dataclass
class Reading(HTMLParser):
    """What a page says of itself, where it leads, and the words of its main part."""

    lang: str = ""
    canonical: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    headings: int = 0
    _foreign: list[str] = field(default_factory=list)
    _in_main: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = found["lang"]
        if tag == "link":
            self._link(found)
        if tag == "main":
            self._in_main = True
        self.headings += tag == "h1"
        self.anchors.add(found.get("id", ""))
        self.places += [found[name] for name in ("href", "src") if name in found and tag != "link"]
        self.places += [part.split()[0] for part in found.get("srcset", "").split(",") if part.strip()]
        if self._foreign or found.get("lang", self.lang) != self.lang:
            self._foreign += [] if tag in {"br", "img", "source", "meta", "link", "input", "hr"} else [tag]

    def _link(self, found: dict[str, str]) -> None:
        if found.get("rel") == "canonical":
            self.canonical = found["href"]
        elif found.get("rel") == "alternate" and "hreflang" in found:
            self.alternates[found["hreflang"]] = found["href"]
        else:
            self.places.append(found["href"])

    def handle_endtag(self, tag: str) -> None:
        if self._foreign and self._foreign[-1] == tag:
            self._foreign.pop()
        if tag == "main":
            self._in_main = False

    def handle_data(self, data: str) -> None:
        if self._in_main and not self._foreign:
            self.words.append(data)


@dataclass(frozen=True)
class Site:
    baked: Bake
    pages: dict[str, Reading]


@pytest.fixture(scope="module")
def site(demonstration: Demonstration, tmp_path_factory: pytest.TempPathFactory) -> Site:
    with override_settings(PORTAL_BASE_URL=ORIGIN):
        baked = bake_site(tmp_path_factory.mktemp("baked"))
    return Site(baked, {key: _read(baked.folder / key) for key in baked.manifest if key.endswith(".html")})


@pytest.fixture(scope="module")
def looked_at(site: Site) -> list[Sample]:
    """One page of every kind in the language of the province and in one of its readers."""
    with State.open(site.baked.folder.parent / STATE) as state:
        kinds = {pk: kind_of(facts) for pk, facts in state.facts().items()}
    files = [record for key, record in site.baked.files.items() if key.endswith(".html")]
    return [one for one in samples(files, kinds) if one.language in {"vi", "ja", NO_LANGUAGE}]


def _read(path: Path) -> Reading:
    reading = Reading()
    reading.feed(path.read_text(encoding="utf-8"))
    return reading


def _of_the_tree(site: Site) -> dict[str, Reading]:
    return {key: page for key, page in site.pages.items() if site.baked.files[key].page is not None}


def _key_of(address: str) -> str:
    path = urlsplit(address).path.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def test_every_page_is_there_in_four_languages(site: Site) -> None:
    expected = HomePage.objects.get().get_descendants(inclusive=True).count()

    assert ArticlePage.objects.count() == 12
    for language in LANGUAGES:
        assert sum(key.startswith(f"{language}/") for key in _of_the_tree(site)) == expected


def test_each_language_has_its_feed_and_its_404_and_the_site_its_map_and_entrance(site: Site) -> None:
    wanted = {f"{language}/{name}" for language in LANGUAGES for name in ("feed.xml", "404.html")}

    assert wanted | {"sitemap.xml", "index.html", "404.html", "robots.txt"} <= set(site.baked.manifest)
    assert site.baked.notices == []


def test_every_internal_address_leads_to_a_file_and_a_place_in_it(site: Site) -> None:
    broken = []
    for key, page in site.pages.items():
        for place in page.places:
            address, anchor = urldefrag(place.removeprefix(ORIGIN))
            if urlsplit(address).scheme:
                continue
            target = _key_of(address) if address else key
            known = target in site.baked.manifest
            if not known or (anchor and anchor not in site.pages[target].anchors):
                broken.append(f"{key} -> {place}")

    assert broken == []


def test_each_page_names_its_language_its_own_address_and_its_other_editions(site: Site) -> None:
    for key, page in _of_the_tree(site).items():
        language, address = key.split("/", 1)[0], f"{ORIGIN}/{key.removesuffix('index.html')}"
        assert page.lang == language
        assert page.canonical == address
        assert set(page.alternates) == {*LANGUAGES, "x-default"}
        assert page.alternates[language] == address
        assert page.headings == 1


def test_the_editions_of_a_page_name_each_other(site: Site) -> None:
    for page in _of_the_tree(site).values():
        for language in LANGUAGES:
            other = site.pages[_key_of(page.alternates[language])]
            assert other.alternates == page.alternates


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_no_letters_with_vietnamese_marks_are_left_in_the_text(site: Site, language: str) -> None:
    for key, page in site.pages.items():
        if key.startswith(f"{language}/"):
            words = NUMBER_OF_A_DECREE.sub("", re.sub(r"https?://\S+", "", " ".join(page.words)))
            assert MARKED_VIETNAMESE.findall(words) == [], key


def test_the_sitemap_and_the_feeds_name_public_pages_only(site: Site) -> None:
    addresses = {f"{ORIGIN}/{key.removesuffix('index.html')}" for key in _of_the_tree(site)}
    sitemap = fromstring((site.baked.folder / "sitemap.xml").read_bytes())

    assert {
        found.text for found in sitemap.iterfind("{*}url/{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    } == addresses
    for language in LANGUAGES:
        feed = fromstring((site.baked.folder / language / "feed.xml").read_bytes())
        links = [found.text for found in feed.iterfind(".//item/link")]
        assert len(links) == 12
        assert set(links) <= addresses


def test_no_page_writes_a_day_in_figures(site: Site) -> None:
    written = [
        f"{key}: {date}"
        for key in site.pages
        for piece in Seen((site.baked.folder / key).read_text(encoding="utf-8")).pieces
        for date in short_dates(piece)
    ]

    assert written == []


def test_every_page_that_has_editions_names_them_by_full_addresses_that_answer(site: Site) -> None:
    with_editions = {key: page for key, page in site.pages.items() if page.alternates}

    assert {f"{language}/index.html" for language in LANGUAGES} <= set(with_editions)
    for key, page in with_editions.items():
        assert all(
            address.startswith(f"{ORIGIN}/") for address in (page.canonical, *page.alternates.values())
        )
        assert "x-default" in page.alternates
        for address in page.alternates.values():
            assert site.pages[_key_of(address)].alternates == page.alternates, f"{key} -> {address}"


def test_every_feed_is_read_without_a_complaint(site: Site) -> None:
    feeds = [key for key in site.baked.manifest if key.endswith("feed.xml")]

    assert len(feeds) >= len(LANGUAGES)
    for key in feeds:
        feed = feedparser.parse((site.baked.folder / key).read_bytes())
        assert not feed.bozo, key
        assert (feed.version, bool(feed.feed.title), feed.feed.language) == ("rss20", True, key.split("/")[0])
        # A section in which nothing has been published yet has a feed to wait for it.
        assert feed.entries or key.count("/") > 1
        for entry in feed.entries:
            assert entry.title
            assert entry.id
            assert entry.published_parsed
            assert entry.link.startswith(f"{ORIGIN}/")


def test_no_page_and_no_style_sheet_makes_a_browser_ask_another_host(site: Site) -> None:
    made_of = [key for key in site.baked.manifest if key.endswith((".html", ".css", ".svg"))]

    assert any(key.endswith(".css") for key in made_of)
    assert {key: found for key in made_of if (found := elsewhere(site.baked.folder / key, ORIGIN))} == {}


def test_one_page_of_every_kind_can_be_used_without_javascript(site: Site, looked_at: list[Sample]) -> None:
    amiss = read(site.baked.folder, whats_amiss, [one.path for one in looked_at])

    assert {one.kind for one in looked_at} >= {"home", "section", "article", "search", "404", "root"}
    assert [said for found in amiss for said in found] == []
