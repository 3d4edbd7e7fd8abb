"""The block that shows what takes place next."""

from datetime import date

import pytest
from django.utils import translation

from content.blocks import BodyBlock
from content.surroundings import rendering_in
from tests.content.events.samples import fair, festival, site
from tests.content.fakes import FakeSurroundings
from tests.content.markup import Markup, problems

pytestmark = pytest.mark.django_db


def shown(count: int, around: FakeSurroundings, heading: str = "") -> Markup:
    block = BodyBlock().child_blocks["events"]
    with translation.override(around.language), rendering_in(around):
        return Markup(str(block.render(block.to_python({"heading": heading, "count": count}))))


def test_as_many_events_are_shown_as_the_editor_wants() -> None:
    around = site("en")

    assert [a.text for a in shown(1, around).all("a")] == ["Fair"]
    assert [a.text for a in shown(2, around).all("a")] == ["Fair", "Tran Temple"]


def test_an_event_that_is_over_leaves_the_block_by_itself() -> None:
    after = site("en", date(2026, 4, 4), others=(fair(), festival()))

    assert [a.text for a in shown(2, after).all("a")] == ["Tran Temple"]


def test_a_heading_stands_only_above_events() -> None:
    with_events, without = site("en"), site("en", others=())

    assert shown(1, with_events, "Sắp diễn ra").one("h2").text == "Sắp diễn ra"
    assert shown(1, without, "Sắp diễn ra").all("h2") == []


def test_a_hostile_heading_stays_text() -> None:
    hostile = shown(1, site("en"), "<script>alert(1)</script>")

    assert problems(hostile) == []
    assert hostile.all("script") == []
