"""Whatever an editor does to a text, an approved unit whose words stay keeps its approval."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from translations.reconcile import Match, reconcile
from translations.segments.segment import Segment, digest

TEXTS = ("Đền Trần", "Chùa Phổ Minh", "Phủ Dầy")


@dataclass(frozen=True, eq=False)
class Known:
    """A unit as far as matching is concerned."""

    key: str
    source: str
    is_approved: bool
    field: str = "body"

    @property
    def source_hash(self) -> str:
        """Identity of the text."""
        return digest(self.source)


@dataclass(frozen=True)
class Edit:
    """One thing an editor does to a list of paragraphs."""

    verb: str
    place: int
    other: int
    text: str

    def applied(self, paragraphs: list[Segment], number: int) -> list[Segment]:
        """Return the paragraphs afterwards; *number* makes the ids of new ones."""
        after = list(paragraphs)
        fresh = Segment("body", f"new-{number}", self.text)
        if self.verb == "insert" or not after:
            after.insert(self.place % (len(after) + 1), fresh)
            return after
        place = self.place % len(after)
        match self.verb:
            case "delete":
                del after[place]
            case "move":
                after.insert(self.other % len(after), after.pop(place))
            case "duplicate":
                after.insert(place, Segment("body", fresh.key, after[place].source))
            case "change":
                after[place] = Segment("body", after[place].key, self.text)
            case "swap words":
                other = self.other % len(after)
                one, two = after[place], after[other]
                after[place], after[other] = (
                    Segment("body", one.key, two.source),
                    Segment("body", two.key, one.source),
                )
        return after


_verbs = st.sampled_from(["insert", "delete", "move", "duplicate", "change", "swap words"])
_edits = st.lists(
    st.builds(Edit, _verbs, st.integers(0, 9), st.integers(0, 9), st.sampled_from(TEXTS)), max_size=6
)
_paragraphs = st.lists(st.sampled_from(TEXTS), max_size=6).map(
    lambda texts: [Segment("body", f"id-{place}", text) for place, text in enumerate(texts)]
)


@st.composite
def _histories(draw: st.DrawFn) -> tuple[list[Known], list[Segment], list[Segment]]:
    """Draw the units of a text, approved or not, in any order; the text before; the text after some edits."""
    before = draw(_paragraphs)
    units = [Known(segment.key, segment.source, draw(st.booleans())) for segment in before]
    after = before
    for number, edit in enumerate(draw(_edits)):
        after = edit.applied(after, number)
    if draw(st.booleans()):
        # Paragraphs inside one block have places instead of ids, so every edit shifts their keys.
        before, after = _by_place(before), _by_place(after)
        units = [
            Known(segment.key, unit.source, unit.is_approved)
            for segment, unit in zip(before, units, strict=True)
        ]
    # The caller puts approved units first.
    return sorted(units, key=lambda unit: not unit.is_approved), before, after


def _by_place(segments: list[Segment]) -> list[Segment]:
    return [Segment("body", f"#{place}", segment.source) for place, segment in enumerate(segments)]


def _keeps(matches: list[Match[Any]], unit: Known) -> bool:
    return any(match.unit is unit and match.is_same_text for match in matches)


@hypothesis_settings(max_examples=500)
@given(_histories())
def test_segments_keep_their_order_and_no_unit_serves_two(
    history: tuple[list[Known], list[Segment], list[Segment]],
) -> None:
    units, _before, after = history

    matches, left_over = reconcile(after, units)

    served = [match.unit for match in matches if match.unit is not None]
    assert [match.segment for match in matches] == after
    assert sorted(map(id, [*served, *left_over])) == sorted(map(id, units))


@hypothesis_settings(max_examples=500)
@given(_histories())
def test_an_approved_unit_whose_place_and_words_stay_keeps_its_approval(
    history: tuple[list[Known], list[Segment], list[Segment]],
) -> None:
    units, _before, after = history
    still_there = {(segment.key, segment.hash) for segment in after}

    matches, _left_over = reconcile(after, units)

    for unit in units:
        if (unit.key, unit.source_hash) in still_there:
            assert _keeps(matches, unit)


@hypothesis_settings(max_examples=1000)
@given(_histories())
def test_an_approval_goes_only_with_its_words(
    history: tuple[list[Known], list[Segment], list[Segment]],
) -> None:
    """A moved text keeps its approval, unless fewer places carry the words than there are units for them."""
    units, _before, after = history
    places = Counter(segment.hash for segment in after)
    known = Counter(unit.source_hash for unit in units)

    matches, _left_over = reconcile(after, units)

    for unit in units:
        if unit.is_approved and places[unit.source_hash] >= known[unit.source_hash]:
            assert _keeps(matches, unit)


@hypothesis_settings(max_examples=500)
@given(_histories())
def test_a_moved_approval_yields_only_to_those_who_were_there_and_to_other_approvals(
    history: tuple[list[Known], list[Segment], list[Segment]],
) -> None:
    units, _before, after = history

    matches, _left_over = reconcile(after, units)

    for unit in units:
        if unit.is_approved and not _keeps(matches, unit):
            holders = [match for match in matches if match.segment.hash == unit.source_hash]
            assert all(match.is_same_text for match in holders)
            assert all(
                match.unit and (match.unit.is_approved or match.unit.key == match.segment.key)
                for match in holders
            )


@hypothesis_settings(max_examples=200)
@given(_histories())
def test_an_unchanged_text_keeps_every_unit(
    history: tuple[list[Known], list[Segment], list[Segment]],
) -> None:
    units, before, _after = history

    matches, left_over = reconcile(before, units)

    assert left_over == []
    assert all(match.is_same_text for match in matches)


def test_a_changed_paragraph_carries_its_unit_on() -> None:
    unit = Known("body/a#0", "Đền Trần", is_approved=True)

    [match], left_over = reconcile([Segment("body", "body/a#0", "Đền Trần mới")], [unit])

    assert match.unit is unit
    assert not match.is_same_text
    assert left_over == []


def test_of_two_units_that_lost_their_places_the_first_given_carries_on() -> None:
    approved = Known("a", "Đền Trần", is_approved=True)
    pending = Known("b", "Đền Trần", is_approved=False)

    [match], left_over = reconcile([Segment("body", "c", "Đền Trần")], [approved, pending])

    assert match.unit is approved
    assert left_over == [pending]


LEAD = "Tỉnh có 12 khu công nghiệp đang hoạt động."
BUDGET = "Ngân sách thu 7.842 tỷ đồng trong 6 tháng đầu năm."
FAIR = "Hội chợ mở cửa từ ngày 28/11 tại trung tâm hội nghị."
NEW = "Đền Trần khai ấn vào đêm 14 tháng Giêng."


def paragraphs(*texts: str) -> list[Segment]:
    return [Segment("body", f"body/a#{place}", text) for place, text in enumerate(texts)]


def known(*texts: str) -> list[Known]:
    return [Known(f"body/a#{place}", text, is_approved=True) for place, text in enumerate(texts)]


def carried_on(*texts: str, units: list[Known]) -> list[str | None]:
    matches, _left_over = reconcile(paragraphs(*texts), units)
    return [match.unit.source if match.unit else None for match in matches]


def test_a_changed_paragraph_is_found_behind_one_that_was_put_in_before_it() -> None:
    changed = BUDGET.replace("7.842", "8.100")

    found = carried_on(LEAD, NEW, changed, FAIR, units=known(LEAD, BUDGET, FAIR))

    assert found == [LEAD, None, BUDGET, FAIR]


def test_a_changed_paragraph_is_found_when_the_one_before_it_is_gone() -> None:
    assert carried_on(BUDGET.replace("6 tháng", "9 tháng"), units=known(LEAD, BUDGET)) == [BUDGET]


def test_two_changed_paragraphs_that_changed_places_are_told_apart() -> None:
    changed = (FAIR.replace("28/11", "5/12"), BUDGET.replace("7.842", "8.100"))

    assert carried_on(*changed, units=known(BUDGET, FAIR)) == [FAIR, BUDGET]


def test_of_paragraphs_that_are_much_alike_the_one_in_the_same_place_carries_on() -> None:
    days = [f"Ngày {day}/3 lễ hội mở cửa." for day in (5, 6, 7)]
    later = [f"Ngày {day}/4 lễ hội mở cửa." for day in (6, 7, 8)]

    assert carried_on(*later, units=known(*days)) == days


def test_a_paragraph_cut_in_two_carries_on_in_its_longer_half() -> None:
    first, second = "Tỉnh có 12 khu công nghiệp đang hoạt động tại các huyện,", "thu hút 300 dự án."

    assert carried_on(first, second, units=known(f"{first} {second}")) == [f"{first} {second}", None]


def test_two_paragraphs_made_one_carry_on_from_the_longer() -> None:
    assert carried_on(f"Tin vắn. {BUDGET}", units=known("Tin vắn.", BUDGET)) == [BUDGET]


def test_a_text_of_another_field_does_not_carry_on() -> None:
    title = Known("title", BUDGET, is_approved=True, field="title")

    [match], left_over = reconcile(paragraphs(BUDGET.replace("7.842", "8.100")), [title])

    assert (match.unit, left_over) == (None, [title])
