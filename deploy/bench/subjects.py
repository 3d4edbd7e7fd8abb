"""What is measured: each subject gets ready, then does its work and says how many pages that was."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils.module_loading import import_string
from wagtail import hooks
from wagtail.models import Site

from content.models import ArticlePage, OrganisationSettings, PortalPage
from deploy.bake.bake import bake_site
from deploy.bake.workers import Hands
from deploy.bench.plain import view
from deploy.operations import publish
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE

SAMPLE = 200
"""Pages that a peer renders: enough for a rate, and a benchmark that ends."""

_CHUNK = 100

Work = Callable[[], int]
Serve = Callable[[PortalPage, HttpRequest, Any, Any], HttpResponse]


class NotAsMeant(RuntimeError):
    """A subject did other work than the one that is measured."""


def bake_full(folder: Path, processes: int = 1) -> Work:
    """Bake everything into an empty folder, four languages."""
    return lambda: bake_site(folder, apart=True, hands=Hands(processes)).pages


def bake_frame_only(folder: Path) -> Work:
    """Bake after a change that is in the frame of every page and in no page's own part.

    The change is back to what was published, so that the next publishing has nothing to upload.
    """
    phone = OrganisationSettings.objects.get().phone
    OrganisationSettings.objects.update(phone=uuid4().hex[:12])
    bake_site(settings.BAKE_ROOT)
    OrganisationSettings.objects.update(phone=phone)
    return lambda: _rendered(least=len(LANGUAGES) * PortalPage.objects.filter(depth__gt=1).count())


def bake_one_article(folder: Path) -> Work:
    """Bake after the title of one article changed in one language."""
    bake_site(settings.BAKE_ROOT)
    article = ArticlePage.objects.earliest("pk")
    ArticlePage.objects.filter(pk=article.pk).update(title_ja=uuid4().hex)
    return lambda: _rendered(least=1)


def _rendered(least: int) -> int:
    count = len(bake_site(settings.BAKE_ROOT).rendered)
    if count < least:
        raise NotAsMeant(f"{count} files were rendered where {least} or more should have been.")
    return count


def publish_noop(folder: Path) -> Work:
    """Publish a site that the target already holds."""
    publish()
    return _publish_nothing


def _publish_nothing() -> int:
    done = publish()
    if done.release is not None:
        raise NotAsMeant(f"{done.release.uploaded} files were uploaded where none should have been.")
    return done.bake.pages


def serve(folder: Path) -> Work:
    """Write what Wagtail's ``page.serve`` answers, page by page, four languages; for a sample of pages."""
    home = Site.objects.get(is_default_site=True).root_page
    request = RequestFactory().get("/")
    everything = home.get_descendants(inclusive=True).live().public()
    pages = everything.filter(pk__in=sample(list(everything.values_list("pk", flat=True)))).specific()

    def work() -> int:
        written = 0
        for page in pages.iterator(chunk_size=_CHUNK):
            for language in LANGUAGES:
                target = folder / language / page.url_path.strip("/") / "index.html"
                target.parent.mkdir(parents=True)
                target.write_bytes(view(page, request, language).content)
                written += 1
        return written

    return work


def sample(pages: list[int]) -> list[int]:
    """Return about `SAMPLE` of *pages*, evenly from all over the tree."""
    return pages[:: max(1, len(pages) // SAMPLE)]


def bakery(folder: Path) -> Work:
    """Run django-bakery's ``build`` with wagtail-bakery's view, for a sample; it knows one language."""
    # Only its own installation has it: see cms.settings.bench_bakery.
    view_class: Any = import_string("wagtailbakery.views.AllPublishedPagesView")
    everything = view_class.get_queryset

    def sampled(view: Any) -> Any:
        pages = everything(view)
        return pages.filter(pk__in=sample(list(pages.values_list("pk", flat=True))))

    def work() -> int:
        view_class.get_queryset = sampled
        with hooks.register_temporarily("on_serve_page", _in_source_language):
            call_command("build", build_dir=str(folder), skip_static=True, skip_media=True)
        return sum(1 for _ in folder.rglob("index.html"))

    return work


def _in_source_language(_next: Serve) -> Serve:
    return lambda page, request, _args, _kwargs: view(page, request, SOURCE_LANGUAGE)


SUBJECTS: Mapping[str, Callable[[Path], Work]] = {
    "bake_full": bake_full,
    "bake_full_2proc": lambda folder: bake_full(folder, processes=2),
    "bake_frame_only": bake_frame_only,
    "bake_one_article": bake_one_article,
    "publish_noop": publish_noop,
    "serve": serve,
    "bakery": bakery,
}
