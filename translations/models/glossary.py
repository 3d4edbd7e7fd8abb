"""The glossary: terms that every edition must use."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet

from translations.enums import TermKind


class TermQuerySet(models.QuerySet["Term"]):
    """The vocabulary of the glossary."""

    def approved(self) -> Self:
        """Return the terms a person stands behind."""
        return self.filter(approved=True)


@register_snippet
class Term(models.Model):
    """One term in four languages. A doubtful one is kept and shown, but not enforced."""

    vi = models.CharField("Tiếng Việt", max_length=255, unique=True)
    en = models.CharField("English", max_length=255, blank=True)
    ja = models.CharField("日本語", max_length=255, blank=True)
    ko = models.CharField("한국어", max_length=255, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=TermKind.choices, default=TermKind.TERM)
    locked = models.BooleanField(
        _("locked"), default=False, help_text=_("A translation that says it differently cannot be approved.")
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
