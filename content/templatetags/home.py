"""How the home page sorts the sections below it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django import template

from content.enums import Pillar
from content.models import DirectoryPage, SectionPage
from content.surroundings import PageCard, current

register = template.Library()

# The colon of Japanese and Korean titles may be the wide one, which brings its own space.
_NAME = re.compile(r"[^:：]+(?::\s+|：\s*)(?=\S)")

_PLACES = frozenset({SectionPage._meta.label_lower, DirectoryPage._meta.label_lower})
_MOST = 6
"""Links under a pillar; the section itself lists the rest."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """One pillar of the home page: the section that opens it, and where to go on from there.

    *further* are the pillar's other sections, then what stands right below the first; no articles.
    """

    pillar: str
    section: PageCard
    further: Sequence[PageCard]


@register.simple_tag
def ways_in(sections: Sequence[PageCard]) -> list[WayIn]:
    """Return the pillars that *sections* are marked with, in the order of `content.enums.Pillar`."""
    groups = ((code, [card for card in sections if card.pillar == code]) for code in Pillar.values)
    return [WayIn(code, cards[0], _further(cards)) for code, cards in groups if cards]


def _further(sections: Sequence[PageCard]) -> list[PageCard]:
    below = current().children(sections[0].pk)
    places = (card for card in below if card.kind in _PLACES)
    return [*sections[1:], *places][:_MOST]


@register.filter
def before_colon(title: str) -> str:
    """Return what stands before the colon of *title*, colon included; empty where nothing follows it."""
    found = _NAME.match(title)
    return found[0] if found else ""


@register.filter
def after_colon(title: str) -> str:
    """Return what `before_colon` leaves over."""
    return title[len(before_colon(title)) :]


@register.filter
def without_pillar(sections: Iterable[PageCard]) -> list[PageCard]:
    """Return those of *sections* that belong to no pillar."""
    return [card for card in sections if not card.pillar]
