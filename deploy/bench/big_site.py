"""A generated portal: home, sections, articles, pictures, agencies and topics in four languages."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.models import Site

from content.models import (
    Agency,
    ArticlePage,
    HomePage,
    OrganisationSettings,
    PageTag,
    PortalPage,
    SectionPage,
    Tag,
)
from deploy.bench.articles import ArticleWriter
from deploy.bench.desk import clear_and_approve
from deploy.bench.pictures import make_pictures
from deploy.bench.words import sample_words
from media.models import PortalImage

Say = Callable[[str], None]

_SEED = 20_250_701
_ARTICLES_PER_SECTION = 50
_ARTICLES_PER_PICTURE = 33
_AGENCIES = 8
_TOPICS = 25
_IN_MENU = 7
_BEGINNING = datetime(2025, 7, 1, 8, tzinfo=UTC)
_BATCH = 100


class Generator:
    """Fills an empty database; the same number of articles gives the same portal."""

    def __init__(self, samples: Path, say: Say, *, articles_per_picture: int = _ARTICLES_PER_PICTURE) -> None:
        random = Random(_SEED)  # noqa: S311 - a repeatable sample, no secret
        self._random = random
        self._writer = ArticleWriter(sample_words(samples), random)
        self._say = say
        self._articles_per_picture = articles_per_picture
        self._pictures: list[PortalImage] = []
        self._agencies: list[Agency] = []
        self._topics: list[Tag] = []

    def run(self, articles: int) -> None:
        """Create the portal with *articles* articles, everything public in four languages."""
        person = get_user_model().objects.create(username="bench")
        with transaction.atomic():
            self._surroundings(articles)
            home = self._home()
            sections = [
                self._section(home, number) for number in range(-(-articles // _ARTICLES_PER_SECTION))
            ]
            written = list(self._articles(articles, sections))
        organisation = OrganisationSettings.objects.get()
        kinds: list[Sequence[Any]] = [
            [organisation],
            self._pictures,
            self._agencies,
            self._topics,
            [home],
            sections,
            written,
        ]
        for instances in kinds:
            for start in range(0, len(instances), _BATCH):
                clear_and_approve(instances[start : start + _BATCH], person)
            self._say(f"  {len(instances)} × {instances[0]._meta.label}: cleared, translated, approved")

    def _surroundings(self, articles: int) -> None:
        prose = self._writer.prose
        self._pictures = make_pictures(max(2, articles // self._articles_per_picture), prose, self._random)
        for number in range(_AGENCIES):
            self._agencies.append(Agency.objects.create(name_vi=prose.phrase(3, 6), code=f"agency-{number}"))
        for number in range(_TOPICS):
            self._topics.append(Tag.objects.create(name=f"{prose.phrase(1, 3)} {number}"))

    def _home(self) -> HomePage:
        home = HomePage(**self._page("front-page"), body_vi=self._writer.body(self._picture_keys(), [1]))
        PortalPage.objects.get(depth=1).add_child(instance=home)
        site, _created = Site.objects.update_or_create(
            is_default_site=True, defaults={"root_page": home, "hostname": "localhost", "port": 80}
        )
        OrganisationSettings.objects.create(
            site=site, name_vi=home.title_vi, tagline_vi=home.summary_vi, address_vi=home.summary_vi
        )
        return home

    def _section(self, home: HomePage, number: int) -> SectionPage:
        section = SectionPage(**self._page(f"section-{number}"), show_in_menus=number < _IN_MENU)
        home.add_child(instance=section)
        return section

    def _articles(self, count: int, sections: Sequence[SectionPage]) -> Iterator[ArticlePage]:
        linked = [section.pk for section in sections]
        for number in range(count):
            article = ArticlePage(
                **self._page(f"article-{number}"),
                body_vi=self._writer.body(self._picture_keys(), linked),
                sources_vi=self._writer.sources(),
                agency=self._random.choice(self._agencies),
            )
            sections[number % len(sections)].add_child(instance=article)
            topics = self._random.sample(self._topics, 3)
            PageTag.objects.bulk_create(PageTag(tag=topic, content_object=article) for topic in topics)
            linked.append(article.pk)
            if (number + 1) % _BATCH == 0:
                self._say(f"  {number + 1} articles written")
            yield article

    def _page(self, slug: str) -> dict[str, Any]:
        published = _BEGINNING + timedelta(minutes=self._random.randrange(500_000))
        return {
            "title_vi": self._writer.prose.phrase(6, 12),
            "summary_vi": self._writer.prose.sentences(1),
            "slug": slug,
            "slug_intl": f"{slug}-intl",
            "lead_image": self._random.choice(self._pictures),
            "first_published_at": published,
            "last_published_at": published + timedelta(days=1),
        }

    def _picture_keys(self) -> list[int]:
        return [picture.pk for picture in self._pictures]
