"""What engines said, kept so that nothing is paid for twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from media.multilingual import TARGET_LANGUAGES


class MachineText(models.Model):
    """One text's translation by an engine, or the claim of a worker that is asking for it.

    ``options_hash`` stands for all that the answer depends on besides the text: the terms of
    the glossary in it and the instructions. While ``settled_at`` is empty, ``claimed_by``
    (``host:pid:token``) is asking and nobody else asks, until ``claimed_until``. A settled one
    has a ``target``, or a ``refusal`` that says why there is none.
    """

    language = models.CharField(max_length=2, choices=[(code, code) for code in TARGET_LANGUAGES])
    source_hash = models.CharField(max_length=64)
    options_hash = models.CharField(max_length=64)
    target = models.TextField(blank=True)
    refusal = models.TextField(blank=True)
    engine = models.CharField(max_length=32, blank=True)
    score = models.FloatField(null=True, blank=True)
    claimed_by = models.CharField(max_length=128, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("machine text")
        verbose_name_plural = _("machine texts")
        constraints = [
            models.UniqueConstraint(fields=["source_hash", "language", "options_hash"], name="paid_once")
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.source_hash[:8]}"
