"""An edition: one object in one target language."""

from typing import Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.multilingual import TARGET_LANGUAGES
from translations.enums import PENDING_STATES, PUBLIC_EDITION_STATES, EditionState, Waiting
from translations.models.clearance import SourceVersion

LANGUAGE_NAMES = {"en": _("English"), "ja": _("Japanese"), "ko": _("Korean")}


class EditionQuerySet(models.QuerySet["Edition"]):
    """The vocabulary of editions."""

    def of(self, instance: models.Model) -> Self:
        """Return the editions of one object."""
        return self.filter(content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk)

    def for_language(self, language: str) -> Self:
        """Return the editions in *language*."""
        return self.filter(language=language)

    def public(self) -> Self:
        """Return the editions that readers see."""
        return self.filter(state__in=PUBLIC_EDITION_STATES)

    def to_do(self) -> Self:
        """Return the editions that wait for something."""
        return self.exclude(state=EditionState.APPROVED)

    def waiting_for_reviewer(self) -> Self:
        """Return the editions with a segment that nobody approved."""
        return self.filter(units__state__in=PENDING_STATES).distinct()

    def with_counts(self) -> Self:
        """Return the editions with their numbers of segments: ``total``, and ``pending`` of these."""
        pending = models.Count("units", filter=models.Q(units__state__in=PENDING_STATES))
        return self.annotate(total=models.Count("units"), pending=pending)


class Edition(models.Model):
    """One object in one language: its state, and what the public sees of it.

    ``working_version`` is the Vietnamese the units were last matched with.
    ``public_version`` and ``public_targets`` (target by segment key) are what the derived
    columns were composed from, so the columns can be rebuilt and checked at any time.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    language = models.CharField(
        _("language"), max_length=2, choices=[(code, LANGUAGE_NAMES[code]) for code in TARGET_LANGUAGES]
    )
    state = models.CharField(
        _("state"), max_length=16, choices=EditionState.choices, default=EditionState.MISSING
    )
    waiting = models.CharField(_("waits for"), max_length=16, choices=Waiting.choices, blank=True, default="")
    waiting_detail = models.TextField(blank=True)
    working_version = models.ForeignKey(
        SourceVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    public_version = models.ForeignKey(
        SourceVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    public_targets = models.JSONField(default=dict, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = EditionQuerySet.as_manager()

    # Only on editions from EditionQuerySet.with_counts().
    total: int
    pending: int

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language"], name="one_edition_per_language"
            )
        ]
        indexes = [models.Index(fields=["language", "state"], name="edition_by_state")]
        permissions = [
            ("review_en", "Review English editions"),
            ("review_ja", "Review Japanese editions"),
            ("review_ko", "Review Korean editions"),
        ]

    def __str__(self) -> str:
        return f"{self.content_type.model} {self.object_id} {self.language}"

    @property
    def is_public(self) -> bool:
        """Whether readers see this edition."""
        return self.state in PUBLIC_EDITION_STATES
