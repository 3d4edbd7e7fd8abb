"""What is measured: each subject renders every page once and says how many files of pages it wrote."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from wagtail import hooks
from wagtail.models import Site

from content.models import PortalPage
from deploy.bake.bake import bake_site
from deploy.bench.plain import view
from deploy.operations import publish
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE

_CHUNK = 100

Serve = Callable[[PortalPage, HttpRequest, Any, Any], HttpResponse]


def bake(folder: Path) -> int:
    """Bake everything, four languages."""
    return bake_site(folder).pages


def serve(folder: Path) -> int:
    """Write what Wagtail's ``page.serve`` answers, page by page, four languages."""
    home = Site.objects.get(is_default_site=True).root_page
    request = RequestFactory().get("/")
    pages = home.get_descendants(inclusive=True).live().public().specific()
    written = 0
    for page in pages.iterator(chunk_size=_CHUNK):
        for language in LANGUAGES:
            target = folder / language / page.url_path.strip("/") / "index.html"
            target.parent.mkdir(parents=True)
            target.write_bytes(view(page, request, language).content)
            written += 1
    return written


def bakery(folder: Path) -> int:
    """Run django-bakery's ``build`` with wagtail-bakery's view; one language, as it knows no more."""
    with hooks.register_temporarily("on_serve_page", _in_source_language):
        call_command("build", build_dir=str(folder), skip_static=True, skip_media=True)
    return sum(1 for _ in folder.rglob("index.html"))


def _in_source_language(_next: Serve) -> Serve:
    return lambda page, request, _args, _kwargs: view(page, request, SOURCE_LANGUAGE)


def empty_publish(folder: Path) -> int:
    """Publish a site that the target already holds.

    Raises:
        RuntimeError: there was something to publish, so this was no second publishing.
    """
    done = publish()
    if done.release is not None:
        raise RuntimeError(f"{done.release.uploaded} files were uploaded where none should have been.")
    return done.bake.pages


SUBJECTS: Mapping[str, Callable[[Path], int]] = {
    "bake": bake,
    "serve": serve,
    "bakery": bakery,
    "publish": empty_publish,
}
