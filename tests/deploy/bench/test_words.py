"""Generated words are repeatable, in the right script, and lose no placeholder."""

import re
from pathlib import Path
from random import Random

import pytest

from deploy.bench.articles import ArticleWriter, RawBlock
from deploy.bench.words import pseudo, sample_words
from translations.segments.placeholders import problems

SAMPLES = Path(__file__).resolve().parents[3] / "demo" / "articles"
LETTERS = {"en": r"[A-Za-z]+", "ja": r"[\u3005-\u9fff。、]+", "ko": r"[\uac00-\ud7a3]+"}


@pytest.mark.parametrize("language", LETTERS)
def test_pseudo_text_is_in_the_script_of_its_language(language: str) -> None:
    assert re.fullmatch(LETTERS[language], pseudo("Thiên", language))


@pytest.mark.parametrize("language", LETTERS)
def test_the_same_words_become_the_same_text(language: str) -> None:
    assert pseudo("chùa Phổ Minh", language) == pseudo("chùa Phổ Minh", language)
    assert pseudo("chùa", language) != pseudo("tháp", language)


@pytest.mark.parametrize("language", LETTERS)
def test_pseudo_text_keeps_its_placeholders(language: str) -> None:
    source = "Khu di tích <1>thờ 14 vị vua</1> ở <2>Tức Mặc</2>.<3/>"

    assert problems(source, pseudo(source, language)) == []


def test_japanese_has_no_spaces_between_words_and_its_own_full_stop() -> None:
    assert re.fullmatch(r"\S+。", pseudo("Một ngôi chùa ở Nam Định.", "ja"))


def test_the_words_are_those_of_the_sample_articles_without_their_front_matter() -> None:
    words = sample_words(SAMPLES)

    assert {"Thiên", "Trường", "Phổ", "Minh"} <= set(words)
    assert "sources" not in words


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=re.escape(str(tmp_path))):
        sample_words(tmp_path)


def written(seed: int) -> list[RawBlock]:
    random = Random(seed)  # noqa: S311 - a repeatable sample, no secret
    return ArticleWriter(sample_words(SAMPLES), random).body(images=[1, 2], pages=[3, 4])


def test_the_same_seed_writes_the_same_article() -> None:
    assert written(1) == written(1)
    assert written(1) != written(2)


def test_an_article_is_about_5_kb_and_has_what_articles_have() -> None:
    body = written(1)

    kinds = {block["type"] for block in body}
    text = str([block["value"] for block in body])
    assert kinds == {"paragraph", "heading", "image", "list", "table", "quote", "callout"}
    assert 4_000 < len(text) < 9_000
    assert 'linktype="page"' in text
