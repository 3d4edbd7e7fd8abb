"""A unit: one segment in one language."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from translations.enums import SETTLED_STATES, Origin, UnitState
from translations.models.edition import Edition
from translations.segments.segment import digest


class UnitQuerySet(models.QuerySet["Unit"]):
    """The vocabulary of units."""

    def approved(self) -> Self:
        """Return the units a person approved as they stand."""
        return self.filter(state=UnitState.APPROVED)

    def pending(self) -> Self:
        """Return the units that still wait for a person."""
        return self.exclude(state=UnitState.APPROVED)

    def unserved(self) -> Self:
        """Return the units whose present wording nobody translated, neither an engine nor a person."""
        lacking = self.filter(models.Q(state=UnitState.EMPTY) | ~models.Q(previous_source=""))
        unread = lacking.exclude(machine_hash=models.F("source_hash")).exclude(state__in=SETTLED_STATES)
        # A target that was repaired says the present wording already.
        return unread.exclude(origin=Origin.REPAIR)


class Unit(models.Model):
    """Source and target of one segment, and how the target came about.

    ``machine_text`` is what the engine gave for ``machine_hash`` and is never edited: the
    effort of post-editing is measured from it. ``version`` grows with every change, so two
    reviewers cannot overwrite each other. An approval binds the hashes of source and target.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="units")
    field = models.CharField(max_length=64)
    key = models.CharField(max_length=255)
    position = models.PositiveIntegerField()
    source = models.TextField(_("source"))
    source_hash = models.CharField(max_length=64, db_index=True)
    previous_source = models.TextField(blank=True)
    target = models.TextField(_("translation"), blank=True)
    state = models.CharField(_("state"), max_length=16, choices=UnitState.choices, default=UnitState.EMPTY)
    origin = models.CharField(
        _("origin"), max_length=16, choices=Origin.choices, blank=True, default=Origin.NONE
    )
    engine = models.CharField(max_length=32, blank=True)
    score = models.FloatField(null=True, blank=True)
    machine_text = models.TextField(blank=True)
    machine_hash = models.CharField(max_length=64, blank=True)
    refusal = models.TextField(blank=True)
    note = models.TextField(_("note"), blank=True)
    only_here = models.BooleanField(_("use only here"), default=False)
    version = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_source_hash = models.CharField(max_length=64, blank=True)
    approved_target_hash = models.CharField(max_length=64, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["edition", "position"]
        constraints = [models.UniqueConstraint(fields=["edition", "key"], name="one_unit_per_segment")]

    def __str__(self) -> str:
        return self.source[:60]

    @property
    def approval_holds(self) -> bool:
        """Whether the unit is approved and neither text changed since."""
        return (
            self.state == UnitState.APPROVED
            and self.approved_source_hash == self.source_hash
            and self.approved_target_hash == digest(self.target)
        )


class Dismissal(models.Model):
    """A reviewer's word that a warning is none; it lapses when either text changes.

    ``fingerprint`` is that of the finding: `translations.checks.finding.fingerprint`.
    """

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="dismissals")
    check_id = models.CharField(max_length=32)
    fingerprint = models.CharField(max_length=64)
    reason = models.CharField(_("reason"), max_length=255)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dismissed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("dismissed warning")
        verbose_name_plural = _("dismissed warnings")
        constraints = [models.UniqueConstraint(fields=["unit", "fingerprint"], name="one_dismissal")]

    def __str__(self) -> str:
        return f"{self.check_id}: {self.reason}"
