"""Approved outlines for maps: the only borders that the portal draws."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from content.models.columns import degrees
from content.outline_form import OutlineForm
from content.panels import FormFieldPanel
from media.multilingual import SourceLanguageMixin, SourceQuerySet


@register_snippet
class MapOutline(SourceLanguageMixin, index.Indexed, models.Model):
    """The lines of an approved map, kept as checked geometry, with the document that approved it.

    ``geometry`` is what `content.parks.outline.read_outline` made of an uploaded file.
    The four degrees (WGS 84) are the edges of its picture.
    """

    name = models.CharField(_("name"), max_length=255)
    approver = models.CharField(_("approved by"), max_length=255, blank=True)
    approval_number = models.CharField(_("number of the approving document"), max_length=60, blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    geometry = models.JSONField(default=dict, blank=True, editable=False)
    north = degrees(_("northern edge"), 90)
    south = degrees(_("southern edge"), 90)
    west = degrees(_("western edge"), 180)
    east = degrees(_("eastern edge"), 180)

    search_fields = [index.SearchField("name_vi"), index.AutocompleteField("name_vi")]
    objects = SourceQuerySet.as_manager()
    base_form_class = OutlineForm

    panels = [
        FieldPanel("name_vi"),
        MultiFieldPanel(
            [
                FieldPanel("approver_vi"),
                FieldRowPanel([FieldPanel("approval_number"), FieldPanel("approved_on")]),
            ],
            heading=_("Approval"),
            help_text=_("The outline is shown once both the number and the date are there."),
        ),
        FormFieldPanel("file", heading=_("Vector file")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(edge) for edge in ("north", "south", "west", "east")])],
            heading=_("Edges of the picture, in degrees"),
        ),
    ]

    class Meta:
        verbose_name = _("approved outline")
        verbose_name_plural = _("approved outlines")
        ordering = ["name_vi"]

    def __str__(self) -> str:
        return self.name_vi or self.approval_number

    @property
    def is_approved(self) -> bool:
        """Whether it may be shown: it has lines, and a document with number and date approved them."""
        return bool(self.geometry.get("shapes") and self.approval_number and self.approved_on)

    def clean(self) -> None:
        """Check the edges.

        Raises:
            ValidationError: only some of them are given, or they are the wrong way round.
        """
        super().clean()
        edges = (self.north, self.south, self.west, self.east)
        if any(edge is None for edge in edges):
            if any(edge is not None for edge in edges):
                raise ValidationError({"north": _("Give all four edges of the picture, or none.")})
            return
        if self.south >= self.north:
            raise ValidationError({"south": _("The southern edge lies north of the northern edge.")})
        if self.west >= self.east:
            raise ValidationError({"west": _("The western edge lies east of the eastern edge.")})
