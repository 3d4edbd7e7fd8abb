"""Building the demonstration through the ordinary operations. A second run changes nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import models, transaction
from wagtail.models import Site

from cms.demo import accounts, covers
from cms.demo.accounts import People
from cms.demo.contents import FOLDER, Contents
from cms.demo.covers.canvas import WIDTH
from cms.demo.pages import Pages
from content.models import Agency, OrganisationSettings, Tag
from media.models import PortalImage
from translations.models import Edition
from translations.operations.clearance import clear
from translations.operations.exchange import ImportReport, import_memory
from translations.operations.glossary import import_glossary
from translations.operations.units import approve_all

_GLOSSARIES = ("glossary.tsv", "glossary_extra.tsv")


@dataclass
class Seeded:
    """What a run did. *waiting* names editions that the shipped memory does not fill."""

    made: int = 0
    approved: int = 0
    waiting: list[str] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)


@dataclass
class Seed:
    """One run.

    Attributes:
        folder: where the passwords are kept.
        finish_tasks: runs what the task queue holds; nothing to do where tasks run at once.
        say: is told what is being made.
        cover_width: pixels; small ones are drawn quickly.
    """

    folder: Path
    finish_tasks: Callable[[], None]
    say: Callable[[str], None]
    cover_width: int = WIDTH
    contents: Contents = field(default_factory=Contents.read)
    done: Seeded = field(default_factory=Seeded)

    def run(self) -> Seeded:
        """Make what is missing of the demonstration, and have its reviewers approve it.

        Raises:
            BadImport: the shipped memory or a glossary cannot be read.
        """
        people = accounts.ensure_accounts(self.folder)
        self._import_translations()
        objects = self._objects(people)
        self.finish_tasks()
        self._approve(objects, people)
        self.finish_tasks()
        return self.done
