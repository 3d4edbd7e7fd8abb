"""The films of the portal, as sitemaps tell search engines of them."""

from collections.abc import Iterator

from content.models import VideoPage
from content.names import is_film_file
from content.pictures import SOCIAL
from deploy.bake.sitemap import Film, Films
from deploy.bake.surroundings import BakeSurroundings
from media.multilingual import LANGUAGES

_FILMS = VideoPage._meta.label_lower


def films(site: BakeSurroundings) -> Films:
    """Return the films whose own file has an address, by the address of each edition that shows one."""
    return dict(found for record in site.records(_FILMS) for found in _editions(record.page, site))


def _editions(page: VideoPage, site: BakeSurroundings) -> Iterator[tuple[str, Film]]:
    poster = site.picture(page.lead_image_id, SOCIAL) if page.lead_image_id else None
    if poster is None or not is_film_file(page.film_url):
        return
    for code in LANGUAGES:
        card = site.ask("card", page.pk, code)
        if card is not None:
            at = site.absolute_url(poster.url)
            title = card.title  # bare: of a card
            summary = card.summary  # bare: of a card
            yield card.url, Film(title, summary or title, at, page.film_url, page.seconds)
