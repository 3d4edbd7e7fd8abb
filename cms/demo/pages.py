"""The pages of the demonstration, made as an editor and a publisher would make them."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from wagtail.models import Site

from cms.demo.accounts import People
from cms.demo.articles import RawBlock, SampleArticle
from cms.demo.contents import Contents, SampleSection
from content.models import Agency, ArticlePage, HomePage, PortalPage, SectionPage, Tag
from content.paths import public_path
from media.models import PortalImage
from media.multilingual import SOURCE_LANGUAGE
from translations.operations.clearance import clear_for_publication
from translations.signal_handlers import follow_published

_HOME_SLUG, _HOME_SLUG_INTL = "trang-chu", "home"
_NAMESPACE = uuid.UUID("0b9b4b0c-6a43-5a5e-8f6e-0e2b7e6f1d7a")

Picture = Callable[[str, bool], PortalImage]
"""Gives the picture of a motif; True for the one that a section shows."""


@dataclass
class Pages:
    """Makes what is missing of the tree. *unresolved* collects links to pages that the sample has not."""

    contents: Contents
    people: People
    picture: Picture
    say: Callable[[str], None]
    unresolved: set[str] = field(default_factory=set)

    def home(self) -> HomePage:
        """Return the front page; a new one waits as a draft until its sections are there."""
        existing = HomePage.objects.first()
        if existing is not None:
            return existing
        sample = self.contents.home
        page = HomePage(
            title_vi=sample["title"],
            summary_vi=sample["summary"],
            slug=_HOME_SLUG,
            slug_intl=_HOME_SLUG_INTL,
            lead_image=self.picture("home", False),
        )
        with transaction.atomic():
            self.add(page, PortalPage.objects.get(depth=1))
            self._move_in(page)
        return page

    def _move_in(self, home: HomePage) -> None:
        """Make *home* the site's front page, in place of the one that every new installation has."""
        site = Site.objects.get(is_default_site=True)
        welcome, site.root_page = site.root_page, home
        site.site_name = home.title_vi
        site.save()
        if type(welcome.specific) is PortalPage and not welcome.is_root():
            welcome.delete()

    def sections(self, home: HomePage) -> dict[str, SectionPage]:
        """Return the sections by key, parents first."""
        made: dict[str, SectionPage] = {}
        for sample in self.contents.sections:
            above = self.contents.parent_of(sample)
            made[sample.key] = self._section(sample, made[above] if above else home, at_top=not above)
        return made

    def _section(self, sample: SampleSection, parent: PortalPage, *, at_top: bool) -> SectionPage:
        existing = SectionPage.objects.child_of(parent).filter(slug=sample.slug).first()
        if existing is None:
            self.add(
                SectionPage(
                    title_vi=sample.heading,
                    menu_title_vi=sample.menu_title,
                    summary_vi=sample.summary,
                    slug=sample.slug,
                    slug_intl=sample.slug_intl,
                    show_in_menus=at_top,
                    pillar=sample.pillar,
                    lead_image=self.picture(sample.cover, True),
                ),
                parent,
            )
        section: SectionPage = SectionPage.objects.child_of(parent).get(slug=sample.slug)
        self.publish(section)
        return section

    def articles(self, sections: Mapping[str, SectionPage]) -> list[ArticlePage]:
        """Return the articles, each in its section; the first file is published last, as the newest."""
        addresses = {public_path(page, SOURCE_LANGUAGE): page.pk for page in sections.values()}

        def page_for(address: str) -> int | None:
            if address not in addresses:
                self.unresolved.add(address)
            return addresses.get(address)

        return [
            self._article(sample, sections[self.contents.section_of(sample)], page_for)
            for sample in reversed(self.contents.articles)
        ]

    def _article(
        self, sample: SampleArticle, parent: SectionPage, page_for: Callable[[str], int | None]
    ) -> ArticlePage:
        body = sample.blocks(page_for)
        if not ArticlePage.objects.child_of(parent).filter(slug=sample.slug).exists():
            page = ArticlePage(
                title_vi=sample.title,
                summary_vi=sample.summary,
                slug=sample.slug,
                body_vi=body,
                sources_vi=[_source(sample.slug, place, text) for place, text in enumerate(sample.sources)],
                agency=Agency.objects.get(name_vi=sample.agency),
                lead_image=self.picture(self.contents.article_covers[sample.slug], False),
            )
            page.tags.set([Tag.objects.get_or_create(name=name)[0] for name in sample.tags])
            self.add(page, parent)
        article: ArticlePage = ArticlePage.objects.child_of(parent).get(slug=sample.slug)
        self.publish(article)
        return article

    def open_home(self, home: HomePage, button_leads_to: SectionPage) -> None:
        """Write the body of a front page that never was public, and publish it."""
        if home.first_published_at is None:
            home.body_vi = home_body(self.contents.home, button_leads_to.pk)
            home.save_revision(user=self.people.editor, log_action=True)
            self.publish(home)

    def add(self, page: Any, parent: PortalPage) -> None:
        """Put a new page below *parent* as the editor's draft."""
        page.owner, page.live = self.people.editor, False
        parent.add_child(instance=page)
        page.save_revision(user=self.people.editor, log_action=True)
        self.say(f"Page: {page.title_vi}")

    def publish(self, page: Any) -> None:
        """Clear and publish a page that never was; one that a person took down stays down."""
        if page.first_published_at is None:
            revision = page.get_latest_revision()
            for part in clear_for_publication(instance=revision.as_object(), person=self.people.publisher):
                follow_published(type(part), part)
            revision.publish(user=self.people.publisher)
            page.refresh_from_db()


def _source(slug: str, place: int, text: str) -> RawBlock:
    is_address = text.startswith(("http://", "https://"))
    value = {"label": "" if is_address else text, "url": text if is_address else ""}
    return _block(f"{slug}/source/{place}", "source", value)


def home_body(sample: Mapping[str, str], button_page: int) -> list[RawBlock]:
    """Return the body of the front page: a heading, a lead, a call-out and a button."""
    callout = {
        "tone": "note",
        "title": sample["callout_title"],
        "text": f"<p>{sample['callout']}</p>",
    }
    return [
        _block("home/heading", "heading", {"text": sample["heading"], "level": "h2"}),
        _block("home/lead", "paragraph", f"<p>{sample['lead']}</p>"),
        _block("home/callout", "callout", callout),
        _block("home/button", "button", {"text": sample["button"], "page": button_page, "url": ""}),
    ]


def _block(name: str, kind: str, value: Any) -> RawBlock:
    return {"type": kind, "value": value, "id": str(uuid.uuid5(_NAMESPACE, name))}
