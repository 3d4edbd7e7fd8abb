"""Cards of single pages for the portals of other bodies, as files beside the pages."""

from collections.abc import Callable, Iterator
from functools import partial

from content import directories
from content.embeds import embed_address, is_embeddable
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
        if is_embeddable(page.facts.kind):
            for language, address in page.addresses.items():
                at = embed_address(address)
                if at not in taken:
                    yield page_key(at), language, partial(_embed, pk, page.facts.kind)


def _embed(pk: int, kind: str, site: BakeSurroundings) -> bytes:
    context: dict[str, object] = {"card": site.card(pk)}
    listed = directories.of_kind(kind)
    if listed is not None:
        record = site.record(pk)
        context |= {"record": record, "view": View(listed, [], [], None)}
    return render_in(site, "content/embed.html", context).data
