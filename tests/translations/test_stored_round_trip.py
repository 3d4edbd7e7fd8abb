"""The same round trip through Django, Wagtail and the database."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from content.models import ArticlePage
from tests import factories
from tests.translations import stored_values
from tests.translations.rollback import rolled_back
from tests.translations.stored_values import Stock
from translations import sources
from translations.registry import shapes_of
from translations.segments.segment import identity_targets

pytestmark = pytest.mark.django_db

_stock = Stock(texts=stored_values.plain_texts, markup=stored_values.html, tidy=True)
_bodies = _stock.values_of(shapes_of(ArticlePage)["body"])
_sources = _stock.values_of(shapes_of(ArticlePage)["sources"])
_legacy_list = {
    "type": "list",
    "id": "00000000-0000-4000-8000-00000000aaaa",
    "value": {"style": "bulleted", "items": ["<p>một</p>", "<p>hai</p>"]},
}


def stored_article(**columns: Any) -> ArticlePage:
    page = factories.article()
    for column, value in columns.items():
        setattr(page, column, value)
    page.save(clean=False)
    return ArticlePage.objects.get(pk=page.pk)


@settings(max_examples=20)
@given(_bodies, _sources, st.one_of(st.none(), stored_values.plain_texts))
@example([_legacy_list], [], None)
def test_what_was_saved_is_read_and_composed_byte_for_byte(
    body: Any, cited: Any, summary: str | None
) -> None:
    with rolled_back():
        page = stored_article(body_vi=body, sources_vi=cited, summary_vi=summary)

        values = sources.read(page)
        segments = sources.segments(ArticlePage, values)
        composed = sources.composed(ArticlePage, values, identity_targets(segments))

        assert json.dumps(values["body"], sort_keys=True) == json.dumps(body, sort_keys=True)
        assert json.dumps(composed) == json.dumps(values)


@settings(max_examples=10)
@given(_bodies)
def test_a_written_edition_is_read_back_as_it_was_composed(body: Any) -> None:
    with rolled_back():
        page = stored_article(body_vi=body)
        values = sources.read(page)
        targets = {segment.key: f"訳 {segment.source}" for segment in sources.segments(ArticlePage, values)}
        composed = sources.composed(ArticlePage, values, targets)

        sources.write(page, "ja", composed)

        stored = ArticlePage.objects.get(pk=page.pk)
        assert sources.read(stored, "ja") == composed
        assert sources.read(stored) == values
        assert not any(sources.read(stored, "ko").values())


@settings(max_examples=10)
@given(_bodies)
def test_reading_twice_gives_one_identity(body: Any) -> None:
    """A clearance is bound to the hash, so the hash may not depend on who looked at the page before."""
    with rolled_back():
        page = stored_article(body_vi=body)

        first = sources.digest(sources.read(page))
        list(page.body_vi)
        page.save(clean=False)

        again = ArticlePage.objects.get(pk=page.pk)
        assert sources.digest(sources.read(again)) == first
