"""Legal documents that pages rest on. Much of the law changes: each has its days, and its successor."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from media.multilingual import SourceLanguageMixin, SourceQuerySet

# Such as 88/QĐ-TTg, 31/2021/NĐ-CP, 61/2020/QH14.
_NUMBER = RegexValidator(
    r"^\d{1,5}(/\d{4})?/[A-ZĐƯƠÂÊÔĂa-z0-9]+(-[A-ZĐƯƠÂÊÔĂa-z0-9]+)*$",
    _("Write the number as on the document, such as 88/QĐ-TTg or 31/2021/NĐ-CP."),
)


class LegalKind(models.TextChoices):
    """The kinds of legal documents, as the law on their promulgation names them."""

    LAW = "law", _("law")
    RESOLUTION = "resolution", _("resolution")
    DECREE = "decree", _("decree")
    DECISION = "decision", _("decision")
    CIRCULAR = "circular", _("circular")
    PLAN = "plan", _("plan")


@register_snippet
class LegalDocument(SourceLanguageMixin, index.Indexed, models.Model):
    """A legal document by its number, in force between two days, perhaps superseded by another."""

    number = models.CharField(_("number"), max_length=60, unique=True, validators=[_NUMBER])
    kind = models.CharField(_("kind"), max_length=12, choices=LegalKind.choices, default=LegalKind.DECISION)
    name = models.CharField(_("what it is about"), max_length=400)
    issuer = models.CharField(_("issued by"), max_length=255, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    effective_from = models.DateField(_("in force from"), null=True, blank=True)
    effective_to = models.DateField(_("in force until"), null=True, blank=True)
    superseded_by = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="supersedes",
        verbose_name=_("superseded by"),
    )
    url = models.URLField(_("address of the text"), blank=True)

    objects = SourceQuerySet.as_manager()
    shown_with = ("superseded_by",)

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("kind")]),
        FieldPanel("name_vi"),
        FieldPanel("issuer_vi"),
        FieldRowPanel([FieldPanel("issued_on"), FieldPanel("effective_from"), FieldPanel("effective_to")]),
        FieldPanel("superseded_by"),
        FieldPanel("url"),
    ]
    search_fields = [
        index.SearchField("number"),
        index.SearchField("name_vi"),
        index.AutocompleteField("number"),
        index.AutocompleteField("name_vi"),
    ]

    class Meta:
        verbose_name = _("legal document")
        verbose_name_plural = _("legal documents")
        ordering = ["-issued_on", "number"]

    def __str__(self) -> str:
        return f"{self.number} {self.name_vi}".strip()

    def is_in_force(self, on: date) -> bool:
        """Whether the document is in force on the day *on*, as far as its days are known."""
        begun = self.effective_from is None or self.effective_from <= on
        return begun and (self.effective_to is None or on <= self.effective_to)

    def clean(self) -> None:
        """Check the days and the line of successors.

        Raises:
            ValidationError: it ends before it begins, or supersedes itself.
        """
        super().clean()
        if self.effective_from and self.effective_to and self.effective_to < self.effective_from:
            raise ValidationError(
                {"effective_to": _("The last day lies before the first day. Correct one of them.")}
            )
        later, seen = self.superseded_by, {self.pk}
        while later is not None:
            if later.pk in seen and later.pk is not None:
                raise ValidationError({"superseded_by": _("A document cannot be its own successor.")})
            seen.add(later.pk)
            later = later.superseded_by
