"""The headers a file is served with, decided by its key alone.

The list of content types is an allow-list: what is not on it does not belong on the site.
"""

import re
from pathlib import PurePosixPath
from types import MappingProxyType

from deploy.exceptions import UnknownContentType

IMMUTABLE = "public, max-age=31536000, immutable"
SHORT = "public, max-age=60, stale-while-revalidate=600"

HTML = "text/html; charset=utf-8"
RSS = "application/rss+xml; charset=utf-8"
XML = "application/xml; charset=utf-8"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

CONTENT_TYPES = MappingProxyType(
    {
        ".avif": "image/avif",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".docx": DOCX,
        ".gif": "image/gif",
        ".html": HTML,
        ".ico": "image/x-icon",
        ".ics": "text/calendar; charset=utf-8",
        ".jpeg": "image/jpeg",
        ".jpg": "image/jpeg",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".mp3": "audio/mpeg",
        ".mp4": "video/mp4",
        ".pdf": PDF,
        ".png": "image/png",
        ".rss": RSS,
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".vtt": "text/vtt; charset=utf-8",
        ".webm": "video/webm",
        ".webmanifest": "application/manifest+json; charset=utf-8",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xlsx": XLSX,
        ".xml": XML,
    }
)

FEED_NAME = "feed.xml"
ASSET_FOLDERS = ("assets", "media")

_DISPOSITIONS = MappingProxyType({PDF: "inline", DOCX: "attachment", XLSX: "attachment"})

# Twelve hex digits are what Django's hashed static files carry. Fewer would take Wagtail's
# eight-digit focal point key for a content hash, and digits alone would take a date for one.
_CONTENT_HASH = re.compile(r"(?:^|[._-])(?=[0-9]*[a-f])[0-9a-f]{12,64}(?=[._-]|$)")

# Percent signs and dots may be read differently further on: such a path is none of ours.
_EMBED = re.compile(r"/[a-z]{2}/embed/(?!.*(?:%|\.\.|//|\\))")


def content_type(key: str) -> str:
    """Return the content type of *key*, with ``charset=utf-8`` for every kind of text.

    Raises:
        UnknownContentType: the suffix is not on the list.
    """
    path = PurePosixPath(key)
    if path.name == FEED_NAME:
        return RSS
    try:
        return CONTENT_TYPES[path.suffix.lower()]
    except KeyError:
        raise UnknownContentType(
            f"The site serves no files like {key!r}. "
            "Leave the file out of the bake, or add its suffix to the list of content types."
        ) from None


def cache_control(key: str) -> str:
    """Return the cache class of *key*: a year where the name changes with the content, else a minute."""
    path = PurePosixPath(key)
    hashed = path.parts[0] in ASSET_FOLDERS and _CONTENT_HASH.search(path.name)
    return IMMUTABLE if hashed else SHORT


def frame_ancestors(path: str) -> str:
    """Return who may show the page at a public *path* in a frame, for ``Content-Security-Policy``.

    The cards in the folder ``embed`` of each language are made for other portals; nothing else is.
    """
    return "frame-ancestors *" if _EMBED.match(path) else "frame-ancestors 'none'"


def content_disposition(content_type: str) -> str | None:
    """Say whether a browser shows or saves a document; None for everything that is not one."""
    return _DISPOSITIONS.get(content_type)
