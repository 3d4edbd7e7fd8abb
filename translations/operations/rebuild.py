"""Proving that the derived columns are what the approved segments compose to, and restoring them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import F

from translations.differences import ColumnCure, Difference, Holding, PublicTextCure, UnitCure, differences
from translations.models import Edition, SourceVersion, Unit
from translations.registry import translated_models
from translations.stored_columns import own_rows, stored_row, stored_rows

BATCH = 100
"""Objects that are looked at together: their four texts and all their units are in memory at a time."""

_UNIT_FIELDS = (
    "edition_id",
    "key",
    "source",
    "source_hash",
    "target",
    "state",
    "approved_source_hash",
    "approved_target_hash",
)

Say = Callable[["Report"], None]
Progress = Callable[[int, int], None]
"""Is told how many objects were looked at, of how many."""


@dataclass(frozen=True, slots=True)
class Report:
    """A difference, and where it is: ``content.articlepage 12 “Tin mới”``."""

    subject: str
    difference: Difference

    def __str__(self) -> str:
        found = self.difference
        return f"{self.subject}, {found.language}, {found.place}: {found.sentence}"


@dataclass
class Summary:
    """What was looked at and found. *cured* is 0 where nothing was to be cured."""

    objects: int = 0
    editions: int = 0
    differences: int = 0
    cured: int = 0

    @property
    def left(self) -> int:
        """How many differences are still there."""
        return self.differences - self.cured


def verify(*, say: Say, progress: Progress) -> Summary:
    """Compare every object's derived columns with its public segments, and every approval with its texts.

    Args:
        say: is told each difference.
        progress: is told how far it is, after each batch.
    """
    return _look_through(say, progress, cure=False)


def rebuild(*, say: Say, progress: Progress) -> Summary:
    """Restore what differs, each object in a short transaction of its own.

    Args:
        say: is told each difference, those that were cured and those that cannot be: what
            should stand there is not known, and what stands there is left as it is.
        progress: is told how far it is, after each batch.
    """
    return _look_through(say, progress, cure=True)


def _look_through(say: Say, progress: Progress, *, cure: bool) -> Summary:
    summary = Summary()
    kinds = list(translated_models())
    total = sum(own_rows(model).count() for model in kinds)
    for model in kinds:
        for rows in stored_rows(model, size=BATCH):
            holdings = _holdings(model, [row.pk for row in rows])
            summary.editions += sum(len(held) for held in holdings.values())
            for row in rows:
                if differences(model, row, holdings[row.pk]):
                    _settle(model, row.pk, say, summary, cure=cure)
            summary.objects += len(rows)
            progress(summary.objects, max(total, summary.objects))
    for report in _orphans(kinds):
        summary.differences += 1
        say(report)
    return summary


@transaction.atomic
def _settle(model: type[models.Model], pk: int, say: Say, summary: Summary, *, cure: bool) -> None:
    """Look again while nobody else can change the object, and cure what can be cured."""
    content_type = ContentType.objects.get_for_model(model)
    # The editions first, as an approval does; then the row, for an object whose first edition comes just now.
    list(Edition.objects.select_for_update().filter(content_type=content_type, object_id=pk).order_by("pk"))
    instance = model._base_manager.select_for_update().filter(pk=pk).first()
    row = stored_row(model, pk)
    if instance is None or row is None:
        return
    found = differences(model, row, _holdings(model, [pk])[pk])
    for difference in found:
        say(Report(f"{model._meta.label_lower} {pk} “{instance}”", difference))
    summary.differences += len(found)
    if cure:
        summary.cured += _cure(model, pk, found)


def _cure(model: type[models.Model], pk: int, found: Iterable[Difference]) -> int:
    """Write what is to be written to one object, and return how many differences that settles."""
    columns: dict[str, Any] = {}
    cured = 0
    for difference in found:
        match difference.cure:
            case ColumnCure(column, value):
                columns[column] = value
            case PublicTextCure(edition_id, targets):
                Edition.objects.filter(pk=edition_id).update(public_targets=targets)
            case UnitCure(unit_id, target):
                Unit.objects.filter(pk=unit_id).update(target=target, version=F("version") + 1)
            case None:
                continue
        cured += 1
    if columns:
        model._base_manager.filter(pk=pk).update(**columns)
    return cured


def _holdings(model: type[models.Model], pks: Sequence[int]) -> dict[int, dict[str, Holding]]:
    """Return what is kept of some objects, by primary key and language, in three queries."""
    editions = list(
        Edition.objects.filter(content_type=ContentType.objects.get_for_model(model), object_id__in=pks)
    )
    versions = SourceVersion.objects.in_bulk({edition.public_version_id for edition in editions} - {None})
    units: dict[int, list[Unit]] = defaultdict(list)
    of_these = Unit.objects.filter(edition__in=[edition.pk for edition in editions])
    for unit in of_these.only(*_UNIT_FIELDS).order_by("pk"):
        units[unit.edition_id].append(unit)
    found: dict[int, dict[str, Holding]] = {pk: {} for pk in pks}
    for edition in editions:
        version = versions.get(edition.public_version_id or 0)
        found[edition.object_id][edition.language] = Holding(edition, version, units[edition.pk])
    return found


def _orphans(kinds: Sequence[type[models.Model]]) -> Iterator[Report]:
    """Yield the editions without an object."""
    types = ContentType.objects.get_for_models(*kinds, for_concrete_models=True)
    lost = [Edition.objects.exclude(content_type__in=types.values())]
    lost += [
        Edition.objects.filter(content_type=content_type).exclude(object_id__in=own_rows(model).values("pk"))
        for model, content_type in types.items()
    ]
    for editions in lost:
        for edition in editions.select_related("content_type").order_by("pk").iterator():
            kind = f"{edition.content_type.app_label}.{edition.content_type.model}"
            said = Difference(edition.language, "edition", "The object of the edition is gone.")
            yield Report(f"{kind} {edition.object_id}", said)
