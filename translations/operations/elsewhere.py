"""What the sources of some units are translated as elsewhere."""

from collections import defaultdict
from collections.abc import Sequence

from translations.checks.consistency import Translations
from translations.models import Unit

_BATCH = 500


class ApprovedElsewhere:
    """The approved translations of the sources of *units*, all of one language; read once."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._targets: dict[str, list[tuple[int, str]]] = defaultdict(list)
        hashes = sorted({unit.source_hash for unit in units})
        for start in range(0, len(hashes), _BATCH):
            approved = Unit.objects.approved().filter(
                edition__language=units[0].edition.language,
                source_hash__in=hashes[start : start + _BATCH],
                only_here=False,
            )
            for pk, source_hash, target in approved.values_list("pk", "source_hash", "target"):
                self._targets[source_hash].append((pk, target))

    def of(self, unit: Unit, target: str) -> tuple[str, ...]:
        """Return what the source of *unit* is elsewhere and not in *target*; none if it may differ."""
        if unit.only_here:
            return ()
        others = [(unit.source, said) for pk, said in self._targets[unit.source_hash] if pk != unit.pk]
        return Translations(others).also(unit.source, target)
