"""What a bake does that is not idle: renders what is out of date, round by round."""

import json
import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from django.apps import apps

from deploy.bake.answers import Answers
from deploy.bake.circumstances import Circumstances, closed_paths, home_page, origin
from deploy.bake.extras import Extra, extras, surroundings_language
from deploy.bake.facts import PageFacts
from deploy.bake.neighbours import neighbours
from deploy.bake.orders import render_with_help
from deploy.bake.output import Output, page_key
from deploy.bake.pages import BakedFile, Incomplete, Job, PageFailed, Result
from deploy.bake.questions import read
from deploy.bake.refresh import Suspects, is_open, refreshed
from deploy.bake.site_index import SiteIndex
from deploy.bake.state import WHOLE, Asked, FileRecord, State
from deploy.bake.surroundings import BakeSurroundings
from deploy.bake.workers import Hands, Renderer
from translations.segments.soundness import Choice

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Called with (pages done, pages in all)."""

_HASHED = ("assets/", "media/")
_SEARCH = "search/"
"""Made from the baked pages behind the bake (`deploy.bake.searching`)."""


Stale = dict[str, set[str]]
"""Files that are out of date, by key, and the parts of them that are."""


class Work:
    """What a bake that is not idle does."""

    def __init__(
        self,
        folder: Path,
        state: State,
        progress: Progress | None,
        now: datetime,
        found: Suspects,
        hands: Hands,
    ) -> None:
        self._state = state
        self._progress = progress
        self.now = now
        self._found = found
        self._home = home_page()
        self._closed = closed_paths()
        self._failed: dict[str, str] = {}
        self._remarks = state.notices(failed=False)
        self._notices: list[str] = []
        self._hands = hands
        self._rendered: dict[str, None] = {}
        # From here on the folder may hold what the store does not know.
        state.remember("clean", "0")
        state.commit()
        self._output = Output(folder, state.files)
        if found.everything:
            self._output.sweep(state.files)
        self._around = Circumstances(self._output)
        self._withdrawn: set[tuple[int, str]] = self._withdrawn_before()
        before = state.facts()
        self._before = None if found.everything else self._index_before(before)
        self.index = self._indexed(self._refresh(before), now)

    def _withdrawn_before(self) -> set[tuple[int, str]]:
        """Return what had no version to show, but for what may have been mended since."""
        if self._found.everything:
            return set()
        before = json.loads(self._state.recall("withdrawn") or "[]")
        return {(pk, language) for pk, language in before if pk not in self._found.pages}

    def _index_before(self, facts: dict[int, PageFacts]) -> SiteIndex:
        """Return the site as the last bake saw it."""
        withdrawn = json.loads(self._state.recall("withdrawn") or "[]")
        now = datetime.fromisoformat(self._state.recall("now"))
        return SiteIndex(
            facts,
            home=self._home.pk,
            now=now,
            closed=self._closed,
            withdrawn=[(pk, language) for pk, language in withdrawn],
        )

    def _refresh(self, before: dict[int, PageFacts]) -> dict[int, PageFacts]:
        facts = refreshed(before, self._found, self._shown_before)
        changed = [one for pk, one in facts.items() if before.get(pk) != one]
        self._state.keep_facts(changed, before.keys() - facts.keys())
        return facts

    def _shown_before(self, page: int) -> set[Choice]:
        of_page = (key for key, one in self._state.files.items() if one.page == page)
        asked = (question for key in of_page for question in self._state.questions_of(key))
        return {(str(one[1]), int(one[2])) for one in asked if one[0] == "object"}

    def _indexed(self, facts: dict[int, PageFacts], now: datetime) -> SiteIndex:
        return SiteIndex(facts, home=self._home.pk, now=now, closed=self._closed, withdrawn=self._withdrawn)

    @property
    def notices(self) -> list[str]:
        """What is left out and why, as whole sentences."""
        said = dict.fromkeys([*self._notices, *self._around.files.notices, *self._around.files.cards.notices])
        return [*self.index.notices, *self._failed.values(), *self._remarks.values(), *said]

    def do(self) -> list[str]:
        """Render what is out of date, round by round: a page that has to be left out changes others."""
        found = self._found
        while True:
            withdrawn = len(self._withdrawn)
            self._round(found)
            if len(self._withdrawn) == withdrawn:
                break
            self._before = self.index
            self.index = self._indexed(dict(self.index.facts), self.now)
            found = Suspects()
        self._tidy()
        self._state.remember("withdrawn", json.dumps(sorted(self._withdrawn)))
        self._remarks = {key: said for key, said in self._remarks.items() if key in self._state.files}
        self._state.keep_notices(self._failed, failed=True)
        self._state.keep_notices(self._remarks, failed=False)
        return list(self._rendered)

    def _round(self, found: Suspects) -> None:
        answers = self._around.answers(self.index)
        renderer = Renderer(answers, self._output, origin())
        stale = None if found.everything else self._stale(answers, found)
        self._render_pages(renderer, list(self._jobs(stale)))
        self._render_extras(answers, renderer, stale)

    def _stale(self, answers: Answers, found: Suspects) -> Stale:
        """Return the files with an answer that is not what it was."""
        near = neighbours(self._before, self.index) if self._before is not None else None
        changed = [
            read(text)
            for text, before in self._state.questions()
            if is_open(text, found, near) and answers.print_of(read(text)) != before
        ]
        stale = self._state.asked_by(changed)
        # What failed before is tried again: nothing says that its cause was in the database.
        stale.update((key, {WHOLE}) for key in self._state.notices(failed=True))
        return stale

    def _jobs(self, stale: Stale | None) -> Iterator[Job]:
        for pk, page in self.index.pages.items():
            kind = apps.get_model(page.facts.kind)
            for language, address in page.addresses.items():
                key = page_key(address)
                record = self._state.files.get(key)
                is_its_own = record is not None and (record.page, record.language) == (pk, language)
                if not is_its_own:
                    yield Job(pk, kind, language, address)
                elif stale is None or key in stale:
                    parts = frozenset([WHOLE] if stale is None else stale[key])
                    yield Job(pk, kind, language, address, record, parts)

    def _render_pages(self, renderer: Renderer, jobs: list[Job]) -> None:
        done = 0
        for rendered in renderer.render(jobs, self._hands, render_with_help):
            self._state.keep_answers(rendered.answers)
            self._output.hashed.update(rendered.hashed)
            self._notices.extend(rendered.notices)
            for result in rendered.results:
                self._settle(result)
            done += len(rendered.results)
            if self._progress:
                self._progress(done, len(jobs))

    def _settle(self, result: Result) -> None:
        match result:
            case PageFailed():
                self._fail(result)
            case Incomplete():
                self._settle_incomplete(result)
            case _:
                self._keep(result)

    def _settle_incomplete(self, page: Incomplete) -> None:
        key = page.baked.record.key
        if page.missing <= self._state.questions_of(key).keys():
            self._output.write(key, page.data)
            self._keep(page.baked)
        else:
            self._fail(page.failed)

    def _fail(self, failed: PageFailed) -> None:
        self._failed[failed.key] = failed.cause
        before = self._state.files.get(failed.key)
        if before is None or (before.page, before.language) != (failed.page, failed.language):
            self._withdrawn.add((failed.page, failed.language))

    def _keep(self, baked: BakedFile) -> None:
        key = baked.record.key
        self._failed.pop(key, None)
        if WHOLE not in baked.asked.kept:
            self._remarks.pop(key, None)
        if baked.remark:
            self._remarks[key] = baked.remark
        if baked.escaped:
            self._failed[key] = f"{key} is baked each time: {baked.escaped[0]}"
        self._state.keep_file(baked.record, baked.asked)
        self._rendered[key] = None

    def _render_extras(
        self,
        answers: Answers,
        renderer: Renderer,
        stale: Stale | None,
    ) -> None:
        for extra in self._extras:
            if stale is None or extra.key not in self._state.files or extra.key in stale:
                self._render_extra(answers, renderer, extra)

    @property
    def _extras(self) -> list[Extra]:
        return list(extras(self.index, self._home))

    def _render_extra(self, answers: Answers, renderer: Renderer, extra: Extra) -> None:
        site = BakeSurroundings(surroundings_language(extra), answers, origin(), undivided=True)
        try:
            with self._around.guard.watching():
                data = extra.render(site)
        except Exception as error:
            # What it was stays; nothing else of the site depends on it.
            logger.exception("%s could not be made.", extra.key)
            self._failed[extra.key] = f"{extra.key} could not be made: {error}"
            return
        sha256, size = self._output.write(extra.key, data)
        record = FileRecord(extra.key, sha256, size, None, extra.language)
        asked = Asked(site.asked)
        self._state.keep_answers(renderer.untold(asked.all()))
        self._keep(BakedFile(record, asked, tuple(self._around.guard.escaped)))

    def _tidy(self) -> None:
        """Forget and remove what is not part of the site any more."""
        wanted = {page_key(one) for page in self.index.pages.values() for one in page.addresses.values()}
        wanted.update(extra.key for extra in self._extras)
        files = self._state.files
        gone = [key for key in files if key not in wanted and not key.startswith((*_HASHED, _SEARCH))]
        self._state.forget_files(gone)
        self._state.drop_unasked()
        for record in self._output.hashed.values():
            self._state.keep_file(record)
        used = self._state.outputs()
        unused = [
            key for key in (*files, *self._output.hashed) if key.startswith(_HASHED) and key not in used
        ]
        self._state.forget_files(unused)
        if self._found.everything:
            self._output.sweep(self._state.files)
            self._around.files.cards.sweep()
        else:
            self._output.remove({*gone, *unused})
