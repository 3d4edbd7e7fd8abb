"""Sectors of the demonstration."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models

from cms.demo.articles import RawBlock
from cms.demo.makers import Makers
from content.models import ContactDesk, SectorPage

_NAMESPACE = uuid.UUID("5f0a1c66-1f0a-5b3f-9c55-2f5f5f2a8f21")
_SECTORS = "Đầu tư - Ngành, lĩnh vực"
_PLAIN_FIGURE = {"as_of": None, "period": "day", "url": ""}

Sample = Mapping[str, Any]


def make(makers: Makers) -> Iterator[models.Model]:
    """Make what is missing, and yield everything with words."""
    words = makers.words("projects")
    desk = ContactDesk.objects.filter(name_vi=words["desk"]).first()
    yield from (_sector(makers, sample, desk) for sample in words["sectors"])


def _sector(makers: Makers, sample: Sample, desk: ContactDesk | None) -> SectorPage:
    slug = sample["slug"]
    page = SectorPage(
        **titles(sample),
        **sources(sample),
        overview_vi=sample["overview"],
        advantages_vi=[
            block(f"{slug}/advantage/{number}", "advantage", {**one, "text": f"<p>{one['text']}</p>"})
            for number, one in enumerate(sample.get("advantages", ()))
        ],
        key_figures_vi=[
            block(f"{slug}/figure/{number}", "figure", {**_PLAIN_FIGURE, **one})
            for number, one in enumerate(sample["figures"])
        ],
        contact=desk,
    )
    return makers.page(page, makers.sections[_SECTORS], agency=sample["agency"], cover=sample["cover"])


def titles(sample: Sample) -> dict[str, Any]:
    """Return what every page is called by."""
    return {
        "title_vi": sample["title"],
        "summary_vi": sample["summary"],
        "slug": sample["slug"],
        "slug_intl": sample["slug_intl"],
    }


def sources(sample: Sample) -> dict[str, Any]:
    """Return where the figures of a page come from, and the day for which they hold."""
    return {
        "as_of": sample.get("as_of"),
        "figure_source_vi": sample["source"],
        "figure_url": sample["source_url"],
    }


def block(name: str, kind: str, value: Any) -> RawBlock:
    """Return a stored block; its id is the same on every run."""
    return {"type": kind, "value": value, "id": str(uuid.uuid5(_NAMESPACE, name))}
