"""An article in the middle of its translation, and the desk's own engine pointed at the double."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from pytest_django import Settings

from cms.models import User
from content.models import ArticlePage
from tests import factories
from tests.doubles.deepl_server import DeepLServer
from tests.sound_targets import sound
from translations import conf
from translations.engines.deepl import DeepLEngine
from translations.engines.protocol import Batch, Engine, Job, Outcome, Result, Split
from translations.models import Edition, TranslationJob, Unit
from translations.operations import jobs, machine, units

TEXTS = (
    "Đền Trần thờ <b>14 vị vua</b>.",
    "Chùa Phổ Minh.",
    "Phở bò &amp; bánh gai.",
    'Xem <a href="https://example.org/">bản đồ</a>.',
)


def use_double(server: DeepLServer, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Configure the desk as an installation would, except that a hanging DeepL is given up after a second."""
    settings.DEEPL_AUTH_KEY, settings.DEEPL_SERVER_URL = server.auth_key, server.url
    monkeypatch.setattr(conf, "DeepLEngine", partial(DeepLEngine, timeout=1, retries=0))
    conf._deepl.cache_clear()


@dataclass(frozen=True)
class Desk:
    """A published article whose Japanese a reviewer has begun: one text approved, one written."""

    page: ArticlePage
    edition: Edition
    reviewer: User
    approved: Unit
    written: Unit

    @classmethod
    def begun(cls, texts: Sequence[str] = TEXTS) -> "Desk":
        page = factories.article(*texts, summary_vi="Một ngày ở Nam Định.")
        factories.cleared(page)
        edition = Edition.objects.of(page).get(language="ja")
        reviewer = factories.reviewer()
        first, second = edition.units.filter(field="body")[:2]
        approved = units.approve(
            unit_id=first.pk, version=first.version, target=sound(first.source, "ja"), person=reviewer
        )
        written = units.edit(
            unit_id=second.pk, version=second.version, target=sound(second.source, "ja"), person=reviewer
        )
        return cls(page, edition, reviewer, approved, written)

    def fresh(self) -> Edition:
        return Edition.objects.get(pk=self.edition.pk)

    def missing(self) -> set[str]:
        """Return the sources of the units without a text."""
        return set(self.edition.units.filter(target="").values_list("source", flat=True))

    def by_hand(self) -> dict[str, Any]:
        """Return every column of the two units that a person wrote."""
        rows = Unit.objects.filter(pk__in=[self.approved.pk, self.written.pk])
        return {row["key"]: row for row in rows.values()}

    def finish_by_hand(self) -> Edition:
        """Approve everything, writing what is missing."""
        for unit in self.edition.units.pending():
            target = unit.target or sound(unit.source, "ja")
            units.approve(unit_id=unit.pk, version=unit.version, target=target, person=self.reviewer)
        return self.fresh()


class FakeEngine:
    """An engine that does something of the test's own while it is asked."""

    name = "fake"
    is_billed = True

    def __init__(self, during: Callable[[Job], object] = lambda job: None) -> None:
        self._during = during
        self.jobs: list[Job] = []

    def split(self, job: Job) -> Split:
        return Split(batches=[Batch(job.texts, tuple((place,) for place in range(len(job.texts))))])

    def send(self, job: Job, batch: Batch) -> dict[int, Outcome]:
        self.jobs.append(job)
        self._during(job)
        return {
            place: Result(f"機械 {text}", self.name, None, len(text)) for place, text in enumerate(job.texts)
        }


def use_engines(monkeypatch: pytest.MonkeyPatch, *engines: Engine) -> None:
    """Have the desk ask these, in this order."""
    monkeypatch.setattr(conf, "configured_engines", lambda: {engine.name: engine for engine in engines})


def ask(edition: Edition) -> TranslationJob | None:
    """Order what an engine owes the edition, and work on it here and now."""
    job = jobs.order_job(edition_id=edition.pk)
    return machine.run_job(job_id=job.pk) if job is not None else None
