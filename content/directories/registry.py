"""Which directories there are."""

import re
from typing import TYPE_CHECKING

from content.directories.description import PAGE_REFERENCE, Directory, Words

if TYPE_CHECKING:
    from content.models import PortalPage

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REFERENCE = re.compile(rf"{PAGE_REFERENCE}\d+")
_directories: dict[str, Directory] = {}
_by_kind: dict[str, Directory] = {}


class DirectoryTwice(ValueError):
    """Two directories have one name, or list one kind of page."""


def register(directory: Directory) -> None:
    """Let directory pages list what *directory* describes.

    Raises:
        DirectoryTwice: its name or its kind is taken.
    """
    if directory.name in _directories or directory.kind in _by_kind:
        raise DirectoryTwice(f"There is a directory {directory.name!r}, or one of {directory.kind}, already.")
    _directories[directory.name] = _by_kind[directory.kind] = directory


def directory(name: str) -> Directory | None:
    """Return the directory of a name, or None where its code is gone."""
    return _directories.get(name)


def of_kind(kind: str) -> Directory | None:
    """Return the directory that lists pages of a kind, such as ``content.parkpage``, if there is one."""
    return _by_kind.get(kind)


def with_facet(name: str) -> list[Directory]:
    """Return the directories that are divided by a facet of this name, by their own names."""
    return [one for _name, one in sorted(_directories.items()) if one.facet(name) is not None]


def choices() -> list[tuple[str, Words]]:
    """Return names and headings, for a form."""
    return [(one.name, one.heading) for one in sorted(_directories.values(), key=lambda one: one.name)]


def facet_values(page: "PortalPage") -> tuple[tuple[str, str], ...]:
    """Return the facets that *page* stands under, as (name, value); none for a kind without a directory.

    What no address can hold, such as a status that a script spoilt, is no value of a facet.
    """
    found = of_kind(page._meta.label_lower)
    values = found.facet_values(page) if found else ()
    return tuple(one for one in values if _CODE.fullmatch(one[1]) or _REFERENCE.fullmatch(one[1]))
