"""Rendering pages: each in every language that is wanted, loaded once for all of them."""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils import translation

from content.models import PortalPage
from content.surroundings import rendering_in
from deploy.bake import objects
from deploy.bake.answers import Answers
from deploy.bake.output import Output, page_key
from deploy.bake.questions import Question, fingerprint
from deploy.bake.reading import derived_streams, read_pages, related
from deploy.bake.rendering import Rendering, render_in
from deploy.bake.shown import absence, is_shown, load
from deploy.bake.spoilt import broken_block
from deploy.bake.state import WHOLE, Asked, FileRecord, packed
from deploy.bake.streams import convert_together
from deploy.bake.surroundings import BakeSurroundings
from media.models import PortalImage
from media.multilingual import SOURCE_LANGUAGE
from translations import sources
from translations.operations.release import cleared_now
from translations.segments.shapes import CorruptValue
from translations.segments.soundness import Choice

logger = logging.getLogger(__name__)

_CHUNK = 25
_IMAGE = PortalImage._meta.label_lower
_NOTHING = fingerprint(None)

Edition = tuple[int, str]
"""A page's primary key, and a language."""


@dataclass(frozen=True, slots=True)
class Job:
    """One page to be rendered in one language; *before* is its file, of which *stale* parts are no more."""

    page: int
    kind: type[PortalPage]
    language: str
    address: str
    before: FileRecord | None = None
    stale: frozenset[str] = frozenset()

    @property
    def keeps(self) -> bool:
        """Whether parts of the file there is may be taken over."""
        return self.before is not None and WHOLE not in self.stale

    @property
    def edition(self) -> Edition:
        """The page and the language."""
        return self.page, self.language


@dataclass(frozen=True, slots=True)
class BakedFile:
    """A file that was rendered and written, and what it asked.

    *escaped* names queries that bypassed the questions; *remark* says what the page lost.
    """

    record: FileRecord
    asked: Asked
    escaped: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PageFailed:
    """One page in one language that could not be rendered; *cause* is a whole sentence."""

    page: int
    language: str
    key: str
    cause: str


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A page that names objects which are not there; *data* is not written yet.

    If the page showed them before, they were deleted, and it goes on without them. If not,
    its text is spoilt, and it has *failed*.
    """

    baked: BakedFile
    data: bytes
    missing: frozenset[Question]
    failed: PageFailed


Result = BakedFile | Incomplete | PageFailed


class TextChanged(Exception):
    """The Vietnamese of a page is no longer the text that was cleared."""


def render_chunk(chunk: Sequence[Job], answers: Answers, output: Output, origin: str) -> Iterator[Result]:
    """Render and write some pages of one kind, which are read together."""
    yield from _Chunk(chunk, answers, output, origin).render()


def chunks(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """Yield the jobs of up to 25 pages of one kind together."""
    by_kind: dict[type[PortalPage], dict[int, list[Job]]] = {}
    for job in jobs:
        by_kind.setdefault(job.kind, {}).setdefault(job.page, []).append(job)
    for pages in by_kind.values():
        held = list(pages.values())
        for start in range(0, len(held), _CHUNK):
            yield [job for of_page in held[start : start + _CHUNK] for job in of_page]


class _Chunk:
    """Some pages of one kind, read with few queries."""

    def __init__(self, jobs: Sequence[Job], answers: Answers, output: Output, origin: str) -> None:
        self._jobs = jobs
        self._answers = answers
        self._output = output
        self._origin = origin
        self._kept = {job.edition: _kept_parts(job, output) for job in jobs}
        self._pages = self._read(jobs[0].kind)
        # Hashed once more at the door: the text may have changed since the index was read.
        self._cleared, _corrupt = cleared_now(self._pages.values())
        self._flaws: dict[Edition, CorruptValue] = {}
        self._shown: dict[Edition, set[Choice]] = {}
        self._read_what_is_shown()

    def _read(self, kind: type[PortalPage]) -> dict[int, PortalPage]:
        # Nobody looks at the bodies of frames; the Vietnamese one is hashed.
        leave = derived_streams(kind) if all(map(self._is_frame_only, self._jobs)) else ()
        return read_pages(kind, {job.page for job in self._jobs}, leave)

    def _is_frame_only(self, job: Job) -> bool:
        """Whether every part is kept, so that what is shown in them need not be known."""
        kept = self._kept[job.edition]
        return bool(kept) and job.before is not None and len(kept) == len(job.before.spans)

    def _read_what_is_shown(self) -> None:
        anew = [job for job in self._jobs if job.page in self._pages and not self._is_frame_only(job)]
        for job in anew:
            page = self._pages[job.page]
            self._answers.know(("page", *job.edition), objects.visible(page, job.language))
            self._shown[job.edition] = {*related(page), *self._chosen(job, page)}
        convert_together(
            (self._pages[job.page], job.language) for job in anew if job.edition not in self._flaws
        )
        self._answer_for_objects()

    def _chosen(self, job: Job, page: PortalPage) -> Iterator[Choice]:
        # Before Wagtail reads the blocks: it drops silently what it does not know.
        try:
            chosen = sources.check(page, job.language)
        except CorruptValue as error:
            self._flaws[job.edition] = error
            return
        yield from (one for one in chosen if is_shown(one[0]))

    def _answer_for_objects(self) -> None:
        wanted = {(*choice, language) for (_page, language), found in self._shown.items() for choice in found}
        self._answers.files.prepare({key for label, key, _language in wanted if label == _IMAGE})
        unknown = [one for one in wanted if not self._answers.knows(("object", *one))]
        loaded = load({(label, key) for label, key, _language in unknown})
        for label, key, language in unknown:
            found = loaded.get((label, key))
            answer = objects.visible(found, language) if found is not None else None
            self._answers.know(("object", label, key, language), answer)

    def render(self) -> Iterator[Result]:
        """Render and write each page in each language."""
        for job in self._jobs:
            yield self._render(job)

    def _render(self, job: Job) -> Result:
        key = page_key(job.address)
        site = BakeSurroundings(job.language, self._answers, self._origin, self._kept[job.edition])
        try:
            page = self._readable(job)
            if not self._is_frame_only(job):
                site.depends_on(self._what_is_shown(job))
            with self._answers.guard.watching():
                rendering = render_in(site, page.template, {"page": page})
        except Exception as error:
            logger.exception("Page %s could not be rendered in %s.", job.page, job.language)
            return PageFailed(job.page, job.language, key, self._cause(job, error))
        return self._written(job, key, rendering, site)

    def _what_is_shown(self, job: Job) -> Iterator[Question]:
        yield "page", *job.edition
        yield from (("object", *choice, job.language) for choice in sorted(self._shown[job.edition]))

    def _missing(self, job: Job) -> dict[Question, str]:
        """Return what the page names and what is not there, and a sentence about each."""
        choices = sorted(self._shown.get(job.edition, ()))
        questions = {("object", *choice, job.language): absence(choice) for choice in choices}
        return {
            question: said
            for question, said in questions.items()
            if self._answers.print_of(question) == _NOTHING
        }

    def _readable(self, job: Job) -> PortalPage:
        page = self._pages.get(job.page)
        if page is None:
            raise TextChanged("It was deleted during the bake.")
        if error := self._flaws.get(job.edition):
            raise error
        if job.language == SOURCE_LANGUAGE and job.page not in self._cleared:
            said = " ".join(self._missing(job).values())
            raise TextChanged(said or "Its Vietnamese changed during the bake and is not cleared.")
        return page

    def _cause(self, job: Job, error: Exception) -> str:
        page = self._pages.get(job.page)
        said = str(error)
        if page is not None and not isinstance(error, CorruptValue | TextChanged):
            site = BakeSurroundings(job.language, self._answers, self._origin)
            with self._answers.guard.allowing(), translation.override(job.language), rendering_in(site):
                said = broken_block(page, job.language) or said
        return self._failure(job, said)

    def _failure(self, job: Job, said: str) -> str:
        name = f"{job.kind.__name__} {job.page} ({self._pages.get(job.page) or '–'})"
        return f"{name} could not be rendered in {job.language}: {said}"

    def _written(
        self, job: Job, key: str, rendering: Rendering, site: BakeSurroundings
    ) -> BakedFile | Incomplete:
        missing = self._missing(job)
        said = " ".join(missing.values())
        remark = f"{job.kind.__name__} {job.page} in {job.language} is shown without something: {said}"
        if not missing or job.before is None:
            sha256, _size = self._output.write(key, rendering.data)
            return self._baked(job, key, sha256, rendering, site, remark if missing else "")
        sha256 = hashlib.sha256(rendering.data).hexdigest()
        baked = self._baked(job, key, sha256, rendering, site, remark)
        failed = PageFailed(job.page, job.language, key, self._failure(job, said))
        return Incomplete(baked, rendering.data, frozenset(missing), failed)

    def _baked(
        self, job: Job, key: str, sha256: str, rendering: Rendering, site: BakeSurroundings, remark: str
    ) -> BakedFile:
        size, parts = len(rendering.data), packed(rendering.spans)
        record = FileRecord(key, sha256, size, job.page, job.language, parts)
        kept = frozenset(self._kept[job.edition])
        by_part = {part: tuple(questions) for part, questions in site.asked.items()}
        asked = Asked(by_part, kept | {WHOLE} if self._is_frame_only(job) else kept)
        return BakedFile(record, asked, tuple(self._answers.guard.escaped), remark)


def _kept_parts(job: Job, output: Output) -> dict[str, bytes]:
    if job.before is None or not job.keeps:
        return {}
    parts = output.parts_of(job.before)
    return {name: part for name, part in parts.items() if name not in job.stale}
