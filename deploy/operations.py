"""The verb of this app: publish."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from deploy.bake.bake import Bake, bake_site, baked_site
from deploy.bake.lock import one_publisher
from deploy.bake.searching import index_pages
from deploy.bake.work import Progress
from deploy.bake.workers import ALONE, Hands
from deploy.exceptions import CorruptManifest, DeployError, TargetError
from deploy.manifest import FileEntry, Manifest
from deploy.models import PublishedAddress, Release, ReleaseState
from deploy.plan import Delete, Plan, Put, plan
from deploy.targets import Target
from deploy.targets.registry import open_target

MANIFEST = "manifest.json"
UNDER_WAY = "under-way.json"
_UNKNOWN = "0" * 64
_WORKERS = 4


@dataclass(frozen=True)
class Published:
    """What a publishing did; *release* is None when there was nothing to do."""

    bake: Bake
    plan: Plan
    release: Release | None


def publish(
    *,
    person: Any = None,
    progress: Progress | None = None,
    say: Callable[[str], None] | None = None,
    adopt: bool = False,
    hands: Hands = ALONE,
) -> Published:
    """Bake every public edition and bring the target in step; twice in a row, the second does nothing.

    Args:
        hands: who renders.
        adopt: take over a target that holds files no release of this portal is known to
            have put there; those that are not part of the site are removed.

    Raises:
        DeployError: the site could not be baked or the target refuses; the release row says why.
        PublisherBusy: another publisher is at work.
    """
    tell = say or (lambda sentence: None)
    with one_publisher(settings.BAKE_ROOT):
        target = open_target(settings.PUBLISH_TARGET, s3_endpoint_url=settings.S3_ENDPOINT_URL)
        before = _published_before(target, tell, adopt=adopt)
        baked = bake_site(settings.BAKE_ROOT, progress, hands=hands)
        for notice in baked.notices:
            tell(notice)
        done = _release(target, before, baked, person)
        # The pages are there already: a reader never waits for the index.
        return _with_search(target, done, tell, hands.processes, person)


def _release(target: Target, before: Manifest | None, baked: Bake, person: Any) -> Published:
    changes = plan(before, baked.manifest)
    if changes.is_empty:
        return Published(baked, changes, None)
    release = Release.objects.create(target=target.describe(), person=person)
    try:
        _apply(changes, target, baked)
    except DeployError as error:
        _finish(release, ReleaseState.FAILED, str(error))
        raise
    _record(release, changes, baked)
    return Published(baked, changes, release)


def _with_search(
    target: Target, done: Published, tell: Callable[[str], None], processes: int, person: Any
) -> Published:
    """Release the search index behind its pages; where it cannot be made, the older one stays."""
    try:
        index_pages(settings.BAKE_ROOT, processes=processes)
    except DeployError as error:
        tell(str(error))
    followed = _release(target, done.bake.manifest, baked_site(settings.BAKE_ROOT), person)
    if followed.release is None or done.release is None:
        return followed if done.release is None else done
    first, release = done.release, followed.release
    first.manifest_sha256, first.files = release.manifest_sha256, release.files
    first.uploaded, first.deleted = first.uploaded + release.uploaded, first.deleted + release.deleted
    first.finished_at = release.finished_at
    first.save()
    release.delete()
    return Published(followed.bake, done.plan, first)


def _published_before(target: Target, tell: Callable[[str], None], *, adopt: bool) -> Manifest | None:
    """Return what the target holds.

    After an interrupted release, or with an unreadable manifest, nothing is known of the
    files but their names, so that each is put again or removed.

    Raises:
        TargetError: it holds files of somebody else.
    """
    stored = target.read_state(MANIFEST)
    interrupted = target.read_state(UNDER_WAY)
    if stored is not None and not interrupted:
        try:
            return Manifest.from_json(stored)
        except CorruptManifest as error:
            tell(f"{error} Every file is uploaded again.")
    elif interrupted:
        tell("The last release was interrupted. Every file is uploaded again.")
    names = _names_only(target)
    if stored is None and not interrupted and len(names) and not adopt:
        raise TargetError(
            f"{target.describe()} holds {len(names)} files that this portal did not publish. "
            "Name an empty place in PUBLISH_TARGET, or publish with --adopt to replace them."
        )
    return names


def _names_only(target: Target) -> Manifest:
    listed = target.keys()
    return Manifest(FileEntry(one.key, _UNKNOWN, one.size, _UNKNOWN, _UNKNOWN) for one in listed)


def _apply(changes: Plan, target: Target, baked: Bake) -> None:
    target.write_state(UNDER_WAY, b'"' + baked.manifest.sha256.encode() + b'"')
    with ThreadPoolExecutor(_WORKERS) as pool:
        for stage in changes.stages:
            removed = [step.key for step in stage if isinstance(step, Delete)]
            if removed:
                target.delete(removed)
            puts = [step.entry for step in stage if isinstance(step, Put)]
            for _done in pool.map(lambda entry: target.put(entry, baked.folder / entry.key), puts):
                pass
    target.write_state(MANIFEST, baked.manifest.to_json())
    target.write_state(UNDER_WAY, b"")


def _finish(release: Release, state: ReleaseState, reason: str = "") -> None:
    release.state, release.reason, release.finished_at = state, reason, timezone.now()
    release.save()


@transaction.atomic
def _record(release: Release, changes: Plan, baked: Bake) -> None:
    release.manifest_sha256, release.files = baked.manifest.sha256, len(baked.manifest)
    release.uploaded, release.deleted = len(changes.puts), len(changes.deletes)
    _finish(release, ReleaseState.LIVE)
    known = dict(PublishedAddress.objects.values_list("path", "page_id"))
    fresh = []
    for record in baked.files.values():
        if record.page is None or record.language is None:
            continue
        path = f"/{record.key.removesuffix('index.html')}"
        if path not in known:
            fresh.append(PublishedAddress(page_id=record.page, language=record.language, path=path))
        elif known[path] != record.page:
            PublishedAddress.objects.filter(path=path).update(page_id=record.page)
    PublishedAddress.objects.bulk_create(fresh, batch_size=500)
