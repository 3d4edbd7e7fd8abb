"""The glossary: terms that every edition must use."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from translations.enums import TermKind
from translations.glossary import one_line
from translations.models.edition import LANGUAGE_NAMES


class TermQuerySet(models.QuerySet["Term"]):
    """The vocabulary of the glossary."""

    def approved(self) -> Self:
        """Return the terms a person stands behind."""
        return self.filter(approved=True)

    def valid_on(self, day: date) -> Self:
        """Return the terms in use on *day*; the first and the last day are days of use."""
        begun = models.Q(valid_from=None) | models.Q(valid_from__lte=day)
        return self.filter(begun, models.Q(valid_to=None) | models.Q(valid_to__gte=day))


class Term(models.Model):
    """One term in four languages. A doubtful one is kept and shown, but not enforced."""

    vi = models.CharField("Tiếng Việt", max_length=255, unique=True)
    en = models.CharField("English", max_length=255, blank=True)
    ja = models.CharField("日本語", max_length=255, blank=True)
    ko = models.CharField("한국어", max_length=255, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=TermKind.choices, default=TermKind.TERM)
    locked = models.BooleanField(
        _("must be used"),
        default=False,
        help_text=_("A translation that says it differently cannot be approved."),
    )
    forbidden_en = models.TextField(_("never say in English"), blank=True, help_text=_("One a line."))
    forbidden_ja = models.TextField(_("never say in Japanese"), blank=True, help_text=_("One a line."))
    forbidden_ko = models.TextField(_("never say in Korean"), blank=True, help_text=_("One a line."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True, help_text=_("The last day of its use."))
    note = models.TextField(_("note"), blank=True)
    approved = models.BooleanField(_("approved"), default=False)

    objects = TermQuerySet.as_manager()

    panels = [
        FieldPanel("vi"),
        FieldRowPanel([FieldPanel("en"), FieldPanel("ja"), FieldPanel("ko")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("locked")]),
        FieldRowPanel([FieldPanel("forbidden_en"), FieldPanel("forbidden_ja"), FieldPanel("forbidden_ko")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("note"),
        FieldPanel("approved"),
    ]

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vi"]

    def __str__(self) -> str:
        return self.vi

    def forbidden(self, language: str) -> tuple[str, ...]:
        """Return what must not be said in *language*, in the order it was written."""
        lines = (one_line(line) for line in str(getattr(self, f"forbidden_{language}")).splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def clean(self) -> None:
        """Compose letters, leave out needless spaces, and refuse a term that contradicts itself.

        Raises:
            ValidationError: with a sentence for each field.
        """
        super().clean()
        for name in ("vi", *LANGUAGE_NAMES):
            setattr(self, name, one_line(getattr(self, name)))
        for language in LANGUAGE_NAMES:
            setattr(self, f"forbidden_{language}", "\n".join(self.forbidden(language)))
        self.note = "\n".join(self.note.splitlines()).strip()
        faults = {name: fault for name in LANGUAGE_NAMES if (fault := self._contradiction(name))}
        if self.locked and not any(getattr(self, name) for name in LANGUAGE_NAMES):
            faults["locked"] = gettext(
                "A locked term needs a translation. Write it, or do not lock the term."
            )
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            faults["valid_to"] = gettext("The last day lies before the first. Correct one of them.")
        if faults:
            raise ValidationError(faults)

    def _contradiction(self, language: str) -> str:
        translation, forbidden = getattr(self, language), self.forbidden(language)
        if not forbidden:
            return ""
        if not translation:
            return gettext("Names are forbidden in this language. Write the one to use instead.")
        if translation.casefold() in (name.casefold() for name in forbidden):
            return gettext("This translation is forbidden itself. Take it from the forbidden names.")
        return ""
