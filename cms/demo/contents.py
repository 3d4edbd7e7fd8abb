"""What the demonstration is made of: ``demo/site.toml`` and the sample articles, read as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

from cms.configuration import PROJECT_ROOT
from cms.demo import articles
from cms.demo.articles import SampleArticle

FOLDER = PROJECT_ROOT / "demo"


@dataclass(frozen=True)
class SampleAgency:
    """An agency; *predecessor* is the code of one further up in the file."""

    name: str
    code: str
    valid_from: date | None = None
    valid_to: date | None = None
    predecessor: str = ""


@dataclass(frozen=True)
class SampleSection:
    """A section; *key* is ``Mục`` or ``Mục - Tiểu mục``, as the articles name it."""

    key: str
    slug: str
    slug_intl: str
    summary: str
    cover: str
    title: str = ""
    menu_title: str = ""
    pillar: str = ""

    @property
    def heading(self) -> str:
        """The title readers see."""
        return self.title or self.key


@dataclass(frozen=True)
class Contents:
    """The whole of it; *covers* holds alternative texts by motif, *article_covers* motifs by slug."""

    organisation: Mapping[str, str]
    home: Mapping[str, str]
    picture_caption: str
    agencies: tuple[SampleAgency, ...]
    sections: tuple[SampleSection, ...]
    covers: Mapping[str, str]
    article_covers: Mapping[str, str]
    articles: tuple[SampleArticle, ...]

    @classmethod
    def read(cls, folder: Path = FOLDER) -> Self:
        """Read ``site.toml`` and ``articles/*.md`` of *folder*, in the order of their names."""
        site: dict[str, Any] = tomllib.loads((folder / "site.toml").read_text(encoding="utf-8"))
        return cls(
            organisation=site["organisation"],
            home=site["home"],
            picture_caption=site["pictures"]["caption"],
            agencies=tuple(SampleAgency(**agency) for agency in site["agencies"]),
            sections=tuple(SampleSection(**section) for section in site["sections"]),
            covers=site["covers"],
            article_covers=site["article_covers"],
            articles=tuple(articles.read(path) for path in sorted((folder / "articles").glob("*.md"))),
        )

    def section_of(self, article: SampleArticle) -> str:
        """Return the key of the section that *article* stands in.

        Raises:
            LookupError: neither its section nor the one above it is in the file.
        """
        keys = {section.key for section in self.sections}
        for key in (article.section, _above(article.section)):
            if key in keys:
                return key
        raise LookupError(
            f"The article {article.slug} names the section {article.section!r}, which there is not."
        )

    def parent_of(self, section: SampleSection) -> str:
        """Return the key of the section above *section*; empty for one at the top."""
        above = _above(section.key)
        return above if above != section.key and above in {other.key for other in self.sections} else ""


def _above(key: str) -> str:
    return key.partition(" - ")[0]
