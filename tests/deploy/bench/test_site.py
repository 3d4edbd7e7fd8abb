"""The generated portal is whole: every page public in four languages, columns as the desk keeps them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from content.models import ArticlePage, SectionPage
from deploy.bench.big_site import Generator
from deploy.bench.subjects import bake_full, serve
from translations.models import Edition
from translations.operations.editions import columns_match_units
from translations.operations.release import cleared_now

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).resolve().parents[3] / "demo" / "articles"
ARTICLES = 3
PAGES = (ARTICLES + 2) * 4  # with home and one section, in four languages


@pytest.fixture
def portal(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    cache.clear()
    Generator(SAMPLES, say=lambda line: None).run(ARTICLES)
    yield
    cache.clear()


def first_article() -> ArticlePage:
    return ArticlePage.objects.earliest("pk")


def test_every_article_is_cleared_and_its_columns_match_its_editions(portal: None) -> None:
    articles = list(ArticlePage.objects.all())

    assert cleared_now(articles) == ({article.pk for article in articles}, {})
    assert Edition.objects.public().count() == Edition.objects.count()
    for edition in Edition.objects.all():
        assert columns_match_units(edition=edition)


def test_articles_stand_in_a_section_with_picture_agency_and_topics(portal: None) -> None:
    section = SectionPage.objects.get()
    article = first_article()

    assert article.get_parent().pk == section.pk
    assert article.lead_image
    assert article.agency
    assert article.tagged_items.count() == 3


def test_the_bake_and_the_loop_over_serve_write_the_same_articles(portal: None, tmp_path: Path) -> None:
    assert bake_full(tmp_path / "baked")() == PAGES
    assert serve(tmp_path / "served")() == PAGES

    article = first_article()
    baked = next((tmp_path / "baked").rglob(f"ja/**/{article.slug_intl}/index.html")).read_text()
    served = next((tmp_path / "served").rglob(f"ja/**/{article.slug}/index.html")).read_text()
    assert prose(baked) == prose(served)
    assert len("".join(prose(baked))) > 1_000


def prose(html: str) -> list[str]:
    """The lines of the article's text that hold no address."""
    begin, end = html.index("<h1>"), html.index("</article>")
    return [
        line.strip() for line in html[begin:end].splitlines() if "href=" not in line and "src=" not in line
    ]


def test_an_installation_in_use_is_never_filled_with_generated_pages() -> None:
    with pytest.raises(CommandError, match="throw-away"):
        call_command("bench", "--subject", "prepare")
