"""The bake: every public edition as a file in a folder. Only what changed is rendered again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from deploy.bake.baker import Baker
from deploy.bake.state import FileRecord, State
from deploy.bake.work import Progress
from deploy.bake.workers import ALONE, Hands
from deploy.headers import cache_control, content_type
from deploy.manifest import FileEntry, Manifest
from media.multilingual import loading_through
from translations.operations.release import ReleaseGate

STATE = "state.sqlite3"
SITE = "site"


@dataclass(frozen=True)
class Bake:
    """A baked site: its folder, its files, which of them were rendered now, and what was left out and why."""

    folder: Path
    files: Mapping[str, FileRecord]
    rendered: frozenset[str] = frozenset()
    notices: list[str] = field(default_factory=list)

    @cached_property
    def manifest(self) -> Manifest:
        """The files as a release describes them."""
        return Manifest(_entry(record) for record in self.files.values())

    @property
    def pages(self) -> int:
        """How many editions of pages there are."""
        return sum(record.page is not None for record in self.files.values())


def bake_site(
    root: Path,
    progress: Progress | None = None,
    *,
    full: bool = False,
    apart: bool = False,
    hands: Hands = ALONE,
) -> Bake:
    """Bring ``root/site`` up to date with what is public.

    A page that cannot be rendered keeps its last good version; one that never had any is
    left out, with whatever linked to it. Both are reported.

    Args:
        full: render everything, whatever is known of the last bake.
        hands: who renders, where there is enough to render.
        apart: leave the installation's own bake as it is; for a folder beside it.

    Raises:
        NothingToPublish: there is no home page.
    """
    with State.open(root / STATE) as state, loading_through(ReleaseGate()):
        baker = Baker(root / SITE, state, progress, apart=apart, hands=hands)
        rendered = baker.run(full=full or apart)
        return Bake(root / SITE, state.files, frozenset(rendered), baker.notices)


def baked_site(root: Path) -> Bake:
    """Return the site as it was baked last, without a look at what is public now."""
    with State.open(root / STATE) as state:
        return Bake(root / SITE, state.files)


def _entry(record: FileRecord) -> FileEntry:
    key = record.key
    return FileEntry(
        key, record.sha256, record.size, content_type(key), cache_control(key), record.page, record.language
    )
