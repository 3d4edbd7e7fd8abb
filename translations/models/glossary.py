"""The glossary: terms that every edition must use."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet


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
    note = models.TextField(_("note"), blank=True)
    approved = models.BooleanField(_("approved"), default=False)

    objects = TermQuerySet.as_manager()

    panels = [
        FieldPanel("vi"),
        FieldRowPanel([FieldPanel("en"), FieldPanel("ja"), FieldPanel("ko")]),
        FieldPanel("note"),
        FieldPanel("approved"),
    ]

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vi"]

    def __str__(self) -> str:
        return self.vi
