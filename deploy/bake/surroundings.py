"""The site as one file being baked sees it: public editions only. What it asks is written down."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import uuid4

from content.models import OrganisationSettings, PortalPage
from content.paths import HOME_DEPTH
from content.surroundings import Crumb, LanguageLink, MenuItem, PageCard, Picture
from deploy.bake.answers import ORGANISATION, Answers
from deploy.bake.questions import Question
from deploy.bake.site_index import search_address
from media.models import PortalDocument, PortalImage

BODY = f"<!-- {uuid4()} -->"
"""Stands in a rendered template for the page's own part; no text that is shown can hold it."""

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English", "ja": "日本語", "ko": "한국어"}


class BakeSurroundings:
    """Implements :class:`content.surroundings.Surroundings` for one file.

    ``asked`` and ``asked_by_body`` hold the questions of the frame and of the page's own
    part, in order. A *kept* body is taken as it is. ``own_part`` is the body, in UTF-8.
    """

    def __init__(self, language: str, answers: Answers, origin: str, kept: bytes | None = None) -> None:
        self._language = language
        self._answers = answers
        self._origin = origin
        self._asking: dict[Question, None] = {}
        self._kept = kept
        self.own_part = b""
        self.asked = self._asking
        self.asked_by_body: dict[Question, None] = {}

    @property
    def language(self) -> str:
        """Code of the language being rendered."""
        return self._language

    def ask(self, *question: str | int) -> Any:
        """Ask a question of `deploy.bake.answers` and write it down."""
        self._asking[question] = None
        return self._answers.ask(question)

    def depends_on(self, questions: Iterable[Question]) -> None:
        """Write down what is known without asking, such as the page's own words."""
        self._asking.update(dict.fromkeys(questions))

    def shared(self, key: tuple[object, ...], render: Callable[[], str]) -> str:
        """Return a part of many pages, rendered once; this file asks what that rendering asked."""
        place = (self._language, *key)
        kept = self._answers.fragments.get(place)
        if kept is None:
            before, self._asking = self._asking, {}
            try:
                kept = render(), tuple(self._asking)
            finally:
                self._asking = before
            self._answers.fragments[place] = kept
        text, asked = kept
        self._asking.update(dict.fromkeys(asked))
        return text

    def body(self, render: Callable[[], str]) -> str:
        """Return the mark of the page's own part: the kept one, or a new one with questions of its own."""
        if self._kept is not None:
            self.own_part = self._kept
        else:
            with self.in_body():
                self.own_part = render().encode()
        return BODY

    @contextmanager
    def in_body(self) -> Iterator[None]:
        """Count what is asked to the page's own part."""
        before, self._asking = self._asking, self.asked_by_body
        try:
            yield
        finally:
            self._asking = before

    def organisation(self) -> OrganisationSettings:
        """Return the organisation."""
        self.ask(*ORGANISATION)
        return self._answers.organisation

    def home_url(self) -> str:
        """Return the front page's address, which is the language's root, public or not yet."""
        return f"/{self._language}/"

    def page_url(self, page_id: int) -> str | None:
        """Return a page's address, None without a public edition."""
        url: str | None = self.ask("url", page_id, self._language)
        return url

    def absolute_url(self, path: str) -> str:
        """Return *path* with the portal's origin."""
        return self._origin + path

    def asset_url(self, name: str) -> str:
        """Return the hashed address of a static file."""
        return str(self.ask("asset", name))

    def picture(self, image: PortalImage | int, spec: str) -> Picture | None:
        """Return a rendition in the output."""
        picture: Picture | None = self.ask("picture", image if isinstance(image, int) else image.pk, spec)
        return picture

    def document_url(self, document: PortalDocument | int) -> str | None:
        """Return a document's address in the output."""
        url: str | None = self.ask("document", document if isinstance(document, int) else document.pk)
        return url

    def menu(self, page: PortalPage | None) -> Sequence[MenuItem]:
        """Return the main menu; the branch that *page* stands in is marked."""
        branch = {page.pk, *(crumb.pk for crumb in self.ancestors(page))} if page is not None else set()
        entries = self.ask("menu", self._language)
        return [MenuItem(entry.label, entry.url, entry.pk in branch) for entry in entries]

    def children(self, page: PortalPage) -> Sequence[PageCard]:
        """Return the public children of *page*."""
        cards: Sequence[PageCard] = self.ask("children", page.pk, self._language)
        return cards

    def ancestors(self, page: PortalPage) -> Sequence[Crumb]:
        """Return the public pages above *page*."""
        crumbs: Sequence[Crumb] = self.ask("ancestors", page.pk, self._language)
        return crumbs

    def latest(self, kind: str, count: int) -> Sequence[PageCard]:
        """Return the newest pages of a kind."""
        cards: Sequence[PageCard] = self.ask("latest", kind, count, self._language)
        return cards

    def updated(self, page: PortalPage) -> date | None:
        """Return the day on which this edition of *page* was last published."""
        day: date | None = self.ask("updated", page.pk, self._language)
        return day

    def language_links(self, page: PortalPage | None) -> Sequence[LanguageLink]:
        """Return the switch: the same page, or the nearest public page above it."""
        entries = self.ask("editions", page.pk if page is not None else 0)
        return [
            LanguageLink(
                language=entry.language,
                name=LANGUAGE_NAMES[entry.language],
                url=entry.url,
                is_current=entry.language == self._language,
                is_same_page=entry.is_same_page,
            )
            for entry in entries
        ]

    def alternates(self, page: PortalPage) -> Sequence[tuple[str, str]]:
        """Return hreflang and absolute address of each public edition, then x-default."""
        public = {entry.language: entry.url for entry in self.ask("editions", page.pk) if entry.is_same_page}
        if not public:
            return []
        fallback = "/" if page.depth == HOME_DEPTH else default_of(public)
        found = [(code, self._origin + url) for code, url in public.items()]
        return [*found, ("x-default", self._origin + fallback)]

    def search_url(self) -> str:
        """Return the address of this language's search."""
        return search_address(self._language)

    def feed_url(self) -> str:
        """Return the address of this language's feed."""
        return f"/{self._language}/feed.xml"


def default_of(addresses: Mapping[str, str]) -> str:
    """Return the edition for readers of other languages: English where there is one."""
    return addresses.get("en") or next(iter(addresses.values()))
