"""The first kinds of page as schema.org describes them."""

from content.models import ArticlePage, HomePage, PortalPage, SectionPage
from content.structured_data.registry import Node, describes
from content.surroundings import Surroundings
from media.multilingual import localized


@describes(PortalPage)
def web_page(page: PortalPage, site: Surroundings) -> Node:
    """Describe a page of which nothing more is known."""
    return {"@type": "WebPage", **about_agency(page, site)}


@describes(HomePage)
def front_page(page: HomePage, site: Surroundings) -> Node:
    """Describe the front page."""
    return {"@type": "WebPage", "about": {"@id": f"{site.absolute_url('/')}#organisation"}}


@describes(SectionPage)
def collection(page: SectionPage, site: Surroundings) -> Node:
    """Describe a page that lists others."""
    return {"@type": "CollectionPage"}


@describes(ArticlePage)
def article(page: ArticlePage, site: Surroundings) -> Node:
    """Describe an article: its headline, its topics and who is responsible."""
    labels = (getattr(item.tag, localized("label", site.language)) for item in _topics(page))
    return {
        "@type": "Article",
        "headline": getattr(page, localized("title", site.language)) or "",
        "keywords": [label for label in labels if label],
        **about_agency(page, site),
    }


def about_agency(page: PortalPage, site: Surroundings) -> Node:
    """Return who is responsible for a page, if that has a name in this language."""
    agency = page.agency
    name = getattr(agency, localized("name", site.language)) if agency is not None else ""
    return {"author": {"@type": "GovernmentOrganization", "name": name}} if name else {}


def _topics(page: PortalPage) -> list[object]:
    return sorted(page.tagged_items.all(), key=lambda item: item.pk or 0)
