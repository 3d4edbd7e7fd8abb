"""One bake: is anything out of date, and what is remembered of it afterwards."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from django.utils import timezone

from deploy.bake.clock import earliest, end_of
from deploy.bake.makings import code_print, static_print
from deploy.bake.refresh import Suspects, suspects
from deploy.bake.state import State
from deploy.bake.work import Progress, Work
from deploy.bake.workers import ALONE, Hands
from deploy.journal import Changes, forget, read_changes
from deploy.models import BakeMark


class Baker:
    """The work of one bake; ``notices`` are whole sentences about what is left out."""

    def __init__(
        self,
        folder: Path,
        state: State,
        progress: Progress | None = None,
        *,
        apart: bool = False,
        hands: Hands = ALONE,
    ) -> None:
        self._folder = folder
        self._state = state
        self._progress = progress
        self._apart = apart
        self._hands = hands
        self.notices: list[str] = []

    def run(self, *, full: bool = False) -> list[str]:
        """Bring the folder up to date; return the keys of the pages and extra files that were rendered.

        Raises:
            NothingToPublish: there is no home page.
        """
        changes, now = read_changes(), timezone.now()
        prints = {"code": code_print(), "static": static_print()}
        trusted = not full and self._is_trusted(prints["code"])
        same = self._state.recall("static") == prints["static"]
        if trusted and same and not changes and not self._is_due(now):
            self.notices = [*json.loads(self._state.recall("notices") or "[]")]
            return []
        found = suspects(changes)
        trusted = trusted and not found.everything
        found = found if trusted else Suspects(everything=True)
        work = Work(self._folder, self._state, self._progress, now, found, self._hands)
        rendered = work.do()
        self.notices = work.notices
        self._remember(changes, prints, work)
        return rendered

    def _is_trusted(self, code: str) -> bool:
        """Whether what is remembered is whole, of this code, and of this database."""
        mark = BakeMark.objects.first()
        known = (self._state.recall("clean"), self._state.recall("code"), self._state.recall("mark"))
        return mark is not None and known == ("1", code, mark.mark) and self._folder.is_dir()

    def _is_due(self, now: datetime) -> bool:
        due = self._state.recall("due")
        return bool(due) and datetime.fromisoformat(due) <= now

    def _remember(self, changes: Changes, prints: Mapping[str, str], work: Work) -> None:
        mark = uuid4().hex
        days = (str(day) for _name, day in self._state.questions_named("passed"))
        due = earliest(work.index.next_change, *(end_of(day) for day in days), after=work.now)
        for name, value in (
            ("clean", "1"),
            ("now", work.now.isoformat()),
            *prints.items(),
            ("mark", mark),
            ("due", due.isoformat() if due else ""),
            ("notices", json.dumps(self.notices)),
        ):
            self._state.remember(name, value)
        self._state.commit()
        if self._apart:
            return
        BakeMark.objects.update_or_create(pk=1, defaults={"mark": mark})
        forget(changes)
