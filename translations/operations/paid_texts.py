"""Texts that engines were asked for: each is asked for by one worker, and paid for once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils import timezone

from translations.engines.protocol import Outcome, Refused
from translations.models import MachineText
from translations.worker import is_gone

LEASE = timedelta(minutes=10)
"""Longer than any one request with its retries; renewed with each."""

_BATCH = 300


@dataclass(frozen=True, slots=True, order=True)
class TextKey:
    """What an engine's answer depends on."""

    source_hash: str
    options_hash: str


@dataclass(frozen=True, slots=True)
class Claims:
    """Which of the wanted texts are there already, which this worker asks for, and which another one does."""

    settled: Mapping[TextKey, MachineText]
    mine: frozenset[TextKey]
    elsewhere: frozenset[TextKey]


def known_texts(language: str, keys: Collection[TextKey]) -> dict[TextKey, MachineText]:
    """Return the rows there are for *keys*, settled or not."""
    found: dict[TextKey, MachineText] = {}
    wanted = sorted(keys)
    for start in range(0, len(wanted), _BATCH):
        hashes = [key.source_hash for key in wanted[start : start + _BATCH]]
        for row in MachineText.objects.filter(language=language, source_hash__in=hashes):
            found[TextKey(row.source_hash, row.options_hash)] = row
    return {key: found[key] for key in wanted if key in found}


def claim(*, language: str, keys: Collection[TextKey], worker: str) -> Claims:
    """Take what nobody has asked for yet, or whose worker is gone; inside a transaction.

    In the same order by everybody, so that two workers never wait for each other.
    """
    until = timezone.now() + LEASE
    known = known_texts(language, keys)
    MachineText.objects.bulk_create(
        [
            MachineText(
                language=language,
                source_hash=key.source_hash,
                options_hash=key.options_hash,
                claimed_by=worker,
                claimed_until=until,
            )
            for key in sorted(set(keys) - set(known))
        ],
        ignore_conflicts=True,
        batch_size=_BATCH,
    )
    for row in known.values():
        if row.settled_at is None and row.claimed_by != worker and _is_free(row):
            MachineText.objects.filter(pk=row.pk, claimed_by=row.claimed_by, settled_at=None).update(
                claimed_by=worker, claimed_until=until
            )
    return _sorted_out(known_texts(language, keys), worker)


def _is_free(row: MachineText) -> bool:
    return row.claimed_until is None or row.claimed_until < timezone.now() or is_gone(row.claimed_by)


def _sorted_out(rows: Mapping[TextKey, MachineText], worker: str) -> Claims:
    settled = {key: row for key, row in rows.items() if row.settled_at is not None}
    mine = frozenset(key for key, row in rows.items() if key not in settled and row.claimed_by == worker)
    return Claims(settled, mine, frozenset(rows) - frozenset(settled) - mine)


def settle_texts(*, language: str, outcomes: Mapping[TextKey, Outcome], engine: str) -> None:
    """Keep what an engine answered, a refusal too: neither is asked for again by itself."""
    now = timezone.now()
    for key, outcome in sorted(outcomes.items()):
        answer = (
            {"refusal": outcome.reason}
            if isinstance(outcome, Refused)
            else {"target": outcome.text, "score": outcome.score}
        )
        _rows(language, [key]).filter(settled_at=None).update(
            engine=engine, settled_at=now, claimed_by="", claimed_until=None, **answer
        )


def renew(*, worker: str) -> None:
    """Say that *worker* is still at it."""
    MachineText.objects.filter(claimed_by=worker, settled_at=None).update(
        claimed_until=timezone.now() + LEASE
    )


def release(*, worker: str) -> None:
    """Give back what *worker* claimed and did not get."""
    MachineText.objects.filter(claimed_by=worker, settled_at=None).delete()


def forget_refusals(*, language: str, keys: Collection[TextKey]) -> None:
    """Let refused texts be asked for again, which may cost again."""
    wanted = sorted(keys)
    for start in range(0, len(wanted), _BATCH):
        _rows(language, wanted[start : start + _BATCH]).exclude(refusal="").delete()


def _rows(language: str, keys: Collection[TextKey]) -> models.QuerySet[MachineText]:
    these = models.Q(pk__in=[])
    for key in keys:
        these |= models.Q(source_hash=key.source_hash, options_hash=key.options_hash)
    return MachineText.objects.filter(these, language=language)
