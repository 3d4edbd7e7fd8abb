"""Rendering pages: each in every language that is wanted, loaded once for all of them."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import translation

from content.fields import StreamField
from content.models import PortalPage
from content.surroundings import rendering_in
from deploy.bake import objects
from deploy.bake.answers import Answers
from deploy.bake.output import Output, page_key
from deploy.bake.questions import Question
from deploy.bake.spoilt import broken_block, flaw, lost
from deploy.bake.state import Asked, FileRecord
from deploy.bake.streams import convert_together
from deploy.bake.surroundings import BakeSurroundings
from media.models import PortalImage
from media.multilingual import SOURCE_LANGUAGE, TARGET_LANGUAGES, localized, translated_fields
from translations.operations.release import cleared_now
from translations.segments.shapes import CorruptValue

logger = logging.getLogger(__name__)

_CHUNK = 25
_IMAGE = PortalImage._meta.label_lower


@dataclass(frozen=True, slots=True)
class Job:
    """One page to be rendered in one language; *kept* is its own part, where that is still current."""

    page: int
    kind: type[PortalPage]
    language: str
    address: str
    kept: str | None = None


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


class TextChanged(Exception):
    """The Vietnamese of a page is no longer the text that was cleared."""


def render_chunk(
    chunk: Sequence[Job], answers: Answers, output: Output, origin: str
) -> Iterator[BakedFile | PageFailed]:
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
        pages = jobs[0].kind.objects.select_related("lead_image", "agency")
        if all(job.kept is not None for job in jobs):
            # Nobody looks at the bodies; the Vietnamese one is hashed below.
            pages = pages.defer(*_derived_streams(jobs[0].kind))
        self._pages: dict[int, PortalPage] = pages.in_bulk(list({job.page for job in jobs}))
        prefetch_related_objects(list(self._pages.values()), "tagged_items__tag")
        # Hashed once more at the door: the text may have changed since the index was read.
        self._cleared, _corrupt = cleared_now(self._pages.values())
        self._shown = self._read_what_is_shown()

    def _read_what_is_shown(self) -> dict[tuple[int, str], list[Question]]:
        """Read the objects that the pages refer to; return the questions that the answers belong to."""
        here = [job for job in self._jobs if job.page in self._pages]
        anew = [job for job in here if job.kept is None]
        for job in anew:
            words = objects.visible(self._pages[job.page], job.language)
            self._answers.know(("page", job.page, job.language), words)
        # Before Wagtail reads the blocks: it drops silently what it does not know.
        self._flaws = {(job.page, job.language): flaw(self._pages[job.page], job.language) for job in anew}
        sound = [job for job in anew if not self._flaws[job.page, job.language]]
        convert_together((self._pages[job.page], job.language) for job in sound)
        refers = {(job.page, job.language): self._references(job) for job in here}
        images = {key for found in refers.values() for label, key in found if label == _IMAGE}
        self._answers.files.prepare(images)
        wanted = {
            (*reference, language)
            for (_page, language), found in refers.items()
            for reference in found
            if not self._answers.knows(("object", *reference, language))
        }
        loaded = objects.load({(label, key) for label, key, _language in wanted})
        for label, key, language in wanted:
            found_object = loaded.get((label, key))
            answer = objects.visible(found_object, language) if found_object is not None else None
            self._answers.know(("object", label, key, language), answer)
        return {
            (page, language): [("object", *reference, language) for reference in found]
            for (page, language), found in refers.items()
        }

    def _references(self, job: Job) -> list[objects.Reference]:
        try:
            return sorted(set(objects.references(self._pages[job.page], job.language, job.kept is None)))
        except Exception:  # noqa: BLE001 - whatever a spoilt block raises
            # The page is spoilt; rendering it says where.
            return []

    def render(self) -> Iterator[BakedFile | PageFailed]:
        """Render and write each page in each language."""
        for job in self._jobs:
            yield self._render(job)

    def _render(self, job: Job) -> BakedFile | PageFailed:
        key = page_key(job.address)
        site = BakeSurroundings(job.language, self._answers, self._origin, job.kept)
        try:
            page = self._readable(job)
            site.depends_on(("page", job.page, job.language))
            shown = self._shown[job.page, job.language]
            with site.in_body():
                for question in (("page", job.page, job.language), *shown):
                    site.depends_on(question)
            for question in shown:
                site.depends_on(question)
            with self._answers.guard.watching():
                html = render_in(site, page.template, {"page": page})
        except Exception as error:
            logger.exception("Page %s could not be rendered in %s.", job.page, job.language)
            return PageFailed(job.page, job.language, key, self._cause(job, error))
        return self._written(job, key, html, site)

    def _readable(self, job: Job) -> PortalPage:
        page = self._pages.get(job.page)
        if page is None:
            raise TextChanged("It was deleted during the bake.")
        if error := self._flaws.get((job.page, job.language)):
            raise error
        if job.language == SOURCE_LANGUAGE and job.page not in self._cleared:
            raise TextChanged("Its Vietnamese changed during the bake and is not cleared.")
        return page

    def _cause(self, job: Job, error: Exception) -> str:
        page = self._pages.get(job.page)
        said = str(error)
        if page is not None and not isinstance(error, CorruptValue | TextChanged):
            site = BakeSurroundings(job.language, self._answers, self._origin)
            with self._answers.guard.allowing(), translation.override(job.language), rendering_in(site):
                said = broken_block(page, job.language) or said
        name = f"{job.kind.__name__} {job.page} ({page or '–'})"
        return f"{name} could not be rendered in {job.language}: {said}"

    def _written(self, job: Job, key: str, html: str, site: BakeSurroundings) -> BakedFile:
        data, body = html.encode(), (site.kept or "").encode()
        sha256, size = self._output.write(key, data)
        record = FileRecord(key, sha256, size, job.page, job.language, data.find(body), len(body))
        asked = Asked(tuple(site.asked), tuple(site.asked_by_body) if job.kept is None else None)
        remarks = [] if job.kept is not None else list(lost(self._pages[job.page], job.language))
        said = f"{job.kind.__name__} {job.page} in {job.language}, {' '.join(remarks)}" if remarks else ""
        return BakedFile(record, asked, tuple(self._answers.guard.escaped), said)


def _derived_streams(kind: type[PortalPage]) -> list[str]:
    return [
        localized(name, language)
        for name in translated_fields(kind)
        if isinstance(kind._meta.get_field(name), StreamField)
        for language in TARGET_LANGUAGES
    ]


def render_in(site: BakeSurroundings, template: str, context: dict[str, object]) -> str:
    """Return *template* rendered in the language of *site*."""
    with translation.override(site.language), rendering_in(site):
        return render_to_string(template, {**context, "site": site})
