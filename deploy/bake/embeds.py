"""Cards of single pages for the portals of other bodies, as files beside the pages."""

from collections.abc import Callable, Iterator
from functools import partial

from content import directories
from content.embeds import embed_address
from content.templatetags.directories import View
from deploy.bake.output import page_key
from deploy.bake.rendering import render_in
from deploy.bake.site_index import SiteIndex
from deploy.bake.surroundings import BakeSurroundings

Made = tuple[str, str, Callable[[BakeSurroundings], bytes]]
"""A key, a language, and what makes the file."""


def embeds(index: SiteIndex) -> Iterator[Made]:
    """Yield the card of each page that has one; a page's own address wins."""
    taken = {address for page in index.pages.values() for address in page.addresses.values()}
    for pk, page in index.pages.items():
        listed = directories.of_kind(page.facts.kind)
        if listed is not None:
            for language, address in page.addresses.items():
                at = embed_address(address)
                if at not in taken:
                    yield page_key(at), language, partial(_embed, pk, listed)


def _embed(pk: int, listed: directories.Directory, site: BakeSurroundings) -> bytes:
    record = site.record(pk)
    if record is None:
        raise LookupError("Its page was deleted during the bake.")
    context = {"card": record.card, "record": record, "view": View(listed, [], [], None)}
    return render_in(site, "content/embed.html", context).data
