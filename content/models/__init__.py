"""Page types, snippets and settings of the public site."""

from content.models.agency import Agency
from content.models.base import PageTag, PortalPage, Tag
from content.models.comparison import ComparisonPage
from content.models.contest import ContestPage, ContestPrize, ContestWork
from content.models.costs import Cost, CostItem, CostPage
from content.models.desk import ContactDesk
from content.models.directory import DirectoryPage, MapPlace
from content.models.event import EventPage
from content.models.figures import DatedFigures
from content.models.film import VideoPage
from content.models.freshness import FreshnessDigest
from content.models.incentive import (
    IncentiveArea,
    IncentiveAreaRow,
    IncentiveKind,
    IncentiveLegalBasis,
    IncentivePage,
    IncentiveSectorRow,
)
from content.models.indicator import IndicatorPage, IndicatorValue
from content.models.institutions import AgencyDesk, AgencyPage, ContactPage, ContactPageDesk, CountryPage
from content.models.legal import LegalDocument, LegalKind
from content.models.outline import MapOutline
from content.models.pages import ArticlePage, HomePage, SectionPage
from content.models.park import ParkPage
from content.models.park_rows import ParkDecision, ParkDistance, ParkDocument, ParkSector
from content.models.place import Place, PlaceKind
from content.models.press import (
    PressKitFile,
    PressRoomPage,
    PressRoomSpokesperson,
    Spokesperson,
    StatementKind,
    StatementPage,
)
from content.models.procedure import ProcedureLegalBasis, ProcedurePage, ProcedureStage
from content.models.project import (
    InvestmentForm,
    ProjectAttachment,
    ProjectLegalBasis,
    ProjectPage,
    ProjectStatus,
)
from content.models.sector import SectorPage
from content.models.settings import OrganisationSettings

__all__ = [
    "Agency",
    "AgencyDesk",
    "AgencyPage",
    "ArticlePage",
    "ComparisonPage",
    "ContactDesk",
    "ContactPage",
    "ContactPageDesk",
    "ContestPage",
    "ContestPrize",
    "ContestWork",
    "Cost",
    "CostItem",
    "CostPage",
    "CountryPage",
    "DatedFigures",
    "DirectoryPage",
    "EventPage",
    "FreshnessDigest",
    "HomePage",
    "IncentiveArea",
    "IncentiveAreaRow",
    "IncentiveKind",
    "IncentiveLegalBasis",
    "IncentivePage",
    "IncentiveSectorRow",
    "IndicatorPage",
    "IndicatorValue",
    "InvestmentForm",
    "LegalDocument",
    "LegalKind",
    "MapOutline",
    "MapPlace",
    "OrganisationSettings",
    "PageTag",
    "ParkDecision",
    "ParkDistance",
    "ParkDocument",
    "ParkPage",
    "ParkSector",
    "Place",
    "PlaceKind",
    "PortalPage",
    "PressKitFile",
    "PressRoomPage",
    "PressRoomSpokesperson",
    "ProcedureLegalBasis",
    "ProcedurePage",
    "ProcedureStage",
    "ProjectAttachment",
    "ProjectLegalBasis",
    "ProjectPage",
    "ProjectStatus",
    "SectionPage",
    "SectorPage",
    "Spokesperson",
    "StatementKind",
    "StatementPage",
    "Tag",
    "VideoPage",
]
