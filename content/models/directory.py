"""The page that lists all pages of one kind."""

from typing import Any, ClassVar

from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from content import directories
from content.blocks import BodyBlock
from content.directories.tables import as_csv, as_json
from content.fields import StreamField
from content.models.base import PortalPage
from content.models.columns import hundredths
from content.parks.enums import SeaSide
from content.surroundings import FacetCount, Record, current

_INDEX = "/index.html"


class DirectoryPage(PortalPage):
    """A directory: every public page of one kind, wherever it stands, divided by facets."""

    lists = models.CharField(_("what it lists"), max_length=40, choices=directories.choices)
    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))

    map_outline = models.ForeignKey(
        "content.MapOutline",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved outline"),
    )
    sea_side = models.CharField(_("where the sea lies"), max_length=12, choices=SeaSide.choices, blank=True)

    template = "content/directory.html"
    facts_columns: ClassVar[tuple[str, ...]] = ("lists",)
    parent_page_types: ClassVar[list[str]] = ["content.HomePage", "content.SectionPage"]
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldPanel("lists"),
        FieldPanel("body_vi"),
        MultiFieldPanel(
            [
                FieldPanel("sea_side"),
                FieldPanel("map_outline"),
                InlinePanel("map_places", heading=_("Places on the diagram"), label=_("Place")),
            ],
            heading=_("Diagram"),
            help_text=_("For directories that draw one, such as that of industrial parks."),
        ),
    ]

    class Meta:
        verbose_name = _("directory")

    def listed_kind(self) -> str:
        """Return the kind of the pages that it lists."""
        found = directories.directory(self.lists)
        return found.kind if found else ""

    def companion_names(self) -> tuple[str, ...]:
        """Return the names of its tables; what a facet divides has pages of its own."""
        found = directories.directory(self.lists)
        return ("data.csv", "data.json", *found.files) if found else ()

    def companion(self, name: str) -> bytes:
        """Make a table, or the page of one value of a facet."""
        found = directories.directory(self.lists)
        if found is None:
            raise KeyError(name)
        if name.endswith(_INDEX):
            return self._divided(name.removesuffix(_INDEX))
        records = found.sorted(current().records(found.kind))
        if name in found.files:
            return found.files[name](self, records)
        if name == "data.csv":
            return as_csv(found.columns, records)
        return as_json(found.columns, records, self._about())

    def _about(self) -> dict[str, str]:
        site = current()
        card = site.card(self.pk)
        return {
            "title": card.title if card else "",  # bare: of a card
            "publisher": site.site_name(),
            "language": site.language,
            "address": site.absolute_url(site.page_url(self.pk) or ""),
        }

    def _divided(self, path: str) -> bytes:
        chosen = next(one for one in current().facets(self.listed_kind()) if one.path == path)
        context = {"page": self, "site": current(), "chosen": chosen}
        return render_to_string(self.template, context).encode()

    def records(self, chosen: FacetCount | None) -> list[Record]:
        """Return what the page lists: all, or those under one value of a facet."""
        found = directories.directory(self.lists)
        if found is None:
            return []
        records = current().records(found.kind)
        facet = found.facet(chosen.name) if chosen else None
        if chosen is None or facet is None:
            return found.sorted(records)
        return found.sorted(one for one in records if facet.has(one, chosen.value))


class MapPlace(Orderable):
    """A place on a directory's diagram; in hundredths from its upper left corner."""

    page = ParentalKey(DirectoryPage, on_delete=models.CASCADE, related_name="map_places")
    place = models.ForeignKey(
        "content.Place", on_delete=models.CASCADE, related_name="+", verbose_name=_("place")
    )
    map_x = hundredths(_("from the left (%)"))
    map_y = hundredths(_("from the top (%)"))

    panels = [FieldRowPanel([FieldPanel("place"), FieldPanel("map_x"), FieldPanel("map_y")])]

    class Meta(Orderable.Meta):
        verbose_name = _("place on the diagram")


DirectoryPage.edit_handler = DirectoryPage.editing_tabs()
