"""Rendering one file: parts that are kept as they are, and what stands outside them."""

import re
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation

from content.surroundings import rendering_in
from deploy.bake.state import Span
from deploy.bake.surroundings import MARK, BakeSurroundings

_MARKS = re.compile(re.escape(MARK).replace("NAME", "([a-z]+)"))


@dataclass(frozen=True, slots=True)
class Rendering:
    """One file, and where in it each part lies."""

    data: bytes
    spans: tuple[Span, ...]


def render_in(site: BakeSurroundings, template: str, context: dict[str, object]) -> Rendering:
    """Return *template* rendered in the language of *site*."""
    with translation.override(site.language), rendering_in(site):
        html = render_to_string(template, {**context, "site": site})
    # Text and the names of the parts that follow it, in turns.
    text, *rest = _MARKS.split(html)
    pieces, spans = [text.encode()], []
    size = len(pieces[0])
    for name, following in zip(rest[::2], rest[1::2], strict=True):
        part, after = site.parts[name], following.encode()
        spans.append(Span(name, size, len(part)))
        pieces += part, after
        size += len(part) + len(after)
    return Rendering(b"".join(pieces), tuple(spans))
