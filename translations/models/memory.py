"""The translation memory: what was once translated, for every object."""

from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Left
from django.utils.translation import gettext_lazy as _

from media.multilingual import TARGET_LANGUAGES
from translations.enums import MemoryOrigin
from translations.similarity import folded

_START = 64


class WordsField(models.TextField[str, str]):
    """The folded source, filled whenever a row is written: singly, in bulk or by an import."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """Fold the source as it is now."""
        words = folded(model_instance.source)  # type: ignore[attr-defined]  # a memory entry's
        setattr(model_instance, self.attname, words)
        return words

    def deconstruct(self) -> Any:
        """Appear in migrations as what it is to the database."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.TextField", arguments, options


class MemoryQuerySet(models.QuerySet["MemoryEntry"]):
    """The vocabulary of the memory."""

    def exact(self, *, language: str, source_hash: str) -> Self:
        """Return the entries for one text, a person's before an import, newest first."""
        rank = models.Case(models.When(origin=MemoryOrigin.PERSON, then=0), default=1)
        return self.filter(language=language, source_hash=source_hash).order_by(rank, "-changed_at", "-pk")

    def usable_in(self, subject: str) -> Self:
        """Return the entries that the object *subject* (``app.model:pk``) may use."""
        return self.filter(only_for__in=("", subject))

    def saying(self, words: Iterable[str]) -> Self:
        """Return the entries whose source has exactly these syllables, for any of the folded texts."""
        wanted = set(words)
        starts = {text[:_START] for text in wanted}
        return self.alias(start=Left("words", _START)).filter(start__in=starts, words__in=wanted)


class MemoryEntry(models.Model):
    """One translation of one text; ``context_key`` (model.field) breaks ties between several.

    ``words`` is the source as fuzzy search compares it: plain and folded. ``only_for``
    (``app.model:pk``) keeps the entry to one object; empty is for all. ``uses`` counts how
    often a unit was filled from it.
    """

    language = models.CharField(max_length=2, choices=[(code, code) for code in TARGET_LANGUAGES])
    source = models.TextField()
    source_hash = models.CharField(max_length=64)
    target = models.TextField()
    target_hash = models.CharField(max_length=64)
    words = WordsField(blank=True, editable=False)
    context_key = models.CharField(max_length=128, blank=True)
    only_for = models.CharField(max_length=64, blank=True)
    uses = models.PositiveIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)
    origin = models.CharField(max_length=16, choices=MemoryOrigin.choices)
    sample = models.BooleanField(
        default=False, help_text=_("Came with the demonstration, not from this office.")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    objects = MemoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("memory entry")
        verbose_name_plural = _("memory entries")
        indexes = [
            models.Index(fields=["language", "source_hash"], name="memory_exact"),
            # The beginning is enough to find by, and a row of a B-tree takes no long text.
            models.Index("language", Left("words", _START), name="memory_words_start"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "source_hash", "target_hash", "context_key", "only_for"],
                name="memory_no_doubles",
            )
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.source[:60]}"
