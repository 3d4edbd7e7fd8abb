"""A page's part of its address, made from its title."""

from media.names import ascii_slug

LONGEST = 60
"""Characters; longer addresses are cut when they are shared."""


def page_slug(title: str) -> str:
    """Return *title* as a slug of whole words, at most `LONGEST` characters; may be empty."""
    whole = ascii_slug(title, len(title) * 4)
    if len(whole) <= LONGEST:
        return whole
    cut = whole[: LONGEST + 1].rpartition("-")[0]
    return cut or whole[:LONGEST]
