"""The page that lists all pages of one kind."""

from typing import Any, ClassVar

from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from content import directories
from content.blocks import BodyBlock
from content.directories.tables import as_csv, as_json
from content.fields import StreamField
from content.models.base import PortalPage
from content.surroundings import FacetCount, Record, current

_INDEX = "/index.html"


class DirectoryPage(PortalPage):
    """A directory: every public page of one kind, wherever it stands, divided by facets."""

    lists = models.CharField(_("what it lists"), max_length=40, choices=directories.choices)
    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))

    template = "content/directory.html"
    facts_columns: ClassVar[tuple[str, ...]] = ("lists",)
    parent_page_types: ClassVar[list[str]] = ["content.HomePage", "content.SectionPage"]
    content_panels: ClassVar[list[Any]] = [
        *PortalPage.content_panels,
        FieldPanel("lists"),
        FieldPanel("body_vi"),
    ]

    class Meta:
        verbose_name = _("directory")

    def listed_kind(self) -> str:
        """Return the kind of the pages that it lists."""
        found = directories.directory(self.lists)
        return found.kind if found else ""

    def companion_names(self) -> tuple[str, ...]:
        """Return the names of its tables; what a facet divides has pages of its own."""
        return ("data.csv", "data.json") if directories.directory(self.lists) else ()

    def companion(self, name: str) -> bytes:
        """Make a table, or the page of one value of a facet."""
        found = directories.directory(self.lists)
        if found is None:
            raise KeyError(name)
        if name.endswith(_INDEX):
            return self._divided(name.removesuffix(_INDEX))
        records = found.sorted(current().records(found.kind))
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
        wanted = (chosen.name, chosen.value) if chosen else None
        records = current().records(found.kind)
        return found.sorted(one for one in records if wanted is None or wanted in one.facets)


class SectorPage(PortalPage):
    """A sector of the economy: what there is, who is there, and what is looked for."""

    body = StreamField(BodyBlock(required=False), blank=True, verbose_name=_("body"))

    template = "content/section.html"
    parent_page_types: ClassVar[list[str]] = ["content.SectionPage", "content.DirectoryPage"]
    content_panels: ClassVar[list[Any]] = [*PortalPage.content_panels, FieldPanel("body_vi")]

    class Meta:
        verbose_name = _("sector")


for _kind in (DirectoryPage, SectorPage):
    _kind.edit_handler = _kind.editing_tabs()
