"""Page types, snippets and settings of the public site."""

from content.models.agency import Agency
from content.models.base import PageTag, PortalPage, Tag
from content.models.pages import ArticlePage, HomePage, SectionPage
from content.models.settings import OrganisationSettings

__all__ = [
    "Agency",
    "ArticlePage",
    "HomePage",
    "OrganisationSettings",
    "PageTag",
    "PortalPage",
    "SectionPage",
    "Tag",
]
