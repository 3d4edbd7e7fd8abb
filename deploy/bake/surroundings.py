"""The site as one file being baked sees it: public editions only. What it asks is written down."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import uuid4

from content.models import OrganisationSettings, PortalPage
from content.paths import HOME_DEPTH
from content.surroundings import Crumb, FacetCount, LanguageLink, MenuItem, PageCard, Picture, Record
from deploy.bake.answers import ORGANISATION, Answers
from deploy.bake.listings import Listed
from deploy.bake.questions import Question
from deploy.bake.site_index import Entry, search_address
from deploy.bake.state import OUTSIDE, WHOLE
from media.models import PortalDocument, PortalImage

MARK = f"<!-- {uuid4()} NAME -->"
"""Stands in a rendered template for the part NAME; no text that is shown can hold it."""

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English", "ja": "日本語", "ko": "한국어"}


class PartTwice(Exception):
    """A template marks two parts of one file with the same name."""


class BakeSurroundings:
    """Implements :class:`content.surroundings.Surroundings` for one file.

    ``asked`` holds the questions of each part and of what is outside them, in order;
    ``parts`` the marked parts in UTF-8. Those in *kept* are taken as they are. An *undivided*
    file has none: what is marked in its templates is rendered in its place.
    """

    def __init__(
        self,
        language: str,
        answers: Answers,
        origin: str,
        kept: Mapping[str, bytes] | None = None,
        *,
        undivided: bool = False,
    ) -> None:
        self._language = language
        self._answers = answers
        self._origin = origin
        self._kept = kept or {}
        self._is_inside = undivided
        self._asking: dict[Question, None] = {}
        self.asked: dict[str, dict[Question, None]] = {OUTSIDE: self._asking}
        self.parts: dict[str, bytes] = {}

    @property
    def language(self) -> str:
        """Code of the language being rendered."""
        return self._language

    def ask(self, *question: str | int) -> Any:
        """Ask a question of `deploy.bake.answers` and write it down."""
        self._asking[question] = None
        return self._answers.ask(question)

    def depends_on(self, questions: Iterable[Question]) -> None:
        """Write down what every part rests on, such as the page's own words."""
        self.asked[WHOLE] = dict.fromkeys(questions)

    def shared(self, key: tuple[object, ...], render: Callable[[], str]) -> str:
        """Return a part of many pages, rendered once; this file asks what that rendering asked."""
        place = (self._language, *key)
        kept = self._answers.fragments.get(place)
        if kept is None:
            asked: dict[Question, None] = {}
            with self._inside(asked):
                kept = render(), tuple(asked)
            self._answers.fragments[place] = kept
        self._asking.update(dict.fromkeys(kept[1]))
        return kept[0]

    def part(self, name: str, render: Callable[[], str]) -> str:
        """Return the mark of a part: a kept one, or a new one with questions of its own.

        Raises:
            PartTwice: the file has a part of this name already.
        """
        if self._is_inside:
            return render()
        if name in self.parts:
            raise PartTwice(f"The template marks two parts with the name {name!r}.")
        if name in self._kept:
            self.parts[name] = self._kept[name]
        else:
            self.asked[name] = {}
            with self._inside(self.asked[name]):
                self.parts[name] = render().encode()
        return MARK.replace("NAME", name)

    @contextmanager
    def _inside(self, asked: dict[Question, None]) -> Iterator[None]:
        """Write down in *asked* what is asked; parts in here are not parts of the file."""
        before = self._asking, self._is_inside
        self._asking, self._is_inside = asked, True
        try:
            yield
        finally:
            self._asking, self._is_inside = before

    def organisation(self) -> OrganisationSettings:
        """Return the organisation."""
        self.ask(*ORGANISATION)
        return self._answers.organisation

    def site_name(self) -> str:
        """Return the organisation's name."""
        return str(self.ask("site_name", self._language))

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

    def children(self, page: PortalPage | int) -> Sequence[PageCard]:
        """Return the public children of *page*."""
        pk = page if isinstance(page, int) else page.pk
        cards: Sequence[PageCard] = self.ask("children", pk, self._language)
        return cards

    def card(self, page_id: int) -> PageCard | None:
        """Return what a listing shows of a page."""
        found: PageCard | None = self.ask("card", page_id, self._language)
        return found

    def record(self, page_id: int) -> Record | None:
        """Return a page with its values."""
        card = self.card(page_id)
        return next(iter(self._with_pages(card.kind, [(card, ())])), None) if card else None

    def records(self, kind: str) -> Sequence[Record]:
        """Return the public pages of a kind with their values."""
        return self._with_pages(kind, self.ask("records", kind, self._language))

    def _with_pages(self, kind: str, listed: Sequence[Listed]) -> list[Record]:
        shelf = self._answers.shelf
        pages = shelf.pages(kind, (card.pk for card, _facets in listed), self._language)
        for pk in pages:
            self._asking.update(dict.fromkeys(shelf.questions(pk, self._language)))
        return [
            Record(card, pages[card.pk], frozenset(facets)) for card, facets in listed if card.pk in pages
        ]

    def facets(self, kind: str) -> Sequence[FacetCount]:
        """Return the values by which the public pages of a kind are divided."""
        found: Sequence[FacetCount] = self.ask("facets", kind, self._language)
        return found

    def has_passed(self, day: date) -> bool:
        """Whether *day* lies before today."""
        return bool(self.ask("passed", day.isoformat()))

    def companion_url(self, page_id: int, name: str) -> str | None:
        """Return the address of a file beside a page."""
        url = self.page_url(page_id)
        return f"{url}{name}" if url else None

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

    def edition_days(self, page: PortalPage) -> Sequence[tuple[str, str, date | None]]:
        """Return language, address and day of each public edition of *page*."""
        found: Sequence[tuple[str, str, date | None]] = self.ask("edition_days", page.pk)
        return found

    def language_links(
        self, page: PortalPage | None, addresses: Mapping[str, str] | None = None
    ) -> Sequence[LanguageLink]:
        """Return the switch: the same page, or the nearest public page above it."""
        if addresses is not None:
            entries = tuple(Entry(code, url, is_same_page=True) for code, url in addresses.items())
        else:
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
