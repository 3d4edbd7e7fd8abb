"""The index carries what pages say of their kind, sector and year, so that readers can narrow a search."""

import json
from pathlib import Path

from deploy.search.build import build_search
from tests.deploy.search.baked import published, write_page


def facet(name: str, value: str) -> str:
    return f'<meta name="search-{name}" content="{value}">'


def facets_of(site: Path) -> dict[str, dict[str, str]]:
    build_search(site, site, ["vi"], processes=1)
    found: dict[str, dict[str, str]] = json.loads((site / "search/vi/facets.json").read_bytes())
    return found


def test_each_value_names_its_pages_by_their_distances(tmp_path: Path) -> None:
    for day, sector in (("2026-01-01", "Dệt"), ("2026-01-02", "Cảng"), ("2026-01-03", "Dệt")):
        head = published(day) + facet("kind", "Bài viết") + facet("sector", sector) + facet("year", day[:4])
        write_page(tmp_path, f"/vi/{day}/", "<h1>Bài</h1>", head=head)

    # Pages are numbered from 1, scores are 1, digits of 32: J is 9, R is 17.
    assert facets_of(tmp_path) == {
        "kind": {"Bài viết": "JJJ"},
        "sector": {"Dệt": "JR", "Cảng": "R"},
        "year": {"2026": "JJJ"},
    }


def test_a_page_may_stand_under_several_values_but_only_once_under_each(tmp_path: Path) -> None:
    head = facet("sector", "A &amp; B") + facet("sector", "C") + facet("sector", "C") + facet("kind", " ")
    write_page(tmp_path, "/vi/a/", "<h1>Bài</h1>", head=head)

    assert facets_of(tmp_path) == {"sector": {"A & B": "J", "C": "J"}}


def test_pages_that_say_nothing_are_found_all_the_same(tmp_path: Path) -> None:
    write_page(tmp_path, "/vi/a/", "<h1>Bài</h1>")

    assert facets_of(tmp_path) == {}


def test_a_page_that_is_not_to_be_found_counts_for_nothing(tmp_path: Path) -> None:
    head = facet("kind", "Bài viết") + '<meta name="robots" content="noindex">'
    write_page(tmp_path, "/vi/a/", "<h1>Bài</h1>", head=head)

    assert facets_of(tmp_path) == {}
