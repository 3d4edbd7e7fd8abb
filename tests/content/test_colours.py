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
