"""Agencies: who is responsible for a page. Decrees rename and join them, so they carry dates."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from media.multilingual import SourceLanguageMixin, SourceQuerySet


class AgencyQuerySet(SourceQuerySet):
    """The vocabulary of agencies."""

    def in_force(self, on: date) -> Self:
        """Return the agencies that exist on the day *on*."""
        begun = models.Q(valid_from=None) | models.Q(valid_from__lte=on)
        not_ended = models.Q(valid_to=None) | models.Q(valid_to__gte=on)
        return self.filter(begun, not_ended)


@register_snippet
class Agency(SourceLanguageMixin, index.Indexed, models.Model):
    """A department or office, with the days it exists and the agency it came from."""

    name = models.CharField(_("name"), max_length=255)
    code = models.SlugField(_("code"), unique=True, help_text=_("A short Latin code, such as skhdt."))
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Reminders of figures to review go here."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(
        _("valid to"), null=True, blank=True, help_text=_("The last day of its existence.")
    )
    predecessor = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("predecessor"),
    )

    objects = AgencyQuerySet.as_manager()

    panels = [
        FieldPanel("name_vi"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("email")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("predecessor"),
    ]
    search_fields = [index.SearchField("name_vi"), index.AutocompleteField("name_vi")]

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["name_vi"]

    def __str__(self) -> str:
        return self.name_vi or self.code

    def clean(self) -> None:
        """Check the dates and the line of predecessors.

        Raises:
            ValidationError: the agency ends before it begins, or descends from itself.
        """
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError(
                {"valid_to": _("The last day lies before the first day. Correct one of them.")}
            )
        ancestor = self.predecessor
        while ancestor is not None:
            if ancestor.pk == self.pk and self.pk is not None:
                raise ValidationError({"predecessor": _("An agency cannot be its own predecessor.")})
            ancestor = ancestor.predecessor
