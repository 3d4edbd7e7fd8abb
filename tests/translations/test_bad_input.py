"""Bad input is told to a person, and costs nothing that was there before."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from content.models import ArticlePage
from tests import factories
from tests.sound_targets import sound
from tests.translations.desk_setup import Desk
from translations import sources
from translations.enums import EditionState, UnitState, Waiting
from translations.exceptions import BrokenTarget, FailedChecks, StaleUnit
from translations.models import Unit
from translations.operations import units
from translations.operations.clearance import capture
from translations.operations.editions import columns_match_units, open_editions
from translations.operations.release import cleared_now
from translations.segments.segment import extract
from translations.segments.shapes import CorruptValue, Plain, Rich
from translations.tasks import prepare_editions

BLOCK_ID = "00000000-0000-4000-8000-00000000cccc"
UNREADABLE: dict[str, str] = {
    "text that is no JSON": '[{"type": "paragraph", "val',
    "a text": '"xin chào"',
    "a number": "5",
    "a group": '{"a": 1}',
    "a list of numbers": "[5]",
    "a block without type": '[{"value": "x"}]',
    "a block without value": '[{"type": "paragraph", "id": "a"}]',
    "a number for a paragraph": '[{"type": "paragraph", "value": 5, "id": "a"}]',
    "a text for a group": '[{"type": "heading", "value": "Đền", "id": "a"}]',
    "a table with a hole": json.dumps(
        [
            {
                "type": "table",
                "id": "a",
                "value": {"columns": [{"type": "text", "heading": ""}], "rows": [{"values": []}]},
            }
        ]
    ),
}


def store_raw(page: ArticlePage, body: str) -> None:
    """Write what no editor could. Both databases keep only JSON, so what is none becomes a JSON text."""
    try:
        json.loads(body)
    except ValueError:
        body = json.dumps(body)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE content_articlepage SET body_vi = %s WHERE portalpage_ptr_id = %s", [body, page.pk]
        )


@pytest.mark.django_db
@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_text_that_cannot_be_read_is_told_and_leaves_every_unit_and_column(body: str) -> None:
    desk = Desk.begun()
    edition = desk.finish_by_hand()
    before = list(Unit.objects.order_by("pk").values())
    public = ArticlePage.objects.values_list("title_ja", "body_ja").get(pk=desk.page.pk)
    store_raw(desk.page, body)

    result = prepare_editions.enqueue(edition.content_type_id, desk.page.pk)

    assert result.errors == []
    edition.refresh_from_db()
    assert (edition.waiting, edition.state) == (Waiting.CORRUPT, EditionState.OUTDATED)
    assert "body" in edition.waiting_detail
    assert edition.waiting_detail.endswith(".")
    assert cleared_now([ArticlePage.objects.get(pk=desk.page.pk)])[0] == set()
    assert list(Unit.objects.order_by("pk").values()) == before
    assert ArticlePage.objects.values_list("title_ja", "body_ja").get(pk=desk.page.pk) == public


@pytest.mark.django_db
@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_saving_a_page_keeps_what_could_not_be_read(body: str) -> None:
    page = factories.article()
    store_raw(page, body)

    ArticlePage.objects.get(pk=page.pk).save(clean=False)

    with pytest.raises(CorruptValue):
        capture(instance=ArticlePage.objects.get(pk=page.pk))


@pytest.mark.django_db
def test_a_mended_text_goes_on_where_it_was() -> None:
    desk = Desk.begun()
    edition = desk.finish_by_hand()
    sound = desk.page.body_vi.get_prep_value()
    store_raw(desk.page, "[5]")
    prepare_editions.enqueue(edition.content_type_id, desk.page.pk)

    store_raw(desk.page, json.dumps(sound))
    prepare_editions.enqueue(edition.content_type_id, desk.page.pk)

    edition.refresh_from_db()
    assert (edition.waiting, edition.state) == (Waiting.NOTHING, EditionState.APPROVED)
    assert columns_match_units(edition=edition)


@pytest.mark.django_db
def test_a_corrupt_derived_column_does_not_match_its_units() -> None:
    desk = Desk.begun()
    edition = desk.finish_by_hand()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE content_articlepage SET body_ja = %s WHERE portalpage_ptr_id = %s",
            ['"kaputt"', desk.page.pk],
        )

    assert not columns_match_units(edition=edition)


@pytest.mark.django_db
def test_corrupt_text_cannot_be_cleared() -> None:
    page = factories.article()
    store_raw(page, UNREADABLE["a number for a paragraph"])

    with pytest.raises(CorruptValue):
        capture(instance=ArticlePage.objects.get(pk=page.pk))


@pytest.mark.parametrize("shape", [Plain(), Rich()])
def test_half_a_character_is_refused_before_anything_is_hashed(shape: Plain | Rich) -> None:
    with pytest.raises(CorruptValue, match="half of a character"):
        extract({"body": shape}, {"body": "<p>Đền \ud83d Trần</p>"})


def test_half_a_character_has_an_identity_all_the_same() -> None:
    assert sources.digest({"title": "\ud83d"}) != sources.digest({"title": "?"})


@pytest.mark.django_db
def test_a_very_long_paragraph_is_one_segment_and_comes_back_whole() -> None:
    long = "Dòng sông chảy qua thành phố. " * 4000
    page = factories.article(f"{long}<b>hết</b>")
    factories.cleared(page)

    edition = factories.translated(page, "ja")

    unit = edition.units.get(field="body")
    assert len(unit.source) > 100_000
    stored = ArticlePage.objects.get(pk=page.pk)
    assert stored.body_ja.raw_data[0]["value"] == f"<p>{sound(long, 'ja')}<b>{sound('hết', 'ja')}</b></p>"
    assert columns_match_units(edition=edition)


@pytest.mark.django_db
def test_a_huge_paste_becomes_units_and_can_be_taken_out_again() -> None:
    """More segments than the database may be asked for in one statement."""
    page = factories.article("Một.")
    short, long = page.body_vi.get_prep_value(), "".join(f"<p>Dòng {number}</p>" for number in range(1_100))
    with at_most_values_bound(999):
        page.body_vi = [{"type": "paragraph", "value": long, "id": BLOCK_ID}]
        page.save()
        edition = factories.cleared(page)[0]
        assert edition.units.filter(field="body").count() == 1_100

        page.body_vi = short
        page.save()
        factories.cleared(page)

    assert edition.units.filter(field="body").count() == 1


@contextmanager
def at_most_values_bound(count: int) -> Iterator[None]:
    """Lower SQLite's limit, which a real paste would have to be very long to meet."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    before = connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, count)
    try:
        yield
    finally:
        connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, before)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("target", "check"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("<1>王</1>\b", "control"),
        ("\x00<1>王</1>", "control"),
        ("<1>王</1>\n。", "lines"),
        ("王", "placeholders"),
        ("<1>王", "placeholders"),
        ("</1>王<1>", "placeholders"),
        ("<1>王</1><2/>", "placeholders"),
    ],
)
def test_a_target_that_would_break_the_page_is_refused_with_a_sentence(target: str, check: str) -> None:
    desk = Desk.begun()
    unit = desk.edition.units.get(pk=desk.approved.pk)
    before = desk.by_hand()

    with pytest.raises(BrokenTarget) as not_stored:
        units.edit(unit_id=unit.pk, version=unit.version, target=target, person=desk.reviewer)
    with pytest.raises(FailedChecks) as not_approved:
        units.approve(unit_id=unit.pk, version=unit.version, target=target, person=desk.reviewer)

    assert str(not_stored.value).endswith(".")
    assert str(not_approved.value).startswith(str(not_stored.value))
    assert check in {finding.check for finding in not_approved.value.findings}
    assert desk.by_hand() == before


@pytest.mark.django_db
def test_a_title_that_does_not_fit_its_column_is_refused_whole() -> None:
    desk = Desk.begun()
    title = desk.edition.units.get(field="title")

    with pytest.raises(FailedChecks, match="255"):
        units.approve(unit_id=title.pk, version=title.version, target="長" * 256, person=desk.reviewer)

    title.refresh_from_db()
    assert (title.target, title.state) == ("", UnitState.EMPTY)


@pytest.mark.django_db
def test_a_segment_that_is_gone_is_told_as_a_change() -> None:
    desk = Desk.begun()
    unit = desk.written
    desk.page.body_vi = [factories.paragraph("Chỉ còn một đoạn.")]
    desk.page.save()
    factories.cleared(desk.page)
    assert not Unit.objects.filter(pk=unit.pk).exists()

    with pytest.raises(StaleUnit):
        units.approve(unit_id=unit.pk, version=unit.version, target="一。", person=desk.reviewer)


@pytest.mark.django_db
@pytest.mark.parametrize("tags", ["Lễ hội", "<b>Lễ</b>", "🎉", "x" * 100])
def test_odd_topics_are_kept_as_typed(tags: str) -> None:
    page = factories.article()
    page.tags.add(tags)
    page.save()

    [topic] = ArticlePage.objects.get(pk=page.pk).tags.all()

    assert (topic.name, topic.label_vi) == (tags, tags)
    opened = open_editions(instance=topic)
    assert {edition.waiting for edition in opened} == {Waiting.CLEARANCE}
