"""The record of every request to an outside engine."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from translations.models.clearance import Clearance
from translations.models.edition import Edition
from translations.models.job import TranslationJob


class EngineRequest(models.Model):
    """What was sent where, under whose clearance, and what came of it: a row for each request.

    The clearance names the exact Vietnamese. ``outcome`` is empty while the request is under way.
    """

    edition = models.ForeignKey(Edition, on_delete=models.SET_NULL, null=True, related_name="requests")
    job = models.ForeignKey(
        TranslationJob, on_delete=models.SET_NULL, null=True, blank=True, related_name="requests"
    )
    agency = models.ForeignKey(
        settings.TRANSLATIONS_AGENCY_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("agency"),
    )
    clearance = models.ForeignKey(Clearance, on_delete=models.PROTECT, related_name="requests")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    engine = models.CharField(_("engine"), max_length=32)
    language = models.CharField(max_length=2)
    glossary_version = models.CharField(_("glossary"), max_length=64, blank=True)
    texts = models.PositiveIntegerField(_("texts"))
    characters = models.PositiveIntegerField(_("characters"))
    billed_characters = models.PositiveIntegerField(_("billed characters"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, blank=True)
    detail = models.TextField(blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("engine request")
        verbose_name_plural = _("engine requests")
        ordering = ["-sent_at"]
        indexes = [models.Index(fields=["agency", "sent_at"], name="requests_of_agency")]

    def __str__(self) -> str:
        return f"{self.engine} {self.language} {self.sent_at:%Y-%m-%d %H:%M}"
