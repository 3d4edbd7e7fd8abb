"""The fingerprints of what renders: templates, catalogues and code, and the files beside them."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import django
import wagtail
from django.conf import settings

from content.cards import faces

_PLACES = ("cms/settings", "content", "deploy/bake", "locale", "media", "translations")
_STATIC = "content/static"
_SUFFIXES = frozenset({".py", ".html", ".xml", ".po"})


def code_print() -> str:
    """Return a hash of everything but the database that decides what a file says; it changes every file."""
    drawn = f"{_drawn_with()} {faces.are_there()}"
    versions = f"{django.__version__} {wagtail.__version__} {drawn} {settings.PORTAL_BASE_URL}"
    engines: list[Any] = settings.TEMPLATES
    overriding = (folder for engine in engines for folder in engine.get("DIRS", ()))
    places = (*(Path(settings.BASE_DIR, name) for name in _PLACES), *map(Path, overriding))
    return _hash(versions, (path for path in _files(places) if path.suffix in _SUFFIXES))


def _drawn_with() -> str:
    """Return the versions of what writes numbers and draws charts, without importing it."""
    return " ".join(f"{name} {version(name)}" for name in ("babel", "matplotlib"))


def static_print() -> str:
    """Return a hash of the style sheets, programs and emblems; files ask for each of them by name."""
    places = (Path(settings.BASE_DIR, _STATIC), *map(Path, settings.STATICFILES_DIRS))
    return _hash("", _files(places))


def _hash(beginning: str, paths: Iterable[Path]) -> str:
    found = hashlib.sha256(beginning.encode())
    for path in paths:
        found.update(str(path).encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        yield from (path for path in sorted(place.rglob("*")) if path.is_file())
