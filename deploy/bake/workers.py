"""Rendering in one process or in several: chunks of pages go out, what came of them comes back."""

import gc
import multiprocessing
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connections

from deploy.bake.answers import Answers
from deploy.bake.output import Output
from deploy.bake.pages import Incomplete, Job, PageFailed, Result, chunks, render_chunk
from deploy.bake.questions import Question
from deploy.bake.state import FileRecord

WORTH_IT = 200
"""Pages from which on a second process pays for its start."""


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


class Renderer:
    """Renders pages with the answers of one round."""

    def __init__(self, answers: Answers, output: Output, origin: str) -> None:
        self._answers = answers
        self._output = output
        self._origin = origin
        self._told: set[Question] = set()

    def render(self, jobs: list[Job], processes: int) -> Iterator[Rendered]:
        """Render and write pages; in several processes where that pays."""
        work = list(chunks(jobs))
        if processes == 1 or len(jobs) < WORTH_IT:
            yield from map(self._chunk, work)
            return
        yield from self._in_processes(work, processes)

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

    def _chunk(self, chunk: list[Job]) -> Rendered:
        before = len(self._answers.files.notices)
        results = list(render_chunk(chunk, self._answers, self._output, self._origin))
        asked = [one for result in results for one in _asked(result)]
        return Rendered(results, self.untold(asked), notices=self._answers.files.notices[before:])

    def chunk_elsewhere(self, chunk: list[Job]) -> Rendered:
        """Render a chunk in a process of its own, which shares nothing but the folder."""
        written = set(self._output.hashed)
        rendered = self._chunk(chunk)
        fresh = {key: one for key, one in self._output.hashed.items() if key not in written}
        return Rendered(rendered.results, rendered.answers, fresh, rendered.notices)

    def untold(self, asked: Iterable[Question]) -> dict[Question, tuple[bytes, str | None]]:
        """Return the answers to *asked* that were not returned before."""
        found = {}
        for question in asked:
            if question not in self._told and self._answers.knows(question):
                found[question] = (self._answers.print_of(question), self._answers.output_of(question))
                self._told.add(question)
        return found


def _asked(result: Result) -> Collection[Question]:
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
