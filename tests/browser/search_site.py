"""A portal with its search, served under a strict policy, and a reader's hands on it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from threading import Thread
from unicodedata import normalize
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Page, expect

from deploy.search.build import build_search
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.samples import rendered

_STATIC = Path(__file__).parents[2] / "content" / "static" / "portal"
_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'"


def add_search(site: Path) -> None:
    """Give a folder of pages their index and a search page in each language."""
    copytree(_STATIC, site / "assets" / "portal", dirs_exist_ok=True)
    for unused in ("assets/portal/colours.css", "favicon.ico"):
        (site / unused).touch()
    for language in LANGUAGES:
        page = site / language / "search" / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        html = rendered("search.html", FakeSurroundings(language=language), page=None)
        page.write_text(html, encoding="utf-8")
    build_search(site, site, LANGUAGES, processes=1)


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", _POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Reader:
    """Somebody at the search page of one language."""

    def __init__(self, tab: Page, address: str, language: str, words: str = "") -> None:
        self.tab = tab
        self._address = address
        tab.goto(f"{address}/{language}/search/" + (f"?{urlencode({'q': words})}" if words else ""))

    def ask(self, words: str) -> None:
        self.tab.get_by_role("searchbox").fill(words)
        self.tab.keyboard.press("Enter")
        self.wait()

    def wait(self) -> None:
        # While the search is under way the sentence ends in dots.
        expect(self.tab.get_by_role("status")).to_have_text(re.compile(r"[^…]$"))

    @property
    def status(self) -> str:
        return self.tab.get_by_role("status").inner_text()

    @property
    def found(self) -> list[str]:
        """The addresses of the pages that are shown, best first."""
        links = self.tab.locator(".search-results a").all()
        return [urlsplit(link.get_attribute("href") or "").path for link in links]

    @property
    def excerpts(self) -> list[str]:
        shown = self.tab.locator(".search-results p").all_text_contents()
        return [excerpt.removeprefix("… ").removesuffix(" …") for excerpt in shown]

    @property
    def marked(self) -> list[str]:
        return self.tab.locator(".search-results p mark").all_text_contents()

    def text_of(self, address: str) -> str:
        """What is to be seen of a page, in one line."""
        self.tab.goto(f"{self._address}{address}")
        return re.sub(r"\s+", " ", normalize("NFC", self.tab.locator("main").inner_text()))
