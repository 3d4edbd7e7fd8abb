"""Random edits of a published article: what stays keeps its approval, and the columns stay true."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.models import ArticlePage
from tests import factories
from tests.sound_targets import sound
from tests.translations.rollback import rolled_back
from translations.enums import EditionState, UnitState
from translations.models import Edition
from translations.operations import units
from translations.operations.editions import columns_match_units

pytestmark = pytest.mark.django_db

TEXTS = ("Đền Trần", "Chùa <b>Phổ Minh</b>", "Phủ Dầy", "Cổ Lễ")
_texts = st.sampled_from(TEXTS)
_edits = st.tuples(
    st.sampled_from(["insert", "delete", "move", "duplicate", "change", "insert inside"]),
    st.integers(0, 9),
    st.integers(0, 9),
    _texts,
)


def edited(body: list[dict[str, Any]], edit: tuple[str, int, int, str]) -> list[dict[str, Any]]:
    verb, place, other, text = edit
    place, other = place % len(body), other % len(body)
    block = body[place]
    match verb:
        case "insert":
            return [*body[:place], factories.paragraph(text), *body[place:]]
        case "delete":
            return [*body[:place], *body[place + 1 :]] if len(body) > 1 else body
        case "move":
            rest = [*body[:place], *body[place + 1 :]]
            return [*rest[:other], block, *rest[other:]]
        case "duplicate":
            return [*body[:place], {**factories.paragraph(""), "value": block["value"]}, *body[place:]]
        case "change":
            return [*body[:place], {**block, "value": f"<p>{text}</p>"}, *body[place + 1 :]]
    inside = {**block, "value": f"<p>{text}</p>{block['value']}"}
    return [*body[:place], inside, *body[place + 1 :]]


def publish(page: ArticlePage, body: list[dict[str, Any]]) -> None:
    page.body_vi = body
    page.save()
    factories.cleared(page)


def approvals(edition: Edition) -> dict[str, Counter[str]]:
    """Return how many approved units and how many units there are for each text."""
    rows = list(edition.units.values_list("source", "state"))
    return {
        "approved": Counter(source for source, state in rows if state == UnitState.APPROVED),
        "all": Counter(source for source, _state in rows),
    }


@settings(max_examples=20)
@given(
    st.lists(_texts, min_size=1, max_size=4),
    st.lists(st.booleans(), min_size=8, max_size=8),
    st.lists(_edits, min_size=1, max_size=4),
)
def test_no_edit_costs_a_text_that_stays_its_approval(
    texts: list[str], approved: list[bool], edits: list[tuple[str, int, int, str]]
) -> None:
    with rolled_back():
        page = factories.article(*texts)
        factories.cleared(page)
        edition = Edition.objects.of(page).get(language="ja")
        someone = factories.reviewer()
        for unit, is_approved in zip(edition.units.all(), approved, strict=False):
            if is_approved:
                units.approve(
                    unit_id=unit.pk, version=unit.version, target=sound(unit.source, "ja"), person=someone
                )
        body = page.body_vi.get_prep_value()
        for edit in edits:
            before, public = approvals(edition), public_text(page)
            body = edited(body, edit)

            publish(page, body)

            assert_kept(before, approvals(edition))
            assert_true_to_its_units(edition, page, public)


def assert_kept(before: dict[str, Counter[str]], after: dict[str, Counter[str]]) -> None:
    for text, count in before["approved"].items():
        lost_places = max(0, before["all"][text] - after["all"][text])
        assert after["approved"][text] >= count - lost_places


def public_text(page: ArticlePage) -> Any:
    return ArticlePage.objects.values_list("title_ja", "body_ja").get(pk=page.pk)


def assert_true_to_its_units(edition: Edition, page: ArticlePage, public: Any) -> None:
    edition.refresh_from_db()
    assert all(columns_match_units(edition=each) for each in Edition.objects.of(page))
    if edition.units.pending().exists():
        assert edition.state != EditionState.APPROVED
        assert public_text(page) == public
    else:
        assert edition.state == EditionState.APPROVED


@settings(max_examples=10)
@given(st.permutations(range(4)))
def test_moving_blocks_keeps_every_approval_and_moves_the_public_text(order: list[int]) -> None:
    with rolled_back():
        page = factories.article("Một.", "Hai.", "Ba.", "Hai.")
        factories.cleared(page)
        factories.translated(page, "ja")
        body = page.body_vi.get_prep_value()

        publish(page, [body[place] for place in order])

        edition = Edition.objects.of(page).get(language="ja")
        assert edition.state == EditionState.APPROVED
        assert columns_match_units(edition=edition)
        moved = ArticlePage.objects.get(pk=page.pk)
        assert [block["id"] for block in moved.body_ja.raw_data] == [body[place]["id"] for place in order]


def test_of_two_units_with_the_same_words_the_approved_one_stays() -> None:
    page = factories.article("Hai.", "Hai.")
    factories.cleared(page)
    edition = Edition.objects.of(page).get(language="ja")
    second = edition.units.filter(source="Hai.").order_by("-position")[0]
    units.approve(unit_id=second.pk, version=second.version, target="二。", person=factories.reviewer())

    publish(page, [factories.paragraph("Hai.")])

    [kept] = edition.units.filter(source="Hai.")
    assert (kept.target, kept.state) == ("二。", UnitState.APPROVED)


def test_words_put_back_get_their_approval_back() -> None:
    page = factories.article("Hai.")
    factories.cleared(page)
    factories.translated(page, "ja")
    body = page.body_vi.get_prep_value()

    publish(page, [{**body[0], "value": "<p>Hai, khác.</p>"}])
    publish(page, body)

    edition = Edition.objects.of(page).get(language="ja")
    assert edition.state == EditionState.APPROVED
    assert columns_match_units(edition=edition)
