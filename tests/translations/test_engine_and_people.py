"""An engine works beside people: it holds no lock, and their text is newer than its answer."""

import pytest
from django.db import connection
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from tests import factories
from tests.doubles.deepl_server import DeepLServer
from tests.translations import desk_setup
from tests.translations.desk_setup import Desk, FakeEngine, ask, use_engines
from translations.engines.protocol import Job
from translations.enums import EditionState, UnitState, Waiting
from translations.exceptions import NotCleared
from translations.models import Clearance, Edition, EngineRequest, SourceVersion
from translations.operations import clearance, units
from translations.operations.editions import columns_match_units
from translations.tasks import translate_edition

SECRET = "Chưa được phép công bố."


@pytest.fixture
def double(deepl_server: DeepLServer, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> DeepLServer:
    desk_setup.use_double(deepl_server, settings, monkeypatch)
    return deepl_server


def left_the_house(server: DeepLServer) -> str:
    return repr([request.body for request in server.requests])


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_the_engine_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    open_transactions: list[bool] = []
    engine = FakeEngine(lambda job: open_transactions.append(connection.in_atomic_block))
    desk_setup.use_engines(monkeypatch, engine)
    page = factories.article("Một đoạn.")
    clearance.clear(instance=page, person=factories.person())

    page.save_revision().publish()

    assert open_transactions == [False, False, False]
    assert {edition.state for edition in Edition.objects.of(page)} == {EditionState.MACHINE_DRAFT}


@pytest.mark.django_db
def test_publishing_sends_a_cleared_page_to_the_engine_in_three_languages(
    double: DeepLServer, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page = factories.article("Đền Trần thờ <b>14 vị vua</b>.")
    clearance.clear(instance=page, person=factories.person())

    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    assert sorted(request.body["target_lang"] for request in double.requests) == ["EN-GB", "JA", "KO"]
    for edition in Edition.objects.of(page):
        assert edition.state == EditionState.MACHINE_DRAFT
        assert edition.waiting == Waiting.NOTHING
        assert all("<1>" in unit.target for unit in edition.units.filter(field="body"))


@pytest.mark.django_db
def test_nothing_leaves_without_clearance(
    double: DeepLServer, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page = factories.article(SECRET)

    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    for edition in Edition.objects.of(page):
        translate_edition.enqueue(edition.pk)

    assert double.requests == []
    assert EngineRequest.objects.count() == 0
    assert {edition.waiting for edition in Edition.objects.of(page)} == {Waiting.CLEARANCE}


@pytest.mark.django_db
def test_an_edition_of_an_uncleared_text_is_refused_at_the_door(double: DeepLServer) -> None:
    desk = Desk.begun()
    stolen = SourceVersion.objects.create(
        content_type=desk.edition.content_type, object_id=desk.page.pk, hash="0" * 64, data={"title": SECRET}
    )
    Edition.objects.filter(pk=desk.edition.pk).update(working_version=stolen)

    with pytest.raises(NotCleared):
        desk_setup.ask(desk.edition)
    translate_edition.enqueue(desk.edition.pk)

    assert double.requests == []


@pytest.mark.django_db
def test_a_text_changed_after_its_clearance_stays_in_the_house(
    double: DeepLServer, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    desk = Desk.begun()
    desk.page.body_vi = [*desk.page.body_vi.get_prep_value(), factories.paragraph(SECRET)]
    desk.page.summary_vi = SECRET

    with django_capture_on_commit_callbacks(execute=True):
        desk.page.save_revision().publish()
    translate_edition.enqueue(desk.edition.pk)

    assert desk.fresh().waiting == Waiting.CLEARANCE
    assert double.requests
    assert SECRET not in left_the_house(double)


@pytest.mark.django_db
def test_every_request_is_bound_to_the_clearance_of_what_it_sends(double: DeepLServer) -> None:
    desk = Desk.begun()

    translate_edition.enqueue(desk.edition.pk)

    request = EngineRequest.objects.get()
    assert request.clearance == Clearance.objects.get(source_version=desk.fresh().working_version)
    assert (request.edition, request.engine) == (desk.edition, "deepl")


@pytest.mark.django_db
def test_an_answer_that_arrives_after_a_persons_edit_does_not_overwrite_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk.begun()
    slow = desk.edition.units.filter(target="").first()
    assert slow is not None

    def write_meanwhile(job: Job) -> None:
        assert slow.source in job.texts
        units.edit(unit_id=slow.pk, version=slow.version, target=f"手 {slow.source}", person=desk.reviewer)

    use_engines(monkeypatch, FakeEngine(write_meanwhile))
    ask(desk.edition)

    unit = desk.edition.units.get(pk=slow.pk)
    assert (unit.target, unit.state) == (f"手 {slow.source}", UnitState.TRANSLATED)
    assert desk.missing() == set()


@pytest.mark.django_db
def test_an_answer_to_an_older_wording_is_thrown_away_and_the_new_one_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk.begun()
    body = desk.page.body_vi.get_prep_value()

    def publish_meanwhile(job: Job) -> None:
        desk.page.body_vi = [*body[:-1], {**body[-1], "value": "<p>Đã viết lại.</p>"}]
        desk.page.save()
        factories.cleared(desk.page)

    engine = FakeEngine(publish_meanwhile)
    use_engines(monkeypatch, engine)
    ask(desk.edition)

    rewritten = desk.edition.units.get(source="Đã viết lại.")
    assert (rewritten.target, rewritten.state) == ("機械 Đã viết lại.", UnitState.MACHINE)
    assert "Đã viết lại." not in engine.jobs[0].texts


@pytest.mark.django_db
def test_a_changed_segment_keeps_its_text_and_gets_the_machines_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk.begun()
    body = desk.page.body_vi.get_prep_value()
    desk.page.body_vi = [{**body[0], "value": "<p>Viết lại.</p>"}, *body[1:]]
    desk.page.save()
    factories.cleared(desk.page)

    use_engines(monkeypatch, FakeEngine(lambda job: None))
    ask(desk.edition)

    unit = desk.edition.units.get(pk=desk.approved.pk)
    assert (unit.target, unit.machine_text) == (desk.approved.target, "機械 Viết lại.")
    assert unit.state == UnitState.NEEDS_REVIEW
    assert unit.previous_source == desk.approved.source


@pytest.mark.django_db
def test_what_a_person_rewrote_for_a_changed_segment_is_not_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk.begun()
    body = desk.page.body_vi.get_prep_value()
    desk.page.body_vi = [{**body[0], "value": "<p>Viết lại.</p>"}, *body[1:]]
    desk.page.save()
    factories.cleared(desk.page)
    unit = desk.edition.units.get(pk=desk.approved.pk)
    units.edit(unit_id=unit.pk, version=unit.version, target="書き直し。", person=desk.reviewer)
    engine = FakeEngine(lambda job: None)

    use_engines(monkeypatch, engine)
    ask(desk.edition)

    assert "Viết lại." not in engine.jobs[0].texts


@pytest.mark.django_db
def test_an_engine_that_breaks_leaves_a_reason_and_no_half_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk.begun()
    by_hand, missing = desk.by_hand(), desk.missing()

    def break_off(job: Job) -> None:
        raise ZeroDivisionError

    use_engines(monkeypatch, FakeEngine(break_off))

    with pytest.raises(ZeroDivisionError):
        ask(desk.edition)

    edition = desk.fresh()
    assert edition.waiting == Waiting.ENGINE_FAILED
    assert edition.waiting_detail.endswith(".")
    assert (desk.by_hand(), desk.missing()) == (by_hand, missing)
    assert columns_match_units(edition=edition)
    assert EngineRequest.objects.get().answered_at is not None
