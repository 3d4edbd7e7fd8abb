"""Segments that an engine translated and a reviewer approved, changed or not."""

from datetime import datetime
from typing import Any

from content.models import PortalPage
from tests import factories
from translations.enums import Origin, UnitState
from translations.models import Edition, MachineText, Unit
from translations.operations import units
from translations.segments.segment import digest

_NAMES = "Lan Mai Cúc Trúc Đào Sen Hồng Huệ Liễu Quế Thông Tùng".split()


def named(number: int) -> str:
    """Return a sentence of its own for each small number, without saying the number."""
    return f"Chuyện của {_NAMES[number % len(_NAMES)]} và {_NAMES[number // len(_NAMES) - 1]}."


def approved(
    source: str,
    machine: str,
    target: str,
    *,
    language: str = "ja",
    engine: str = "fake",
    parent: PortalPage | None = None,
    at: datetime | None = None,
    paid: bool = True,
) -> Unit:
    """Return the unit of an article's only paragraph, whose title nobody translated.

    Args:
        paid: whether it is on record that the machine's text was paid for.
    """
    page = factories.article(source, parent=parent)
    factories.cleared(page)
    unit = Edition.objects.of(page).get(language=language).units.get(field="body")
    drafted: dict[str, Any] = {
        "machine_text": machine,
        "machine_hash": unit.source_hash,
        "target": machine,
        "state": UnitState.MACHINE,
        "origin": Origin.ENGINE,
        "engine": engine,
    }
    Unit.objects.filter(pk=unit.pk).update(**drafted)
    if paid:
        MachineText.objects.get_or_create(
            language=language,
            source_hash=unit.source_hash,
            options_hash=digest(machine),
            defaults={"target": machine, "engine": engine},
        )
    units.approve(unit_id=unit.pk, version=unit.version, target=target, person=factories.reviewer())
    if at is not None:
        Unit.objects.filter(pk=unit.pk).update(approved_at=at)
    return Unit.objects.get(pk=unit.pk)
