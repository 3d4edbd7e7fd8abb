"""The desk's figures are those of the segments, requests and editions in the database."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import StringIO
from itertools import count

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from content.models import Agency
from tests import factories
from tests.translations.measures.corrected import approved, named
from translations.enums import EditionState, Origin, UnitState
from translations.measures.effort import effort
from translations.models import (
    Edition,
    EnginePlan,
    EngineRequest,
    SourceVersion,
    Term,
    Unit,
)
from translations.operations import clearance, units
from translations.operations.editions import open_editions
from translations.operations.figures import behind, origins, spending
from translations.operations.measures import Period, edited_segments, measure_effort

pytestmark = pytest.mark.django_db

ALWAYS = Period()
MACHINE, TARGET = "工業団地の埋め立て率は高いです。", "工業団地の入居率は高いです。"


def test_effort_is_added_up_by_language_section_engine_and_term() -> None:
    Term.objects.create(vi="tỷ lệ lấp đầy", ja="入居率", approved=True)
    invest, visit = factories.section(title_vi="Đầu tư"), factories.section(title_vi="Du lịch")
    approved("Tỷ lệ lấp đầy cao.", MACHINE, TARGET, parent=invest, engine="deepl")
    approved("Khu có tỷ lệ lấp đầy cao.", TARGET, TARGET, parent=invest)
    approved("Chùa Phổ Minh.", "Pho Minh", "Phổ Minh Pagoda", language="en", parent=visit)

    found = measure_effort(period=ALWAYS)

    changed, same = effort(MACHINE, TARGET), effort(TARGET, TARGET)
    pagoda = effort("Pho Minh", "Phổ Minh Pagoda")
    assert found.by_language == {("ja", ""): changed + same, ("en", ""): pagoda}
    assert found.by_section == {("ja", "Đầu tư"): changed + same, ("en", "Du lịch"): pagoda}
    assert found.by_engine == {("ja", "fake"): same, ("ja", "deepl"): changed, ("en", "fake"): pagoda}
    assert found.by_term == {("ja", "tỷ lệ lấp đầy"): changed + same}
    assert (found.measured, found.chosen, found.existing) == (3, 3, 3)


def test_a_page_deep_below_a_section_counts_there() -> None:
    section = factories.section(title_vi="Đầu tư")
    below = factories.article("Mục con.", parent=section)
    approved("Một.", MACHINE, TARGET, parent=below)

    assert set(measure_effort(period=ALWAYS).by_section) == {("ja", "Đầu tư")}


def test_what_is_no_page_counts_under_its_kind() -> None:
    agency = Agency(name_vi="Sở Du lịch", code="sdl")
    agency.save()
    factories.cleared(agency)
    unit = Edition.objects.of(agency).get(language="ja").units.get()
    Unit.objects.filter(pk=unit.pk).update(machine_text="観光", machine_hash=unit.source_hash)
    units.approve(unit_id=unit.pk, version=unit.version, target="観光局", person=factories.reviewer())

    with override("en"):
        assert set(measure_effort(period=ALWAYS).by_section) == {("ja", "Agencies")}


def _draft(unit: Unit, **fields: str) -> None:
    Unit.objects.filter(pk=unit.pk).update(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": UnitState.NEEDS_REVIEW},
        {"machine_hash": "0" * 64},
        {"machine_text": "", "machine_hash": ""},
        {"origin": Origin.MEMORY},
        {"origin": Origin.REPAIR},
    ],
    ids=str,
)
def test_only_approved_texts_that_began_as_the_machines_are_measured(fields: dict[str, str]) -> None:
    kept, left_out = approved("Một.", MACHINE, TARGET), approved("Hai.", MACHINE, TARGET)
    _draft(left_out, **fields)

    assert [segment.pk for segment in edited_segments("ja", ALWAYS)] == [kept.pk]


def test_the_engine_of_an_edited_text_is_known_from_what_was_paid_for_it() -> None:
    assert approved("Một.", MACHINE, TARGET, engine="deepl").engine == ""

    assert set(measure_effort(period=ALWAYS).by_engine) == {("ja", "deepl")}


def test_the_engine_of_an_edited_text_is_known_from_the_only_one_that_served_its_edition() -> None:
    unit = approved("Một.", MACHINE, TARGET, paid=False)
    _request(edition=unit.edition, engine="echo")

    assert set(measure_effort(period=ALWAYS).by_engine) == {("ja", "echo")}


def test_the_engine_of_an_edited_text_is_unknown_where_several_served_its_edition() -> None:
    unit = approved("Một.", MACHINE, TARGET, paid=False)
    _request(edition=unit.edition, engine="echo")
    _request(edition=unit.edition, engine="deepl")

    with override("en"):
        assert set(measure_effort(period=ALWAYS).by_engine) == {("ja", "unknown")}


def test_a_period_includes_its_first_and_its_last_day_as_the_office_counts_them() -> None:
    hanoi = timezone.get_default_timezone()
    for moment in (
        datetime(2026, 3, 1, 0, 0, tzinfo=hanoi),
        datetime(2026, 3, 31, 23, 59, tzinfo=hanoi),
        datetime(2026, 2, 28, 23, 59, tzinfo=hanoi),
        datetime(2026, 4, 1, 0, 0, tzinfo=hanoi),
    ):
        approved("Một.", MACHINE, TARGET, at=moment)

    march = Period(date(2026, 3, 1), date(2026, 3, 31))

    assert len(edited_segments("ja", march)) == 2
    assert measure_effort(period=march).existing == 2
    assert origins(period=march)[1].approved == 2


def test_of_many_segments_the_last_approved_are_measured_and_the_number_of_all_is_said() -> None:
    days = [datetime(2026, 3, day, tzinfo=UTC) for day in (3, 1, 2)]
    last, *_older = [approved(named(day.day), MACHINE, TARGET, at=day) for day in days]

    found = measure_effort(period=ALWAYS, most=1)

    assert [segment.pk for segment in edited_segments("ja", ALWAYS, most=1)] == [last.pk]
    assert (found.measured, found.chosen, found.existing) == (1, 1, 3)


def test_measuring_stops_in_time_and_every_language_has_its_share() -> None:
    for number in range(3):
        approved(named(number), MACHINE, TARGET)
        approved(f"{named(number)}!", "Red", "Green", language="en")
    clock = count()

    found = measure_effort(period=ALWAYS, seconds=1, now=lambda: float(next(clock)))

    assert (found.measured, found.chosen) == (2, 6)
    assert set(found.by_language) == {("ja", ""), ("en", "")}


def test_the_number_of_queries_does_not_grow_with_the_segments() -> None:
    approved("Một.", MACHINE, TARGET)
    few = _queries()
    for number in range(6):
        approved(named(number), MACHINE, TARGET, parent=factories.section())

    assert _queries() == few


def _queries() -> int:
    measure_effort(period=ALWAYS)
    with CaptureQueriesContext(connection) as captured:
        measure_effort(period=ALWAYS)
    return len(captured)


def test_origins_say_what_the_memory_gave_and_what_the_machine_said_well() -> None:
    unit = approved("Một.", TARGET, TARGET)
    approved("Hai.", MACHINE, TARGET)
    again = factories.article("Một.")
    factories.cleared(again)
    recalled = Edition.objects.of(again).get(language="ja").units.get(source_hash=unit.source_hash)
    assert recalled.origin == Origin.MEMORY
    units.approve(unit_id=recalled.pk, version=recalled.version, person=factories.reviewer())

    english, japanese, korean = origins(period=ALWAYS)

    assert (japanese.approved, japanese.memory, japanese.engine, japanese.person) == (3, 1, 1, 1)
    assert (japanese.machine, japanese.unchanged) == (2, 1)
    assert japanese.memory_share == pytest.approx(100 / 3)
    assert japanese.unchanged_share == 50
    assert (english.approved, korean.approved, korean.unchanged_share) == (0, 0, 0)


def _request(
    *, edition: Edition | None = None, at: datetime | None = None, **fields: object
) -> EngineRequest:
    values = {"engine": "deepl", "language": "ja", "texts": 1, "characters": 100, **fields}
    given = clearance.clear(instance=factories.article(), person=factories.person())
    request = EngineRequest.objects.create(edition=edition, clearance=given, **values)
    if at is not None:
        EngineRequest.objects.filter(pk=request.pk).update(sent_at=at)
    return request


def test_spending_is_added_up_by_month_agency_and_engine_and_priced_by_the_plan() -> None:
    agency = Agency(name_vi="Sở Du lịch", code="sdl")
    agency.save()
    EnginePlan.objects.create(price_per_million=Decimal(20), currency="EUR")
    EnginePlan.objects.create(agency=agency, price_per_million=Decimal(500_000), currency="VND")
    march, april = datetime(2026, 3, 5, tzinfo=UTC), datetime(2026, 4, 5, tzinfo=UTC)
    _request(at=march, characters=700_000, billed_characters=600_000)
    _request(at=march, characters=400_000, billed_characters=400_000)
    _request(at=march, characters=50_000, billed_characters=None)
    _request(at=april, agency=agency, characters=2_000, billed_characters=2_000)

    second, first = spending(period=ALWAYS)

    assert (first.month.month, first.agency, first.engine, first.requests) == (3, "", "deepl", 3)
    assert (first.characters, first.billed, first.unknown) == (1_150_000, 1_000_000, 50_000)
    assert (first.money, first.currency) == (Decimal(20), "EUR")
    assert (second.month.month, second.agency) == (4, "Sở Du lịch")
    assert (second.money, second.currency) == (Decimal(1_000), "VND")
    assert [row.month.month for row in spending(period=Period(until=date(2026, 3, 31)))] == [3]


def test_without_a_price_there_is_no_money() -> None:
    _request(billed_characters=5)

    (row,) = spending(period=ALWAYS)

    assert (row.billed, row.money, row.currency) == (5, None, "")


def test_an_outdated_edition_is_behind_since_the_vietnamese_changed() -> None:
    page = factories.article("Một.")
    factories.cleared(page)
    edition = factories.translated(page, "ja")
    fresh = factories.article("Hai.")
    factories.cleared(fresh)
    factories.translated(fresh, "ja")
    now = timezone.now()
    Edition.objects.filter(pk=edition.pk).update(approved_at=now - timedelta(days=90))
    page.body_vi = [factories.paragraph("Một, đã sửa.")]
    page.save()
    open_editions(instance=page)
    newest = SourceVersion.objects.of(page).latest("pk")
    SourceVersion.objects.of(page).update(created_at=now - timedelta(days=100))
    SourceVersion.objects.filter(pk=newest.pk).update(created_at=now - timedelta(days=40, minutes=1))

    (row,), (late,) = behind()

    assert Edition.objects.get(pk=edition.pk).state == EditionState.OUTDATED
    assert (row.language, row.editions, row.median_days, row.oldest_days) == ("ja", 1, 40, 40)
    assert (late.edition.pk, late.days) == (edition.pk, 40)


def test_an_edition_with_a_returned_segment_is_behind_since_then() -> None:
    page = factories.article("Một.")
    factories.cleared(page)
    edition = factories.translated(page, "ja")
    unit = edition.units.all()[0]
    units.send_back(unit_id=unit.pk, version=unit.version, note="Sai.", person=factories.reviewer())
    Edition.objects.filter(pk=edition.pk).update(updated_at=timezone.now() - timedelta(days=3, minutes=1))

    _rows, (late,) = behind()

    assert late.days == 3


def printed(*arguments: str) -> str:
    out = StringIO()
    call_command("translations", "measures", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_prints_the_same_figures() -> None:
    approved("Một.", MACHINE, TARGET, parent=factories.section(title_vi="Đầu tư"), engine="deepl")
    _request(characters=120, billed_characters=100)
    one = effort(MACHINE, TARGET)

    said = printed()

    assert "1 segments that an engine translated were approved." in said
    assert f"ja Đầu tư: {one.ter:.1f} of 100 words changed (TER), {one.chrf:.1f} alike (chrF)" in said
    assert "ja: 1 approved, 0 from the memory (0 %), 0 repaired, 0 by the machine unchanged, 1 by a" in said
    assert "1 requests, 120 characters sent, 100 billed, 0 with an unknown bill, no price set" in said


def test_the_command_keeps_to_the_period_and_refuses_one_that_ends_before_it_begins() -> None:
    approved("Một.", MACHINE, TARGET, at=datetime(2026, 3, 5, tzinfo=UTC))

    assert printed("--since", "2026-04-01").startswith("0 segments")
    assert printed("--since", "2026-03-01", "--until", "2026-03-31").startswith("1 segments")
    with pytest.raises(CommandError, match="ends before it begins"):
        printed("--since", "2026-04-01", "--until", "2026-03-01")
