"""Saying what is wrong with a page that cannot be rendered."""

from collections.abc import Iterator

from django.template.loader import render_to_string
from wagtail.blocks import StreamValue

from content.models import PortalPage
from media.multilingual import localized, translated_fields


def broken_block(page: PortalPage, language: str) -> str:
    """Return which block of *page* cannot be rendered, if it is one: read and rendered one by one."""
    for name, stream in _streams(page, language):
        for number, stored in enumerate(list(stream.raw_data), start=1):
            try:
                (alone,) = stream.stream_block.bulk_to_python([[stored]])
                for child in alone:
                    render_to_string("content/includes/body.html", {"body": [child], "page": page})
            except Exception as error:  # noqa: BLE001 - whatever a block raises is what is looked for
                return f"{name}, block {number} ({stored.get('type')}): {error}"
    return ""


def _streams(page: PortalPage, language: str) -> Iterator[tuple[str, StreamValue]]:
    for name in translated_fields(type(page)):
        value = getattr(page, localized(name, language))
        if isinstance(value, StreamValue):
            yield name, value
