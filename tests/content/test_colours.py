"""Whatever colours are chosen, words on them and in them can be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.colours import (
    DARK_BACKGROUNDS,
    DEFAULT_ACCENT,
    DEFAULT_BRAND,
    LIGHT_BACKGROUNDS,
    READABLE,
    TEXT_ON_BRAND,
    contrast,
    darkened_against,
    lightened_against,
    stylesheet,
)
from tests.architecture.source import ROOT

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
SITE_CSS = ROOT / "content" / "static" / "portal" / "site.css"


def declared(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the custom properties of the light and of the dark scheme."""
    light, dark = css.split("@media", 1)
    return dict(re.findall(r"--([a-z-]+):([^;]+);", light)), dict(re.findall(r"--([a-z-]+):([^;]+);", dark))


def test_contrast_is_the_one_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(COLOURS, COLOURS)
def test_words_are_readable_in_any_choice_of_colours(brand: str, accent: str) -> None:
    light, dark = declared(stylesheet(brand, accent))

    for name in ("brand", "accent"):
        assert contrast(light[name], TEXT_ON_BRAND) >= READABLE
        assert min(contrast(light[f"{name}-text"], paper) for paper in LIGHT_BACKGROUNDS) >= READABLE
        assert min(contrast(dark[f"{name}-text"], paper) for paper in DARK_BACKGROUNDS) >= READABLE


def test_a_readable_colour_is_left_as_it_was_chosen() -> None:
    assert darkened_against("#9b2d1f", "#ffffff") == "#9b2d1f"
    assert lightened_against("#ffffff", "#000000") == "#ffffff"


@pytest.mark.parametrize("wrong", ["", "red", "#12345", "#9b2d1f;}body{display:none", "#9b2d1f\n"])
def test_what_is_no_colour_is_replaced(wrong: str) -> None:
    assert stylesheet(wrong, wrong) == stylesheet(DEFAULT_BRAND, DEFAULT_ACCENT)


@pytest.mark.parametrize("colour", [*LIGHT_BACKGROUNDS, *DARK_BACKGROUNDS, TEXT_ON_BRAND, DEFAULT_BRAND])
def test_the_backgrounds_reckoned_with_are_those_of_the_site(colour: str) -> None:
    assert colour in SITE_CSS.read_text(encoding="utf-8")


GROUNDS = ("paper", "raised", "sunk")
WORDS = ("ink", "muted", "brand-text", "accent-text", "bronze", "indigo", "field")
PAIRS = [
    *((words, ground) for words in WORDS for ground in GROUNDS),
    ("good", "good-ground"),
    ("warn", "warn-ground"),
    ("on-brand", "brand"),
    ("on-brand", "brand-deep"),
    ("on-brand", "lacquer"),
    ("gold", "lacquer"),
    ("gold", "brand-deep"),
]
PARTS = [("edge", ground) for ground in GROUNDS]
SEEN = 3.0
"""The least contrast of what marks a control, WCAG 2.2, 1.4.11."""


def schemes() -> list[dict[str, str]]:
    """Return the colours that the style sheet declares, for the light scheme and for the dark one."""
    light, dark = SITE_CSS.read_text(encoding="utf-8").split(
        "@media screen and (prefers-color-scheme: dark)", 1
    )
    own, others = (
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))
        for css in (light, dark.split(":lang(vi)", 1)[0])
    )
    return [own, {**own, **others}]


@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_the_site_s_own_colours_are_readable_in_both_schemes(words: str, ground: str) -> None:
    assert min(contrast(scheme[words], scheme[ground]) for scheme in schemes()) >= READABLE


@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_the_edges_of_controls_are_seen_in_both_schemes(part: str, ground: str) -> None:
    assert min(contrast(scheme[part], scheme[ground]) for scheme in schemes()) >= SEEN


def test_the_foot_of_the_page_is_readable_on_lacquer() -> None:
    css = SITE_CSS.read_text(encoding="utf-8")
    foot = dict(
        re.findall(r"--([a-z]+): (#[0-9a-f]{6});", css[css.index(".site-footer {") :].split("}", 1)[0])
    )

    for scheme in schemes():
        assert min(contrast(foot[name], scheme["lacquer"]) for name in ("ink", "muted")) >= READABLE
