"""Slugs made from titles."""

import pytest

from content.slugs import LONGEST, international_slug, page_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đền Trần", "den-tran"),
        ("Bát phở buổi sáng", "bat-pho-buoi-sang"),
        ("日本語", ""),
        (
            "Tran Temple and Pho Minh Pagoda: the imprint of the Tran dynasty",
            "tran-temple-and-pho-minh-pagoda-the-imprint-of-the-tran",
        ),
    ],
)
def test_a_title_becomes_whole_words_in_ascii(title: str, slug: str) -> None:
    assert page_slug(title) == slug


def test_one_endless_word_is_cut() -> None:
    assert page_slug("a" * 500) == "a" * LONGEST


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The way in", "the-way-in"),
        (
            "Xuan Thuy National Park: a haven for migratory birds at the Ba Lat Estuary",
            "xuan-thuy-national-park-a-haven-for-migratory-birds",
        ),
    ],
)
def test_an_english_title_is_not_broken_off_after_a_little_word(title: str, slug: str) -> None:
    assert international_slug(title) == slug
