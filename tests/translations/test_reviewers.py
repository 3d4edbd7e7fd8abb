"""Two people at one desk cannot overwrite each other."""

import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from tests import factories
from tests.sound_targets import sound
from tests.translations.desk_setup import Desk
from translations.enums import EditionState, UnitState
from translations.exceptions import FailedChecks, StaleUnit
from translations.models import MemoryEntry, Unit
from translations.operations import units

Verb = Callable[[Unit, Desk], object]


def edit(unit: Unit, desk: Desk) -> object:
    return units.edit(unit_id=unit.pk, version=unit.version, target="後から。", person=desk.reviewer)


def approve(unit: Unit, desk: Desk) -> object:
    return units.approve(unit_id=unit.pk, version=unit.version, target="後から。", person=desk.reviewer)


def send_back(unit: Unit, desk: Desk) -> object:
    return units.send_back(unit_id=unit.pk, version=unit.version, note="もう一度。", person=desk.reviewer)


@pytest.mark.django_db
@pytest.mark.parametrize("late", [edit, approve, send_back])
@pytest.mark.parametrize("early", [edit, approve, send_back])
def test_who_comes_second_with_an_old_version_is_told_and_changes_nothing(early: Verb, late: Verb) -> None:
    desk = Desk.begun()
    seen = desk.edition.units.get(pk=desk.written.pk)
    early(seen, desk)
    after_early = Unit.objects.filter(pk=seen.pk).values().get()

    with pytest.raises(StaleUnit) as said:
        late(seen, desk)

    assert str(said.value)
    assert Unit.objects.filter(pk=seen.pk).values().get() == after_early


@pytest.mark.django_db
def test_a_segment_whose_source_changed_meanwhile_is_not_approved_unread() -> None:
    desk = Desk.begun()
    seen = desk.edition.units.get(pk=desk.written.pk)
    body = desk.page.body_vi.get_prep_value()
    desk.page.body_vi = [body[0], {**body[1], "value": "<p>Nghĩa khác hẳn.</p>"}, *body[2:]]
    desk.page.save()
    factories.cleared(desk.page)

    with pytest.raises(StaleUnit):
        approve(seen, desk)

    assert Unit.objects.get(pk=seen.pk).state == UnitState.NEEDS_REVIEW


@pytest.mark.django_db
def test_a_segment_that_only_moved_can_still_be_approved() -> None:
    desk = Desk.begun()
    seen = desk.edition.units.get(pk=desk.written.pk)
    desk.page.body_vi = [factories.paragraph("Mở đầu."), *desk.page.body_vi.get_prep_value()]
    desk.page.save()
    factories.cleared(desk.page)

    approve(seen, desk)

    assert Unit.objects.get(pk=seen.pk).state == UnitState.APPROVED


def filled(desk: Desk) -> list[Unit]:
    """Give every pending unit a text and return them as a screen shows them."""
    for unit in desk.edition.units.pending().filter(target=""):
        units.edit(
            unit_id=unit.pk, version=unit.version, target=sound(unit.source, "ja"), person=desk.reviewer
        )
    return list(desk.edition.units.pending())


@pytest.mark.django_db
def test_approving_all_approves_what_was_seen() -> None:
    desk = Desk.begun()
    seen = [(unit.pk, unit.version) for unit in filled(desk)]

    edition = units.approve_all(edition_id=desk.edition.pk, seen=seen, person=desk.reviewer)

    assert edition.state == EditionState.APPROVED
    assert not edition.units.pending().exists()


@pytest.mark.django_db
@pytest.mark.parametrize("unseen", ["changed", "new", "not on the screen"])
def test_approving_all_with_something_unseen_approves_nothing(unseen: str) -> None:
    desk = Desk.begun()
    pending = filled(desk)
    seen = [(unit.pk, unit.version) for unit in pending]
    if unseen == "changed":
        edit(pending[0], desk)
    elif unseen == "new":
        desk.page.body_vi = [*desk.page.body_vi.get_prep_value(), factories.paragraph("Thêm một đoạn.")]
        desk.page.save()
        factories.cleared(desk.page)
    else:
        seen = seen[1:]
    before, remembered = list(Unit.objects.order_by("pk").values()), MemoryEntry.objects.count()

    with pytest.raises(StaleUnit):
        units.approve_all(edition_id=desk.edition.pk, seen=seen, person=desk.reviewer)

    assert list(Unit.objects.order_by("pk").values()) == before
    assert MemoryEntry.objects.count() == remembered


@pytest.mark.django_db
def test_approving_all_with_an_empty_segment_approves_nothing() -> None:
    desk = Desk.begun()
    seen = [(unit.pk, unit.version) for unit in desk.edition.units.pending()]
    before = list(Unit.objects.order_by("pk").values())

    with pytest.raises(FailedChecks):
        units.approve_all(edition_id=desk.edition.pk, seen=seen, person=desk.reviewer)

    assert list(Unit.objects.order_by("pk").values()) == before


@pytest.mark.django_db
def test_who_does_not_review_a_language_changes_nothing_in_it() -> None:
    desk = Desk.begun()
    unit, outsider = desk.written, factories.person("review_en", "access_admin")
    before = list(Unit.objects.order_by("pk").values())

    for attempt in (
        lambda: units.edit(unit_id=unit.pk, version=unit.version, target="他人。", person=outsider),
        lambda: units.approve(unit_id=unit.pk, version=unit.version, person=outsider),
        lambda: units.send_back(unit_id=unit.pk, version=unit.version, note="他人。", person=outsider),
        lambda: units.approve_all(edition_id=desk.edition.pk, seen=[], person=outsider),
    ):
        with pytest.raises(PermissionDenied):
            attempt()

    assert list(Unit.objects.order_by("pk").values()) == before


@pytest.mark.django_db(transaction=True)
def test_of_many_who_approve_at_the_same_moment_one_succeeds() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the in-memory database of the tests refuses a second writer instead of queueing it")
    desk = Desk.begun()
    unit = desk.edition.units.get(pk=desk.written.pk)
    start, outcomes = threading.Barrier(4), list[str]()

    def attempt(number: int) -> None:
        start.wait()
        try:
            target = f"{'甲乙丙丁'[number]}。"
            units.approve(unit_id=unit.pk, version=unit.version, target=target, person=desk.reviewer)
            outcomes.append(target)
        except StaleUnit:
            outcomes.append("stale")
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert outcomes.count("stale") == 3
    stored = Unit.objects.get(pk=unit.pk)
    assert stored.target in outcomes
    assert stored.state == UnitState.APPROVED
