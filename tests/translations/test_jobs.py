"""Machine translation as jobs: ordered once, worked on by one, stopped by people, taken up by others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from content.models import Agency
from tests import factories
from tests.translations.desk_setup import Desk, FakeEngine, ask, use_engines
from translations.engines.exceptions import QuotaUsedUp, ServerFailed
from translations.engines.protocol import Job
from translations.enums import JobState, UnitState, Waiting
from translations.models import (
    EnginePause,
    EnginePlan,
    EngineRequest,
    Instruction,
    MachineText,
    TranslationJob,
)
from translations.operations.jobs import cancel_job, jobs_to_take_up, order_job
from translations.operations.machine import run_job
from translations.worker import is_gone, new_worker

pytestmark = pytest.mark.django_db

DEAD = "elsewhere:1:1:aa"


@pytest.fixture
def desk() -> Desk:
    return Desk.begun()


def order(desk: Desk) -> TranslationJob:
    job = order_job(edition_id=desk.edition.pk, person=desk.reviewer)
    assert job is not None
    return job


def state_of(job: TranslationJob) -> str:
    return TranslationJob.objects.get(pk=job.pk).state


def test_ordering_twice_gives_the_same_job(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    use_engines(monkeypatch, FakeEngine())

    assert order(desk) == order(desk)
    assert TranslationJob.objects.count() == 1


def test_a_finished_job_says_how_far_it_came(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    use_engines(monkeypatch, FakeEngine())
    missing = len(desk.missing())
    job = order(desk)

    run_job(job_id=job.pk)

    job.refresh_from_db()
    assert (job.state, job.done, job.total, job.attempts) == (JobState.DONE, missing, missing, 1)
    assert job.finished_at is not None
    assert job.requested_by == desk.reviewer
    assert run_job(job_id=job.pk) is None


def test_a_job_that_is_cancelled_before_it_starts_asks_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = FakeEngine()
    use_engines(monkeypatch, engine)
    job = order(desk)

    cancel_job(job_id=job.pk)

    assert run_job(job_id=job.pk) is None
    assert (state_of(job), engine.jobs) == (JobState.CANCELLED, [])
    assert desk.fresh().waiting == Waiting.NOTHING


def test_a_job_that_is_cancelled_while_it_runs_keeps_what_came_and_asks_no_more(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page changes meanwhile, so there is more to ask for."""
    body = desk.page.body_vi.get_prep_value()

    def cancel(_asked: Job) -> None:
        desk.page.body_vi = [*body, factories.paragraph("Một đoạn nữa.", "a")]
        desk.page.save()
        factories.cleared(desk.page)
        cancel_job(job_id=TranslationJob.objects.get().pk)

    engine = FakeEngine(cancel)
    use_engines(monkeypatch, engine)
    job = order(desk)

    run_job(job_id=job.pk)

    assert state_of(job) == JobState.CANCELLED
    assert len(engine.jobs) == 1
    assert desk.missing() == {"Một đoạn nữa."}
    assert not MachineText.objects.filter(settled_at=None).exists()


def test_a_cancelled_job_can_be_ordered_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    use_engines(monkeypatch, FakeEngine())
    cancel_job(job_id=order(desk).pk)

    again = order(desk)

    run_job(job_id=again.pk)
    assert (state_of(again), desk.missing()) == (JobState.DONE, set())


def test_a_job_belongs_to_one_worker(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = FakeEngine()
    use_engines(monkeypatch, engine)
    job = order(desk)
    TranslationJob.objects.update(state=JobState.RUNNING, worker=DEAD, alive_at=timezone.now())

    assert run_job(job_id=job.pk) is None
    assert jobs_to_take_up() == []
    assert engine.jobs == []


def test_a_job_whose_worker_says_nothing_any_more_is_taken_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_engines(monkeypatch, FakeEngine())
    job = order(desk)
    silent = timezone.now() - timedelta(minutes=11)
    TranslationJob.objects.update(state=JobState.RUNNING, worker=DEAD, alive_at=silent)

    assert jobs_to_take_up() == [job]
    run_job(job_id=job.pk)
    assert (state_of(job), desk.missing()) == (JobState.DONE, set())


def test_texts_that_a_dead_worker_had_claimed_are_asked_for_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_engines(monkeypatch, FakeEngine())
    ask(desk.edition)
    desk.edition.units.filter(state=UnitState.MACHINE).update(target="", machine_hash="", state="empty")
    MachineText.objects.update(
        settled_at=None, target="", claimed_by=DEAD, claimed_until=timezone.now() - timedelta(seconds=1)
    )

    ask(desk.edition)

    assert desk.missing() == set()


def test_a_process_that_ended_is_known_to_be_gone() -> None:
    mine = new_worker()
    host, pid, started, token = mine.rsplit(":", 3)

    assert not is_gone(mine)
    assert is_gone(f"{host}:{pid}:{int(started) + 1}:{token}")
    assert is_gone(f"{host}:{2**22 + 1}:{started}:{token}")
    assert not is_gone(DEAD)
    assert not is_gone("")


def test_the_next_engine_is_asked_where_the_first_one_fails(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_asked: Job) -> None:
        raise QuotaUsedUp("No more. Wait for the next month.")

    first, second = FakeEngine(fail), FakeEngine()
    second.name = "second"
    use_engines(monkeypatch, first, second)

    job = ask(desk.edition)

    assert job is not None
    assert job.state == JobState.DONE
    assert desk.missing() == set()
    assert EnginePause.objects.get().engine == "fake"
    assert [request.outcome for request in EngineRequest.objects.order_by("pk")] == ["quota", "done"]


def test_an_agency_has_its_own_order_of_engines(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = FakeEngine(), FakeEngine()
    second.name = "second"
    use_engines(monkeypatch, first, second)
    agency = Agency.objects.create(name_vi="Sở Công Thương", code="sct")
    EnginePlan.objects.create(agency=agency, engines="second")
    desk.page.agency = agency
    desk.page.save()

    ask(desk.edition)

    assert (len(first.jobs), len(second.jobs)) == (0, 1)
    assert EngineRequest.objects.get().agency == agency


def test_a_failure_that_passes_leaves_the_job_for_later(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    failures = [ServerFailed("It failed. Try later.")]

    def fail_once(_asked: Job) -> None:
        if failures:
            raise failures.pop()

    use_engines(monkeypatch, FakeEngine(fail_once))
    job = ask(desk.edition)

    assert job is not None
    assert job.state == JobState.PAUSED
    assert job.not_before is not None
    assert job.not_before > timezone.now()
    assert jobs_to_take_up() == []
    TranslationJob.objects.update(not_before=timezone.now())
    assert jobs_to_take_up() == [job]
    run_job(job_id=job.pk)
    assert (state_of(job), desk.missing()) == (JobState.DONE, set())


def test_instructions_of_the_section_go_with_its_texts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = FakeEngine()
    use_engines(monkeypatch, engine)
    other = factories.section()
    Instruction.objects.create(text="Write warmly.")
    Instruction.objects.create(language="ja", text="Use polite Japanese.")
    Instruction.objects.create(language="ko", text="Use polite Korean.")
    Instruction.objects.create(section=other, text="Write like a lawyer.")

    ask(desk.edition)

    assert engine.jobs[0].instructions == ("Write warmly.", "Use polite Japanese.")
