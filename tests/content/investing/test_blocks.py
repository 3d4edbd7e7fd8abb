"""The blocks of sectors and procedures render soundly, and are stored the same whoever looked at them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from wagtail.blocks import Block

from content.blocks import AdvantagesBlock, KeyFiguresBlock, StepsBlock
from content.blocks.values import AmountBlock, DayBlock
from content.surroundings import rendering_in
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.investing.sheets import BARE_STEP, HOSTILE, step
from tests.content.markup import Markup, problems

BLOCKS: dict[str, Block] = {
    **AdvantagesBlock().child_blocks,
    **KeyFiguresBlock().child_blocks,
    **StepsBlock().child_blocks,
}
FIGURE = {
    "label": "",
    "value": None,
    "unit": "count",
    "as_of": None,
    "period": "day",
    "source": "",
    "url": "",
}


def rendered(name: str, value: Any, language: str = "vi") -> str:
    block = BLOCKS[name]
    site = FakeSurroundings(language=language)
    with translation.override(language), rendering_in(site):
        return str(block.render(block.to_python(value), {"site": site}))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_renders_its_preview(name: str, language: str) -> None:
    value = BLOCKS[name].get_prep_value(BLOCKS[name].get_preview_value())

    shown = Markup(rendered(name, value, language))

    assert problems(shown) == []
    assert shown.elements


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("advantage", {"title": "", "text": ""}),
        ("figure", FIGURE),
        ("step", {**BARE_STEP["value"], "title": ""}),
    ],
)
def test_a_block_that_has_nothing_to_show_shows_nothing(name: str, value: Any) -> None:
    assert rendered(name, value).strip() == ""


def test_a_step_of_which_nothing_is_known_has_no_sheet() -> None:
    assert Markup(rendered("step", BARE_STEP["value"])).all("dl") == []


def test_hostile_figures_and_advantages_stay_text() -> None:
    figure = {**FIGURE, "label": HOSTILE, "value": "5", "source": HOSTILE, "url": "javascript:alert(1)"}
    advantage = {"title": HOSTILE, "text": f"<p onclick='x()'>Chữ{HOSTILE}</p>"}

    for output in (rendered("figure", figure), rendered("advantage", advantage)):
        assert "<script" not in output
        assert "onclick" not in output
        assert "javascript:" not in output


def test_a_law_number_of_a_step_stays_as_it_is_in_every_language() -> None:
    for language in LANGUAGES:
        assert "143/2025/QH15" in rendered("step", step()["value"], language)


@pytest.mark.parametrize(
    ("block", "python", "stored"),
    [
        (AmountBlock(required=False), Decimal("1500000.00"), "1500000"),
        (AmountBlock(required=False), "519.6", "519.6"),
        (AmountBlock(required=False), None, None),
        (DayBlock(required=False), date(2026, 3, 4), "2026-03-04"),
        (DayBlock(required=False), "2026-03-04", "2026-03-04"),
        (DayBlock(required=False), "", None),
    ],
)
def test_a_value_is_stored_as_text(block: Block, python: Any, stored: str | None) -> None:
    assert block.get_prep_value(python) == stored
    assert block.get_prep_value(block.to_python(stored)) == stored
