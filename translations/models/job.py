"""The machine translation of one edition, as work that can be watched, stopped and taken up again."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from translations.enums import ACTIVE_JOB_STATES, JobState
from translations.models.clearance import SourceVersion
from translations.models.edition import Edition


class TranslationJobQuerySet(models.QuerySet["TranslationJob"]):
    """The vocabulary of jobs."""

    def active(self) -> Self:
        """Return the jobs that still have work before them."""
        return self.filter(state__in=ACTIVE_JOB_STATES)


class TranslationJob(models.Model):
    """One edition's machine translation from the order to its end.

    ``version`` is the Vietnamese that it is for: ordering the same edition of the same text
    again gives the same job. ``worker`` (``host:pid:token``) works on it; ``alive_at`` is
    when that worker last said so. ``total`` and ``done`` count segments.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="jobs")
    version = models.ForeignKey(SourceVersion, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(
        _("state"), max_length=16, choices=JobState.choices, default=JobState.QUEUED, db_index=True
    )
    detail = models.TextField(blank=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    attempts = models.PositiveIntegerField(default=0)
    cancel_requested = models.BooleanField(default=False)
    worker = models.CharField(max_length=128, blank=True)
    alive_at = models.DateTimeField(null=True, blank=True)
    not_before = models.DateTimeField(null=True, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("ordered at"), auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = TranslationJobQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation job")
        verbose_name_plural = _("translation jobs")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition"],
                condition=models.Q(state__in=["queued", "running", "paused"]),
                name="one_active_job",
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.state}"
