"""What a family of pages makes its part of the demonstration with."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models

from cms.demo.contents import FOLDER
from cms.demo.pages import Pages
from content.models import Agency, PortalPage, SectionPage

_P = TypeVar("_P", bound=PortalPage)
_M = TypeVar("_M", bound=models.Model)


@dataclass(frozen=True)
class Makers:
    """Makes pages and snippets as the editor and the publisher would; *sections* are by their keys."""

    pages: Pages
    sections: Mapping[str, SectionPage]
    save_cleared: Callable[[models.Model], None]

    @staticmethod
    def words(family: str) -> dict[str, Any]:
        """Return ``demo/kinds/FAMILY.toml``: the Vietnamese words, and the values with their sources."""
        return tomllib.loads((FOLDER / "kinds" / f"{family}.toml").read_text(encoding="utf-8"))

    def page(self, page: _P, parent: PortalPage, *, agency: str = "", cover: str = "") -> _P:
        """Return the page of this slug below *parent*, made and published where it was missing.

        Args:
            agency: the code of the agency that is responsible.
            cover: the motif of the lead picture.
        """
        kind = type(page)
        if not kind.objects.child_of(parent).filter(slug=page.slug).exists():
            page.agency = Agency.objects.filter(code=agency).first()
            page.lead_image = self.pages.picture(cover, False) if cover else None
            self.pages.add(page, parent)
        made: _P = kind.objects.child_of(parent).get(slug=page.slug)
        self.pages.publish(made)
        return made

    def snippet(self, instance: _M, **key: Any) -> _M:
        """Return the snippet with *key*, such as ``code="noi-bai"``, saved and cleared if it was missing."""
        model: Any = type(instance)
        if not model.objects.filter(**key).exists():
            instance.full_clean()
            self.save_cleared(instance)
        found: _M = model.objects.get(**key)
        return found
