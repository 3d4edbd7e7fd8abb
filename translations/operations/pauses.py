"""Engines that are left alone for a while, with the reason for those who wait."""

from collections.abc import Collection
from datetime import timedelta

from django.utils import timezone

from translations.engines.exceptions import EngineError
from translations.models import EnginePause

PAUSING_CODES = frozenset({"quota", "auth", "rate"})
"""Asking again at once would fail again, for every page: nobody asks until the pause ends."""


def pause_engine(*, engine: str, error: EngineError) -> bool:
    """Switch *engine* off if *error* says that it will fail for everybody; return whether it did."""
    if error.code not in PAUSING_CODES or not error.retry_after_seconds:
        return False
    until = timezone.now() + timedelta(seconds=error.retry_after_seconds)
    EnginePause.objects.update_or_create(
        engine=engine, defaults={"until": until, "code": error.code, "reason": str(error)}
    )
    return True


def pauses_now() -> dict[str, EnginePause]:
    """Return the engines that are switched off now, by name."""
    return {pause.engine: pause for pause in EnginePause.objects.filter(until__gt=timezone.now())}


def end_pause(*, engine: str) -> None:
    """Switch an engine on again, for a person who has put right what was wrong."""
    EnginePause.objects.filter(engine=engine).delete()


def first_end(pauses: Collection[EnginePause]) -> EnginePause | None:
    """Return the pause that ends first."""
    return min(pauses, key=lambda pause: pause.until, default=None)
