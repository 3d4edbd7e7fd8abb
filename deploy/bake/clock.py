"""The moments at which the site says something else without anybody's doing."""

from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_default_timezone


def end_of(day: str) -> datetime:
    """Return the moment at which *day*, such as ``2026-12-31``, has passed where the site is at home."""
    after = date.fromisoformat(day) + timedelta(days=1)
    return datetime.combine(after, time.min, tzinfo=get_default_timezone())


def earliest(*moments: datetime | None, after: datetime) -> datetime | None:
    """Return the first of *moments* that comes after *after*."""
    return min((moment for moment in moments if moment is not None and moment > after), default=None)
