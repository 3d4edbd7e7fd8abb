"""Random edits of a portal, each through the code that people use, or behind its back."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.deploy.equality.events import EventEdits
from tests.deploy.equality.figures import FigureEdits
from tests.deploy.equality.investing import InvestingEdits
from tests.deploy.equality.pages import PageEdits
from tests.deploy.equality.parks import ParkEdits
from tests.deploy.equality.press import PressEdits
from tests.deploy.equality.surroundings import SurroundingEdits

Edit = Callable[[Random], str]
"""Makes one edit and says of what."""


class Edits(PageEdits, SurroundingEdits, FigureEdits, PressEdits, EventEdits, ParkEdits, InvestingEdits):
    """All edits by name.

    ``templates`` and ``statics`` are folders that come before the project's own.
    """

    def __init__(self, templates: Path, statics: Path) -> None:
        super().__init__()
        self._templates = templates
        self._statics = statics
        self.all: dict[str, Edit] = {
            name.removeprefix("edit_"): getattr(self, name) for name in dir(self) if name.startswith("edit_")
        }

    # --- the code

    def edit_template(self, random: Random) -> str:
        target = self._templates / "content" / "includes" / "organisation_name.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"<b>{self._words()}</b>", encoding="utf-8")
        return target.name

    def edit_stylesheet(self, random: Random) -> str:
        target = self._statics / "portal" / "site.css"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"/* {self._words()} */", encoding="utf-8")
        return target.name
