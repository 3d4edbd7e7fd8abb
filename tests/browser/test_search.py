"""What a reader finds: forty searches of the demonstration, and some of generated text."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from shutil import copytree
from unicodedata import normalize

import pytest
from playwright.sync_api import Page

from deploy.bake.bake import bake_site
from deploy.search.folding import fold, plain
from tests.browser.search_site import Reader, add_search, served
from tests.cms.demo.conftest import Demonstration, demonstration  # noqa: F401 - a fixture, asked for by name
from tests.deploy.search.generated import Article, article, write_site
from tests.deploy.search.queries import QUERIES, Query

pytestmark = pytest.mark.django_db

GENERATED = 60
PARAGRAPH = 5
SHORT = 3


@pytest.fixture(scope="module")
def demo(
    demonstration: Demonstration,  # noqa: F811 - the fixture imported above
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("demo")
    site = copytree(bake_site(folder / "baked").folder, folder / "site")
    add_search(site)
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site: Path = tmp_path_factory.mktemp("generated")
    write_site(site, GENERATED)
    add_search(site)
    with served(site) as address:
        yield address


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.language}-{query.words}")
def test_the_right_page_is_among_the_first_three_and_quoted(
    query: Query, demo: str, tab: Page, console: list[str]
) -> None:
    reader = Reader(tab, demo, query.language)
    reader.ask(query.words)

    found, excerpts = reader.found, reader.excerpts
    assert query.page in [address.split("/")[-2] for address in found[:3]]
    assert reader.marked
    for address, excerpt in list(zip(found, excerpts, strict=True))[:3]:
        assert excerpt
        assert excerpt in reader.text_of(address)
    assert console == []


@cache
def pages_with(language: str) -> Counter[str]:
    """In how many generated pages each word stands."""
    pages = (article(language, number) for number in range(GENERATED))
    return Counter(word for page in pages for word in set(chain(*page.paragraphs)))


def particular(page: Article) -> list[str]:
    """The two words of a paragraph that the fewest other pages have: what one would search for."""
    words = [word for word in page.paragraphs[PARAGRAPH] if len(word) > SHORT]
    return sorted(words, key=lambda word: pages_with(page.language)[word])[:2]


def side_by_side(page: Article) -> str:
    return fold(plain(" ".join(page.paragraphs[PARAGRAPH][10:13])))


def decomposed(page: Article) -> str:
    return normalize("NFD", " ".join(page.paragraphs[PARAGRAPH][20:23]))


def capitals(page: Article) -> str:
    return " ".join(particular(page)).upper()


def out_of_the_middle(page: Article) -> str:
    return page.text(PARAGRAPH)[31:38]


def parts_of_compounds(page: Article) -> str:
    return " ".join(word[1:SHORT] for word in particular(page))


@pytest.mark.parametrize("number", [4, 23, 58])
@pytest.mark.parametrize(
    ("language", "chosen"),
    [
        ("vi", side_by_side),
        ("vi", decomposed),
        ("en", capitals),
        ("ja", out_of_the_middle),
        ("ko", parts_of_compounds),
    ],
)
def test_generated_text_is_found_by_a_few_of_its_words(
    language: str,
    chosen: Callable[[Article], str],
    number: int,
    generated: str,
    tab: Page,
    console: list[str],
) -> None:
    page = article(language, number)
    reader = Reader(tab, generated, language)
    reader.ask(chosen(page))

    found, excerpts = reader.found, reader.excerpts
    assert page.address in found[:3]
    assert excerpts[found.index(page.address)] in reader.text_of(page.address)
    assert console == []
