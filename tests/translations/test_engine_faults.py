"""Whatever DeepL does, over real HTTP: nothing of a person's is lost, and nothing is paid twice."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.doubles.deepl_server import DeepLServer, Fault
from tests.translations import desk_setup
from tests.translations.desk_setup import Desk
from translations.engines.markup import to_html
from translations.enums import EditionState, JobState, UnitState, Waiting
from translations.models import Edition, EnginePause, EngineRequest, TranslationJob
from translations.operations.editions import columns_match_units
from translations.operations.jobs import jobs_to_take_up, order_refused
from translations.operations.machine import run_job
from translations.operations.pauses import end_pause
from translations.segments.placeholders import plain
from translations.tasks import translate_edition

pytestmark = pytest.mark.django_db

PAUSING: list[tuple[Fault, str]] = [("403", "auth"), ("429", "rate"), ("456", "quota"), ("529", "rate")]
PASSING: list[tuple[Fault, str]] = [
    ("400", "server"),
    ("413", "too_large"),
    ("500", "server"),
    ("503", "server"),
    ("hang", "unreachable"),
    ("reset", "unreachable"),
]
GARBLED: list[Fault] = ["garbage", "keys", "short", "extra"]
SPOILT_ANSWERS: list[Fault] = ["drop_tag", "control"]


@pytest.fixture(autouse=True)
def _desk_uses_the_double(
    deepl_server: DeepLServer, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_setup.use_double(deepl_server, settings, monkeypatch)


def is_sentence(text: str) -> bool:
    return text[:1].isupper() and text.endswith(".") and " " in text


def sent_texts(server: DeepLServer, since: int = 0) -> list[str]:
    return [text for request in server.requests[since:] for text in request.texts]


def characters(sources: set[str]) -> int:
    return sum(len(plain(source)) for source in sources)


def test_without_a_fault_only_what_is_missing_is_sent_and_paid(deepl_server: DeepLServer) -> None:
    desk = Desk.begun()
    missing, by_hand = desk.missing(), desk.by_hand()

    translate_edition.enqueue(desk.edition.pk)

    request = EngineRequest.objects.get()
    assert sorted(sent_texts(deepl_server)) == sorted(map(to_html, missing))
    assert (request.outcome, request.detail, request.language) == ("done", "", "ja")
    assert (
        request.characters
        == request.billed_characters
        == deepl_server.billed_characters
        == characters(missing)
    )
    assert request.clearance.source_version == desk.fresh().working_version
    assert desk.by_hand() == by_hand
    assert desk.missing() == set()
    assert desk.fresh().waiting == Waiting.NOTHING


@pytest.mark.parametrize(("fault", "code"), [*PASSING, *PAUSING])
def test_after_a_failure_the_edition_says_why_and_a_retry_sends_only_what_is_missing(
    deepl_server: DeepLServer, fault: Fault, code: str
) -> None:
    desk = Desk.begun()
    missing, by_hand = desk.missing(), desk.by_hand()
    deepl_server.fail_next(fault)

    translate_edition.enqueue(desk.edition.pk)

    edition = desk.fresh()
    assert edition.waiting == Waiting.ENGINE_FAILED
    assert is_sentence(edition.waiting_detail)
    assert EngineRequest.objects.get().outcome == code
    assert desk.by_hand() == by_hand
    assert desk.missing() == missing
    assert columns_match_units(edition=edition)

    deepl_server.succeed()
    end_pause(engine="deepl")
    tried, paid_in_vain = len(deepl_server.requests), deepl_server.billed_characters
    translate_edition.enqueue(desk.edition.pk)

    again = EngineRequest.objects.latest("pk")
    assert sorted(sent_texts(deepl_server, since=tried)) == sorted(map(to_html, missing))
    assert again.characters == deepl_server.billed_characters - paid_in_vain
    assert desk.by_hand() == by_hand
    assert desk.missing() == set()
    assert (desk.fresh().waiting, desk.fresh().waiting_detail) == (Waiting.NOTHING, "")


@pytest.mark.parametrize(("fault", "code"), PAUSING)
def test_an_engine_that_would_fail_for_everybody_is_left_alone_for_half_an_hour(
    deepl_server: DeepLServer, fault: Fault, code: str
) -> None:
    desk = Desk.begun()
    deepl_server.fail_next(fault)
    translate_edition.enqueue(desk.edition.pk)
    tried = len(deepl_server.requests)

    for edition in Edition.objects.of(desk.page):
        translate_edition.enqueue(edition.pk)

    assert len(deepl_server.requests) == tried
    pause = EnginePause.objects.get()
    assert (pause.engine, pause.code) == ("deepl", code)
    assert timedelta(minutes=29) < pause.until - timezone.now() <= timedelta(minutes=30)
    edition = desk.fresh()
    assert (edition.waiting, edition.waiting_detail) == (Waiting.ENGINE_PAUSED, pause.reason)
    assert is_sentence(pause.reason)
    assert {job.state for job in TranslationJob.objects.all()} == {JobState.PAUSED}

    EnginePause.objects.update(until=timezone.now())
    TranslationJob.objects.update(not_before=timezone.now())
    for job in jobs_to_take_up():
        run_job(job_id=job.pk)

    assert desk.missing() == set()
    assert {job.state for job in TranslationJob.objects.all()} == {JobState.DONE}


@pytest.mark.parametrize("fault", GARBLED)
def test_a_garbled_answer_may_be_paid_for_so_only_a_person_has_it_sent_again(
    deepl_server: DeepLServer, fault: Fault
) -> None:
    desk = Desk.begun()
    missing, by_hand = desk.missing(), desk.by_hand()
    deepl_server.fail_next(fault)

    translate_edition.enqueue(desk.edition.pk)
    translate_edition.enqueue(desk.edition.pk)

    assert len(deepl_server.requests) == 1
    edition = desk.fresh()
    assert edition.waiting == Waiting.ENGINE_FAILED
    refused = edition.units.exclude(refusal="")
    assert {unit.source for unit in refused} == missing
    assert all(is_sentence(unit.refusal) for unit in refused)
    request = EngineRequest.objects.get()
    assert (request.outcome, request.billed_characters) == ("garbled", None)

    job = order_refused(edition_id=edition.pk, person=desk.reviewer)

    assert job is not None
    run_job(job_id=job.pk)
    assert (desk.missing(), desk.by_hand()) == (set(), by_hand)
    assert len(deepl_server.requests) == 2
    assert EngineRequest.objects.latest("pk").requested_by == desk.reviewer


@pytest.mark.parametrize("fault", SPOILT_ANSWERS)
def test_a_spoilt_answer_is_refused_told_and_left_to_a_person(
    deepl_server: DeepLServer, fault: Fault
) -> None:
    desk = Desk.begun()
    by_hand = desk.by_hand()
    deepl_server.fail_next(fault)

    translate_edition.enqueue(desk.edition.pk)

    edition = desk.fresh()
    refused = edition.units.exclude(refusal="")
    assert refused.count() == len(desk.missing()) > 0
    assert all(is_sentence(unit.refusal) for unit in refused)
    assert edition.waiting == Waiting.ENGINE_FAILED
    assert is_sentence(edition.waiting_detail)
    assert desk.by_hand() == by_hand

    tried = len(deepl_server.requests)
    translate_edition.enqueue(desk.edition.pk)
    assert len(deepl_server.requests) == tried
    assert desk.fresh().waiting == Waiting.ENGINE_FAILED

    edition = desk.finish_by_hand()
    assert (edition.state, edition.waiting) == (EditionState.APPROVED, Waiting.NOTHING)
    assert columns_match_units(edition=edition)


@pytest.mark.parametrize("fault", ["456", "503", "hang"])
def test_a_failure_half_way_keeps_what_was_paid_for(deepl_server: DeepLServer, fault: Fault) -> None:
    """The job takes three requests; the second fails."""
    desk = Desk.begun([f"Đoạn văn số {number}." for number in range(130)])
    missing = desk.missing()
    deepl_server.fail_next(fault, after=1)

    translate_edition.enqueue(desk.edition.pk)

    left = desk.missing()
    assert 0 < len(left) < len(missing)
    assert desk.fresh().waiting == Waiting.ENGINE_FAILED
    tried = len(deepl_server.requests)
    end_pause(engine="deepl")
    translate_edition.enqueue(desk.edition.pk)

    assert sorted(sent_texts(deepl_server, since=tried)) == sorted(map(to_html, left))
    assert deepl_server.billed_characters == characters(missing)
    billed = [request.billed_characters or 0 for request in EngineRequest.objects.all()]
    assert sum(billed) == characters(missing)


def test_a_reviewer_can_finish_by_hand_what_no_engine_translated(deepl_server: DeepLServer) -> None:
    desk = Desk.begun()
    deepl_server.fail_next("403")
    translate_edition.enqueue(desk.edition.pk)

    edition = desk.finish_by_hand()

    assert (edition.state, edition.waiting) == (EditionState.APPROVED, Waiting.NOTHING)
    assert columns_match_units(edition=edition)


def test_without_a_key_new_text_says_so_and_can_be_finished_by_hand(settings: Settings) -> None:
    settings.DEEPL_AUTH_KEY = ""
    desk = Desk.begun()

    translate_edition.enqueue(desk.edition.pk)

    assert desk.fresh().waiting == Waiting.NO_ENGINE
    assert EngineRequest.objects.count() == 0
    edition = desk.finish_by_hand()
    assert (edition.state, edition.waiting) == (EditionState.APPROVED, Waiting.NOTHING)


def test_a_repeated_text_is_sent_and_paid_once(deepl_server: DeepLServer) -> None:
    desk = Desk.begun(["Một.", "Hai.", "Ba.", "Ba.", "Ba."])

    translate_edition.enqueue(desk.edition.pk)

    same = desk.edition.units.filter(source="Ba.")
    assert sent_texts(deepl_server).count("Ba.") == 1
    assert {unit.state for unit in same} == {UnitState.MACHINE}
    assert EngineRequest.objects.get().characters == deepl_server.billed_characters
