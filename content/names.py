"""What the organisation behind the site is called, and what addresses are of."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from media.multilingual import SOURCE_LANGUAGE, localized

if TYPE_CHECKING:
    from content.models import OrganisationSettings

_FILM_FILES = frozenset({".mp4", ".webm", ".m3u8"})


def name_of(organisation: "OrganisationSettings", language: str) -> str:
    """Return the organisation's name; the Vietnamese one where there is none in *language*, else nothing."""
    names = (getattr(organisation, localized("name", code)) for code in (language, SOURCE_LANGUAGE))
    return next((name for name in names if name), "")


def is_film_file(url: str) -> bool:
    """Whether an address is that of a film's own file, and not of a page that shows it."""
    return PurePosixPath(urlsplit(url).path).suffix.lower() in _FILM_FILES
