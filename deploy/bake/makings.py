"""The fingerprint of what renders: templates, catalogues and code. A change of it changes every file."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import wagtail
from django.conf import settings

_PLACES = ("content", "media", "deploy/bake", "locale")
_SUFFIXES = frozenset({".py", ".html", ".xml", ".po"})
"""Style sheets, programs and emblems are asked for by their address, which changes with them."""


def code_print() -> str:
    """Return a hash of everything but the database that decides what a file says."""
    found = hashlib.sha256(f"{django.__version__} {wagtail.__version__} {settings.PORTAL_BASE_URL}".encode())
    for path in _files(Path(settings.BASE_DIR)):
        found.update(str(path).encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _files(base: Path) -> Iterator[Path]:
    engines: list[Any] = settings.TEMPLATES
    overriding = (folder for engine in engines for folder in engine.get("DIRS", ()))
    for place in (*(base / name for name in _PLACES), *map(Path, overriding)):
        yield from (path for path in sorted(place.rglob("*")) if path.suffix in _SUFFIXES)
