"""Page types, snippets and settings of the public site."""

from content.models.agency import Agency
from content.models.base import PageTag, PortalPage, Tag
from content.models.costs import Cost, CostItem, CostPage
from content.models.desk import ContactDesk
from content.models.directory import DirectoryPage, SectorPage
from content.models.figures import DatedFigures
from content.models.film import VideoPage
from content.models.freshness import FreshnessDigest
from content.models.indicator import IndicatorPage, IndicatorValue
from content.models.institutions import AgencyDesk, AgencyPage, ContactPage, ContactPageDesk, CountryPage
from content.models.legal import LegalDocument, LegalKind
from content.models.pages import ArticlePage, HomePage, SectionPage
from content.models.place import Place, PlaceKind
from content.models.press import (
    PressKitFile,
    PressRoomPage,
    PressRoomSpokesperson,
    Spokesperson,
    StatementKind,
    StatementPage,
)
from content.models.settings import OrganisationSettings

__all__ = [
    "Agency",
    "AgencyDesk",
    "AgencyPage",
    "ArticlePage",
    "ContactDesk",
    "ContactPage",
    "ContactPageDesk",
    "Cost",
    "CostItem",
    "CostPage",
    "CountryPage",
    "DatedFigures",
    "DirectoryPage",
    "FreshnessDigest",
    "HomePage",
    "IndicatorPage",
    "IndicatorValue",
    "LegalDocument",
    "LegalKind",
    "OrganisationSettings",
    "PageTag",
    "Place",
    "PlaceKind",
    "PortalPage",
    "PressKitFile",
    "PressRoomPage",
    "PressRoomSpokesperson",
    "SectionPage",
    "SectorPage",
    "Spokesperson",
    "StatementKind",
    "StatementPage",
    "Tag",
    "VideoPage",
]
