"""The bake: every public edition as a file in a folder, with a manifest."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from wagtail.models import Site

from content.colours import stylesheet
from content.models import OrganisationSettings
from deploy.bake.feeds import extra_files
from deploy.bake.files import Files
from deploy.bake.output import Output, page_key
from deploy.bake.pages import PageFailed, render_pages
from deploy.bake.site_index import SiteIndex, load
from deploy.bake.surroundings import BakeSurroundings
from deploy.manifest import Manifest, build
from deploy.models import PublishedAddress
from media.multilingual import LANGUAGES, loading_through
from translations.operations.release import ReleaseGate

Progress = Callable[[int, int], None]
"""Called with (pages done, pages in all)."""


@dataclass(frozen=True)
class Bake:
    """A baked site: its folder, what is in it, and what was left out and why."""

    folder: Path
    manifest: Manifest
    index: SiteIndex
    notices: list[str] = field(default_factory=list)


def bake_site(root: Path, progress: Progress | None = None) -> Bake:
    """Bake every public edition into ``root/site``; the last good bake stays until this one is whole.

    A page that cannot be rendered is left out, with whatever linked to it, and reported.

    Raises:
        NothingToPublish: there is no home page.
    """
    with loading_through(ReleaseGate()):
        index = load()
        output, notices = _render_until_sound(root / "next", index, progress)
    output.finish()
    manifest = build(output.root, origins=output.origins)
    return Bake(_exchange(root), manifest, index, notices)


def _exchange(root: Path) -> Path:
    """Make ``next`` the site; the site before it is what the next bake writes over."""
    site, fresh, before = root / "site", root / "next", root / "before"
    shutil.rmtree(before, ignore_errors=True)
    if site.exists():
        site.rename(before)
    fresh.rename(site)
    if before.exists():
        before.rename(fresh)
    return site


def _render_until_sound(root: Path, index: SiteIndex, progress: Progress | None) -> tuple[Output, list[str]]:
    notices = list(index.notices)
    while True:
        output = Output(root)
        files = Files(output, {"portal/colours.css": _colours()})
        failed = _render_all(output, files, index, progress)
        if not failed:
            return output, [*notices, *files.notices]
        # Links to the failed pages are in files already written, so render without them.
        for page_id, language, said in failed:
            notices.append(said)
            del index.pages[page_id].addresses[language]


def _render_all(
    output: Output, files: Files, index: SiteIndex, progress: Progress | None
) -> list[tuple[int, str, str]]:
    sites = {language: _surroundings(language, index, files) for language in LANGUAGES}
    total = sum(len(entry.addresses) for entry in index.pages.values())
    failed = []
    for done, baked in enumerate(render_pages(index, sites), start=1):
        if isinstance(baked, PageFailed):
            failed.append((baked.page_id, baked.language, baked.cause))
        else:
            key = page_key(baked.address)
            output.write(key, baked.html.encode(), page=baked.page_id, language=baked.language)
        if progress:
            progress(done, total)
    for key, text, extra_language in extra_files(index, sites, _redirects(index)):
        output.write(key, text.encode(), language=extra_language)
    return failed


def _surroundings(language: str, index: SiteIndex, files: Files) -> BakeSurroundings:
    return BakeSurroundings(language, index, files, settings.PORTAL_BASE_URL, _organisation())


def _organisation() -> OrganisationSettings:
    site = Site.objects.get(is_default_site=True)
    found = OrganisationSettings.objects.select_related("logo").filter(site=site).first()
    return found or OrganisationSettings(site=site)


def _colours() -> bytes:
    organisation = _organisation()
    return stylesheet(organisation.brand_colour, organisation.accent_colour).encode()


def _redirects(index: SiteIndex) -> list[tuple[str, str, str]]:
    """Return (old address, language, new address) of pages that moved; a page's own address wins."""
    taken = {address for entry in index.pages.values() for address in entry.addresses.values()}
    known = PublishedAddress.objects.order_by("path").values_list("path", "language", "page_id")
    found = []
    for path, language, page_id in known:
        new = index.address(page_id, language)
        if new is not None and path not in taken:
            found.append((path, language, new))
    return found
