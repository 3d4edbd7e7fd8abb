"""Rendering in one process, in several, or with others' help: chunks of pages go out, results come back."""

import gc
import multiprocessing
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connections

from deploy.bake.answers import FILES, Answers
from deploy.bake.output import Output
from deploy.bake.pages import Incomplete, Job, PageFailed, Result, chunks, render_chunk
from deploy.bake.questions import Question
from deploy.bake.state import FileRecord

WORTH_IT = 200
"""Pages from which on a second pair of hands pays for its start."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Who renders: so many processes of this machine, or this one with so many background workers."""

    processes: int = 1
    helpers: int = 0


ALONE = Hands()


@dataclass(frozen=True)
class Rendered:
    """What came of a chunk: files and failures, and what the store does not know yet.

    *answers* are fingerprints and the files that answers lead to; *hashed* are pictures,
    documents and assets that were written.
    """

    results: list[Result]
    answers: dict[Question, tuple[bytes, str | None]]
    hashed: dict[str, FileRecord] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


Elsewhere = Callable[["Renderer", list[list[Job]], int], Iterator[Rendered]]
"""Renders chunks with the help of so many background workers."""


class Renderer:
    """Renders pages with the answers of one round."""

    def __init__(self, answers: Answers, output: Output, origin: str) -> None:
        self.answers = answers
        self.output = output
        self._origin = origin
        self._told: set[Question] = set()

    def render(self, jobs: list[Job], hands: Hands, with_help: Elsewhere) -> Iterator[Rendered]:
        """Render and write pages; by many hands where that pays."""
        work = list(chunks(jobs))
        if hands == ALONE or len(jobs) < WORTH_IT:
            yield from map(self.chunk, work)
        elif hands.helpers:
            yield from with_help(self, work, hands.helpers)
        else:
            yield from self._in_processes(work, hands.processes)

    def _in_processes(self, work: Iterable[list[Job]], processes: int) -> Iterator[Rendered]:
        # A process that is forked must not share a connection with this one.
        connections.close_all()
        # What is shared stays shared for as long as nobody's garbage collector touches it.
        gc.freeze()
        try:
            with multiprocessing.get_context("fork").Pool(processes, _begin, (self,)) as pool:
                yield from pool.imap_unordered(_render, work)
        finally:
            gc.unfreeze()

    def chunk(self, chunk: list[Job]) -> Rendered:
        """Render and write one chunk."""
        before = len(self.answers.files.notices)
        results = list(render_chunk(chunk, self.answers, self.output, self._origin))
        asked = [one for result in results for one in asked_by(result)]
        return Rendered(results, self.untold(asked), notices=self.answers.files.notices[before:])

    def chunk_elsewhere(self, chunk: list[Job]) -> Rendered:
        """Render a chunk in a process of its own, which shares nothing but the folder."""
        written = set(self.output.hashed)
        rendered = self.chunk(chunk)
        fresh = {key: one for key, one in self.output.hashed.items() if key not in written}
        return Rendered(rendered.results, rendered.answers, fresh, rendered.notices)

    def take(self, rendered: Rendered, files: dict[str, bytes]) -> Rendered:
        """Write the pages that another machine rendered, and copy the pictures that they show."""
        for key, data in files.items():
            self.output.write(key, data)
        mine = [question for question in rendered.answers if question[0] in FILES]
        for question in mine:
            self.answers.ask(question)
        self._told.difference_update(mine)
        answers = rendered.answers | self.untold(mine)
        return Rendered(rendered.results, answers, notices=rendered.notices)

    def untold(self, asked: Iterable[Question]) -> dict[Question, tuple[bytes, str | None]]:
        """Return the answers to *asked* that were not returned before."""
        found = {}
        for question in asked:
            if question not in self._told and self.answers.knows(question):
                found[question] = (self.answers.print_of(question), self.answers.output_of(question))
                self._told.add(question)
        return found


def asked_by(result: Result) -> Collection[Question]:
    """Return what was asked for a file."""
    match result:
        case PageFailed():
            return ()
        case Incomplete():
            return result.baked.asked.all()
        case _:
            return result.asked.all()


_renderer: Renderer | None = None


def _begin(renderer: Renderer) -> None:
    global _renderer  # noqa: PLW0603 - a worker process renders for one bake only
    _renderer = renderer


def _render(chunk: list[Job]) -> Rendered:
    if _renderer is None:
        raise RuntimeError("A worker was given pages before it was begun.")
    return _renderer.chunk_elsewhere(chunk)
