"""How many queries a bake asks: they must not grow with the pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from deploy.bake.bake import bake_site
from deploy.bench.big_site import Generator
from media.models import PortalRendition

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).resolve().parents[2] / "demo" / "articles"
LANGUAGES = 4
FEW, MANY = 10, 30
PARTS = 4
"""Pictures are read for home, for sections, for articles, and for the organisation's logo."""


@pytest.fixture(autouse=True)
def uploads(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    cache.clear()
    yield
    cache.clear()


def queries_of_a_bake(articles: int, folder: Path) -> list[str]:
    """Return the queries for a generated portal whose renditions are made; nothing stays in the database."""
    before = transaction.savepoint()
    Generator(SAMPLES, say=lambda line: None, articles_per_picture=5).run(articles)
    bake_site(folder)
    # Renditions come from the database or not at all: the next bake is another process.
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert not bake_site(folder, full=True).notices
    transaction.savepoint_rollback(before)
    return [query["sql"] for query in captured.captured_queries]


def test_a_further_article_in_four_languages_costs_less_than_one_query(tmp_path: Path) -> None:
    few, many = queries_of_a_bake(FEW, tmp_path), queries_of_a_bake(MANY, tmp_path)

    per_page = (len(many) - len(few)) / ((MANY - FEW) * LANGUAGES)
    assert per_page <= 0.2, "\n".join(many)


def test_renditions_are_read_together(tmp_path: Path) -> None:
    queries = queries_of_a_bake(FEW, tmp_path)

    table = PortalRendition._meta.db_table
    assert len([query for query in queries if f'FROM "{table}"' in query]) <= PARTS
