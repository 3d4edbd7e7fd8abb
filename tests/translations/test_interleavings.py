"""Two workers, a reviewer and an editor on a page at once: no text is lost, nothing is paid for twice."""

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from random import Random, SystemRandom

import pytest
from django.db import connection, connections, models

from content.models import ArticlePage
from tests import factories
from tests.sound_targets import sound
from tests.translations.desk_setup import FakeEngine, use_engines
from translations.engines.protocol import Batch, Job, Outcome, Result
from translations.enums import JobState, UnitState
from translations.exceptions import StaleUnit
from translations.models import Edition, EngineRequest, MachineText, TranslationJob, Unit
from translations.operations import units
from translations.operations.jobs import order_job
from translations.operations.machine import run_job

ROUNDS = int(os.environ.get("PORTAL_INTERLEAVINGS", "8"))
SEED = int(os.environ.get("PORTAL_SEED", SystemRandom().randrange(10**6)))
WORDS = ("chùa cổ", "đền thiêng", "sông lớn", "biển xanh", "làng nghề", "phố cũ")
NAMES = ("Xuân Trường", "Hải Hậu", "Giao Thủy", "Ý Yên", "Vụ Bản", "Nam Trực", "Trực Ninh")
LONGEST = 0.02
"""Seconds that the engine, or a person, hesitates."""


class HesitantEngine(FakeEngine):
    """Takes a random time, and counts how often it was asked for each text."""

    def __init__(self, random: Random) -> None:
        super().__init__()
        self._random = random
        self.asked: Counter[tuple[str, str]] = Counter()

    def send(self, job: Job, batch: Batch) -> dict[int, Outcome]:
        self.asked.update((job.language, text) for text in batch.texts)
        time.sleep(self._random.random() * LONGEST)
        return {place: Result(f"機械 {text}", self.name, None, 1) for place, text in enumerate(job.texts)}


class Reviewer:
    """Reads the segments, hesitates, and stores or approves; notes what was kept and what was refused."""

    def __init__(self, page: ArticlePage, random: Random) -> None:
        self._page, self._random = page, random
        self._person = factories.reviewer()
        self.kept: dict[int, tuple[str, str]] = {}
        self.stale = 0

    def work(self) -> None:
        for _visit in range(2):
            seen = list(
                Unit.objects.filter(edition__in=Edition.objects.of(self._page)).select_related("edition")
            )
            self._random.shuffle(seen)
            for unit in seen[:4]:
                time.sleep(self._random.random() * LONGEST)
                self._write(unit)

    def _write(self, unit: Unit) -> None:
        state = self._random.choice([UnitState.TRANSLATED, UnitState.APPROVED])
        write: Callable[..., Unit] = units.edit if state == UnitState.TRANSLATED else units.approve
        text = sound(unit.source, unit.edition.language)
        try:
            write(unit_id=unit.pk, version=unit.version, target=text, person=self._person)
        except StaleUnit:
            self.stale += 1
        else:
            self.kept[unit.pk] = (text, state)


def publish_more(page: ArticlePage, random: Random) -> None:
    """Do what an editor of the Vietnamese does: add paragraphs, one publication after the other."""
    for number in range(3):
        time.sleep(random.random() * LONGEST)
        page.body_vi = [*page.body_vi.get_prep_value(), factories.paragraph(f"Thêm {WORDS[number]}.")]
        page.save()
        factories.cleared(page)


def together(*acts: Callable[[], object]) -> None:
    """Run *acts* in threads that begin at once.

    Raises:
        Exception: the first that one of them raised.
    """
    start = threading.Barrier(len(acts))
    failures: list[Exception] = []

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
        except Exception as error:  # noqa: BLE001 - raised again below, in the test's own thread
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def translate(pages: Sequence[ArticlePage], random: Random) -> None:
    """Do what a worker does for every language of some pages."""
    editions = [edition for page in pages for edition in Edition.objects.of(page)]
    random.shuffle(editions)
    for edition in editions:
        time.sleep(random.random() * LONGEST)
        job = order_job(edition_id=edition.pk)
        if job is not None:
            run_job(job_id=job.pk)


@pytest.mark.django_db(transaction=True)
def test_no_interleaving_of_two_workers_a_reviewer_and_an_editor_loses_a_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("The tests' database in memory has one connection; PostgreSQL is where offices run.")
    stale = 0
    for number in range(ROUNDS):
        random = Random(f"{SEED} {number}")  # noqa: S311 - a repeatable sample
        engine = HesitantEngine(random)
        use_engines(monkeypatch, engine)
        texts = [f"Ở {random.choice(NAMES)} có {words}." for words in WORDS]
        page, other = factories.article(*texts), factories.article(*texts)
        factories.cleared(page)
        factories.cleared(other)
        reviewer = Reviewer(page, random)

        together(
            partial(translate, [page], random),
            partial(translate, [page, other], random),
            reviewer.work,
            partial(publish_more, page, random),
        )
        translate([page, other], random)

        context = f"seed {SEED}, round {number}"
        stored = Unit.objects.filter(pk__in=reviewer.kept).values_list("pk", "target", "state")
        assert {pk: (target, state) for pk, target, state in stored} == reviewer.kept, context
        assert set(engine.asked.values()) <= {1}, context
        assert not MachineText.objects.filter(settled_at=None).exists(), context
        assert set(TranslationJob.objects.values_list("state", flat=True)) <= {JobState.DONE}, context
        for edition in [*Edition.objects.of(page), *Edition.objects.of(other)]:
            assert not edition.units.filter(models.Q(target="") | models.Q(state="empty")).exists(), context
        assert not EngineRequest.objects.exclude(outcome="done").exists(), context
        stale += reviewer.stale
    assert stale or ROUNDS < 10, "No reviewer ever came too late: the interleavings prove nothing."
