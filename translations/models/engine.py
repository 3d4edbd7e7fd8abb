"""How engines are used: by whom, in which order, at what cost, and when they are left alone."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet

from media.multilingual import TARGET_LANGUAGES
from translations.models.edition import LANGUAGE_NAMES

ENGINE_NAMES = ("deepl", "onpremises")
"""The engines that an installation can set up."""

LONGEST_INSTRUCTION = 300
"""Characters that DeepL takes in one custom instruction."""


@register_snippet
class EnginePlan(models.Model):
    """Which engines an agency's texts go to, and how much may be sent in a month.

    ``engines`` are tried in order. Without an agency, the plan is for all that have none of
    their own. ``monthly_characters`` counts source characters times languages.
    """

    agency = models.OneToOneField(
        settings.TRANSLATIONS_AGENCY_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("agency"),
        help_text=_("Empty: for every agency without a plan of its own."),
    )
    engines = models.CharField(
        _("engines"),
        max_length=255,
        blank=True,
        help_text=_(
            "deepl and onpremises, with a comma between, in the order of trying. Empty: all that are set up."
        ),
    )
    monthly_characters = models.PositiveBigIntegerField(
        _("characters a month"), null=True, blank=True, help_text=_("Empty: as many as the contract allows.")
    )
    price_per_million = models.DecimalField(
        _("price of a million characters"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, default="EUR")

    class Meta:
        verbose_name = _("engine plan")
        verbose_name_plural = _("engine plans")
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=models.Q(agency=None), name="one_plan_for_the_others"
            )
        ]

    panels = [
        FieldPanel("agency"),
        FieldPanel("engines"),
        FieldPanel("monthly_characters"),
        FieldRowPanel([FieldPanel("price_per_million"), FieldPanel("currency")]),
    ]

    def __str__(self) -> str:
        return str(self.agency or _("all other agencies"))

    @property
    def engine_names(self) -> list[str]:
        """The engines in the order in which they are tried."""
        return [name for part in self.engines.split(",") if (name := part.strip())]

    def clean(self) -> None:
        """Check the names of the engines.

        Raises:
            ValidationError: there is no engine of such a name, which would silently translate nothing.
        """
        super().clean()
        unknown = [name for name in self.engine_names if name not in ENGINE_NAMES]
        if unknown:
            said = _("There is no engine called %(unknown)s. The names are %(known)s.")
            values = {"unknown": ", ".join(unknown), "known": ", ".join(ENGINE_NAMES)}
            raise ValidationError({"engines": said % values})


class EnginePause(models.Model):
    """An engine that is left alone until a time, and why."""

    engine = models.CharField(_("engine"), max_length=32, unique=True)
    until = models.DateTimeField(_("until"))
    code = models.CharField(max_length=16)
    reason = models.TextField(_("reason"))
    since = models.DateTimeField(_("since"), auto_now=True)

    class Meta:
        verbose_name = _("engine pause")
        verbose_name_plural = _("engine pauses")

    def __str__(self) -> str:
        return f"{self.engine}: {self.reason}"


class EngineGlossary(models.Model):
    """The glossary that an engine holds: ``checksum`` of its terms, and the engine's own id for it."""

    engine = models.CharField(max_length=32, unique=True)
    checksum = models.CharField(max_length=64)
    remote_id = models.CharField(max_length=64)
    synced_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("engine glossary")
        verbose_name_plural = _("engine glossaries")

    def __str__(self) -> str:
        return f"{self.engine} {self.checksum[:8]}"


@register_snippet
class Instruction(models.Model):
    """A sentence that tells engines how to translate a section of the portal."""

    section = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("section"),
        help_text=_("With all pages below it. Empty: everywhere."),
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        blank=True,
        choices=[(code, LANGUAGE_NAMES[code]) for code in TARGET_LANGUAGES],
        help_text=_("Empty: every language."),
    )
    text = models.TextField(_("instruction"), validators=[MaxLengthValidator(LONGEST_INSTRUCTION)])

    panels = [FieldPanel("section"), FieldPanel("language"), FieldPanel("text")]

    class Meta:
        verbose_name = _("instruction for engines")
        verbose_name_plural = _("instructions for engines")
        ordering = ["section", "language", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
