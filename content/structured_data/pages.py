"""The first kinds of page as schema.org describes them."""

from content.models import ArticlePage, HomePage, PortalPage, SectionPage
from content.structured_data.registry import Node, describes, node, words
from content.surroundings import Surroundings


@describes(PortalPage)
def web_page(page: PortalPage, site: Surroundings) -> Node:
    """Describe a page of which nothing more is known."""
    return node("WebPage", author=responsible(page, site))


@describes(HomePage)
def front_page(page: HomePage, site: Surroundings) -> Node:
    """Describe the front page."""
    return node("WebPage", about={"@id": f"{site.absolute_url('/')}#organisation"})


@describes(SectionPage)
def collection(page: PortalPage, site: Surroundings) -> Node:
    """Describe a page that lists others."""
    return node("CollectionPage")


@describes(ArticlePage)
def article(page: ArticlePage, site: Surroundings) -> Node:
    """Describe an article: its headline, its topics and who is responsible."""
    topics = sorted(page.tagged_items.all(), key=lambda item: item.pk or 0)
    labels = (words(item.tag, "label", site) for item in topics)
    return node(
        "Article",
        headline=words(page, "title", site),
        keywords=[label for label in labels if label],
        author=responsible(page, site),
    )


def responsible(page: PortalPage, site: Surroundings) -> Node | None:
    """Return the agency that is responsible for a page, if it has a name in this language."""
    name = words(page.agency, "name", site)
    return node("GovernmentOrganization", name=name) if name else None
