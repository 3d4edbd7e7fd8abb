"""A page's part of its address, made from its title."""

from media.names import ascii_slug

LONGEST = 60
"""Characters; longer addresses are cut when they are shared."""


_LOOSE_ENDS = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
"""English words that no address should break off after."""


def page_slug(title: str) -> str:
    """Return *title* as a slug of whole words, at most `LONGEST` characters; may be empty."""
    whole = ascii_slug(title, len(title) * 4)
    if len(whole) <= LONGEST:
        return whole
    cut = whole[: LONGEST + 1].rpartition("-")[0]
    return cut or whole[:LONGEST]


def international_slug(english_title: str) -> str:
    """Return an English title as `page_slug` does; a cut one ends in a word that means something."""
    slug = page_slug(english_title)
    if slug == ascii_slug(english_title, len(english_title) * 4):
        return slug
    words = slug.split("-")
    while len(words) > 1 and words[-1] in _LOOSE_ENDS:
        words.pop()
    return "-".join(words)
