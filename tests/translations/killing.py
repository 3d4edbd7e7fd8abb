"""Kills workers at random moments: the next one finishes the job, and pays for one request twice at most.

For a process of its own on a throw-away installation, since a killed process would take
the tests' database in memory along. `main` writes one line for each kill that left something
wrong, and a last line with how many were made.
"""

import io
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NoReturn

from django.core.management import call_command
from django.db import connections

from tests import factories
from tests.doubles.deepl_server import DeepLServer
from translations import conf
from translations.engines.deepl import DeepLEngine
from translations.enums import JobState
from translations.models import Edition, EngineRequest, MachineText, TranslationJob
from translations.operations import clearance
from translations.operations.editions import open_editions
from translations.operations.jobs import order_job

PARAGRAPHS = 170
"""Four requests a language."""
LATENCY = 0.1
"""Seconds that the engine takes to answer."""


def hesitate(_number: int) -> None:
    """Let the engine take its time, so that some workers are killed while they wait for it."""
    time.sleep(LATENCY)


def main(kills: int, seed: int) -> None:
    """Kill *kills* workers, each at work on a page of its own."""
    random = Random(seed)  # noqa: S311 - a repeatable sample
    call_command("migrate", verbosity=0)
    wrong = caught = again = 0
    with DeepLServer() as server:
        server.faults = hesitate
        engine = DeepLEngine(server.auth_key, server.url, timeout=5, retries=0)
        conf.configured_engines = lambda: {engine.name: engine}
        longest = _undisturbed()
        for number in range(kills):
            job = _ordered(number)
            connections.close_all()
            caught += _killed(random.random() * longest)
            _work()
            again += sum(times > 1 for times in _sent(server, job).values())
            for fault in _faults(job, server):
                wrong += 1
                sys.stdout.write(f"seed {seed}, kill {number}: {fault}\n")
    sys.stdout.write(f"{caught} were at work when they were killed, {again} texts were sent twice\n")
    sys.stdout.write(f"{kills} workers killed, {wrong} left something wrong\n")


def _ordered(number: int) -> TranslationJob:
    page = factories.article(*(f"Trang {number}, đoạn {place}." for place in range(PARAGRAPHS)))
    clearance.clear(instance=page, person=factories.person())
    open_editions(instance=page)
    job = order_job(edition_id=Edition.objects.of(page).get(language="ja").pk)
    if job is None:
        raise AssertionError("There is an engine, and text for it.")
    return job


def _undisturbed() -> float:
    """Return the seconds that a job takes in a process of its own."""
    _ordered(-1)
    connections.close_all()
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        _work_and_leave()
    os.waitpid(child, 0)
    return time.monotonic() - begun


def _work() -> None:
    call_command("run_translation_jobs", stdout=io.StringIO())


def _work_and_leave() -> NoReturn:
    try:
        _work()
    finally:
        os._exit(0)


def _killed(delay: float) -> bool:
    """Run a worker that is killed after *delay* seconds; return whether it was still at work."""
    child = os.fork()
    if child == 0:
        _work_and_leave()
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _sent(server: DeepLServer, job: TranslationJob) -> Counter[str]:
    mine = set(job.edition.units.values_list("source", flat=True))
    return Counter(text for request in server.requests for text in request.texts if text in mine)


def _faults(job: TranslationJob, server: DeepLServer) -> Iterator[str]:
    job.refresh_from_db()
    if job.state != JobState.DONE:
        yield f"the job is {job.state}: {job.detail}"
    if missing := job.edition.units.filter(target="").count():
        yield f"{missing} segments have no text"
    requests = EngineRequest.objects.filter(job=job)
    lost = sum(requests.filter(outcome="lost").values_list("texts", flat=True))
    twice = {text: times for text, times in _sent(server, job).items() if times > 1}
    if len(twice) > lost or max(twice.values(), default=2) > 2:
        yield f"{len(twice)} texts were sent twice, and the request under way held {lost}"
    if requests.filter(outcome="lost").count() > 1 or requests.filter(outcome="").exists():
        yield f"the ledger says {list(requests.values_list('outcome', flat=True))}"
    if MachineText.objects.filter(settled_at=None).exists():
        yield "a text is still claimed"
