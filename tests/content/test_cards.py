"""Cards: 1200 by 630, light, the same each time, and without a box where a letter should be."""

import io
import unicodedata
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from content.cards import card, faces
from content.cards.card import MOST_BYTES, CannotBeSet, CardContents, draw, identity

ALPHABET = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
MARKED = "".join(
    unicodedata.normalize("NFC", letter + mark)
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for mark in ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
)
TEXTS = {
    "vi": f"{ALPHABET} {ALPHABET.lower()} {MARKED} “” – … 1.668,57 km²",
    "en": "The quick brown fox – “jumps” over the lazy dog’s £5, €6 & 7%…",
    "ja": "陳朝の遺産「普明寺」――ナムディン省、旧暦1月14日（土）。々〆ヶ㈱髙﨑",
    "ko": "쩐 왕조의 유산 ‘포민 사원’ · 뷁 똠방각하 2026년 “남딘” 韓國",
}


def contents(language: str = "vi", **said: str) -> CardContents:
    plain = CardContents(language, TEXTS[language], "Invest", "Portal", "#9b2d1f", "#1f5f5b")
    return replace(plain, **said)  # type: ignore[arg-type]  # every text of a card, by its name


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def picture(colour: str = "#3366aa") -> bytes:
    held = io.BytesIO()
    Image.effect_noise((card.PICTURE_WIDTH, 630), 60).convert("RGB").save(held, "JPEG", quality=92)
    if colour:
        held = io.BytesIO()
        Image.new("RGB", (card.PICTURE_WIDTH, 630), colour).save(held, "JPEG")
    return held.getvalue()


@pytest.mark.parametrize("language", TEXTS)
def test_every_letter_of_the_four_languages_has_a_glyph(language: str) -> None:
    for collection in (faces.SERIF, faces.SANS):
        assert faces.face(collection, language).lacks(TEXTS[language]) == ""


@pytest.mark.parametrize("shown", [None, picture(), picture("")], ids=["none", "plain", "noise"])
@pytest.mark.parametrize("language", TEXTS)
def test_a_card_has_its_size_is_light_and_the_same_each_time(language: str, shown: bytes | None) -> None:
    data = draw(contents(language), shown)

    assert opened(data).size == (1200, 630)
    assert len(data) <= MOST_BYTES
    assert draw(contents(language), shown) == data


def test_the_lead_picture_stands_at_the_right_and_no_word_on_it() -> None:
    drawn = opened(draw(contents(title="Một tựa đề rất dài " * 9), picture("#3366aa")))

    area = drawn.crop((1200 - card.PICTURE_WIDTH + 8, 8, 1200, 600))
    difference = ImageChops.difference(area, Image.new("RGB", area.size, "#3366aa"))
    assert max(difference.tobytes()) < 24


def test_a_letter_without_a_glyph_draws_no_card() -> None:
    with pytest.raises(CannotBeSet, match="no letter '🀄'"):
        draw(contents(title="Tin 🀄"))


def test_what_cannot_be_seen_is_left_out() -> None:
    assert faces.settable("Nam\u200b  Đi\u0323nh\ufe0f\n") == "Nam Định"
    assert draw(contents(title="Nam\u00ad Định")) == draw(contents(title="Nam Định"))


def test_without_the_faces_a_sentence_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "are_there", lambda: False)

    with pytest.raises(CannotBeSet, match="fonts-noto-cjk"):
        draw(contents())


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Khác"},
        {"section": "Khác"},
        {"organisation": "Khác"},
        {"brand": "#000000"},
        {"accent": "#000000"},
        {"language": "en"},
    ],
)
def test_a_card_is_known_by_all_that_it_shows(changed: dict[str, str]) -> None:
    before = contents(title="Một")

    after = contents(**{"title": "Một", **changed})
    assert identity(before, None) == identity(contents(title="Một"), None)
    assert identity(before, None) != identity(after, None)
    assert identity(before, picture()) != identity(before, None)


def test_a_long_title_is_set_smaller_and_cut_at_a_word() -> None:
    short, size_of_short = card._title(contents(title="Đầu tư"), 600, 400)[::-1]
    lines, size = card._title(contents(title="Một tựa đề thật là dài " * 12), 600, 400)[::-1]

    assert size < size_of_short
    assert short == ["Đầu tư"]
    assert lines[-1].endswith("…")
    assert lines[-1].removesuffix("…").split()[-1] in {"Một", "tựa", "đề", "thật", "là", "dài"}
