"""Every text a reader sees, registered with django-modeltranslation."""

from modeltranslation.translator import TranslationOptions, translator

from content.models import (
    Agency,
    AgencyPage,
    ArticlePage,
    ComparisonPage,
    ContactDesk,
    ContactPage,
    ContestPage,
    CostItem,
    CostPage,
    CountryPage,
    DirectoryPage,
    EventPage,
    HomePage,
    IncentivePage,
    IndicatorPage,
    LegalDocument,
    MapOutline,
    OrganisationSettings,
    ParkPage,
    Place,
    PortalPage,
    PressRoomPage,
    ProcedurePage,
    ProjectPage,
    SectionPage,
    SectorPage,
    Spokesperson,
    StatementPage,
    Tag,
    VideoPage,
)


class PortalPageOptions(TranslationOptions):
    """On the base page, so that a listing in any language is one query."""

    fields = ("title", "summary", "menu_title", "seo_title", "search_description")
    required_languages = {"vi": ("title",)}


class BodyOptions(TranslationOptions):
    """A page with a body."""

    fields = ("body",)
    required_languages = {"vi": ("body",)}


class ArticleOptions(TranslationOptions):
    """An article's body and sources."""

    fields = ("body", "sources")
    required_languages = {"vi": ("body",)}


class IndicatorOptions(TranslationOptions):
    """What an indicator counts, by which rule, and from which source."""

    fields = ("definition", "counted", "remarks", "figure_source")


class CostOptions(TranslationOptions):
    """The note and the source of a year's costs."""

    fields = ("remarks", "figure_source")


class CostItemOptions(TranslationOptions):
    """A thing of the cost basket."""

    fields = ("name", "coverage")
    required_languages = {"vi": ("name",)}


class EventOptions(TranslationOptions):
    """An event's words; its days, times and place are values."""

    fields = ("admission", "body", "sources")


class ContestOptions(TranslationOptions):
    """A contest's words; its days and prizes are values."""

    fields = ("theme", "participants", "how_to_send", "privacy", "body", "sources")


class SectorOptions(TranslationOptions):
    """What there is in a sector, what speaks for it, and what its figures count."""

    fields = ("overview", "advantages", "key_figures", "figure_source", "body")


class ProjectOptions(TranslationOptions):
    """What a project is for, how large it is, and where."""

    fields = ("location", "site_state", "objectives", "scale", "figure_source", "body")


class IncentiveOptions(TranslationOptions):
    """The conditions of an incentive."""

    fields = ("conditions", "figure_source", "body")


class ProcedureOptions(TranslationOptions):
    """The steps of a procedure, and what to know before them."""

    fields = ("steps", "caution", "figure_source", "body")
    required_languages = {"vi": ("steps",)}


class ParkOptions(TranslationOptions):
    """A park's words; its values are the same everywhere."""

    fields = ("developer", "measured_from", "figure_source", "body")


class MapOutlineOptions(TranslationOptions):
    """What an approved outline shows, and who approved it."""

    fields = ("name", "approver")
    required_languages = {"vi": ("name",)}


class AgencyOptions(TranslationOptions):
    """An agency's name."""

    fields = ("name",)
    required_languages = ("vi",)


class PlaceOptions(TranslationOptions):
    """A place's name and address."""

    fields = ("name", "address")
    required_languages = {"vi": ("name",)}


class LegalDocumentOptions(TranslationOptions):
    """What a legal document is about, and who issued it; its number is the same everywhere."""

    fields = ("name", "issuer")
    required_languages = {"vi": ("name",)}


class ContactDeskOptions(TranslationOptions):
    """What a desk is called, what it answers, and when."""

    fields = ("name", "scope", "hours")
    required_languages = {"vi": ("name",)}


class StatementOptions(TranslationOptions):
    """What was said, what is correct, and the evidence."""

    fields = ("said", "said_where", "correct", "body", "evidence")
    required_languages = {"vi": ("correct",)}


class SpokespersonOptions(TranslationOptions):
    """A spokesperson's position; the name is the same everywhere."""

    fields = ("role",)
    required_languages = {"vi": ("role",)}


class CountryOptions(TranslationOptions):
    """The words of a country's page; its name comes from CLDR."""

    fields = ("figure_source", "body", "sources")


class VideoOptions(TranslationOptions):
    """Every word of a film."""

    fields = ("transcript",)


class TagOptions(TranslationOptions):
    """What readers see of a topic; ``name`` stays as typed, since taggit looks tags up by it."""

    fields = ("label",)


class OrganisationOptions(TranslationOptions):
    """The organisation's words."""

    fields = ("name", "tagline", "notice", "address")
    required_languages = {"vi": ("name",)}


translator.register(PortalPage, PortalPageOptions)
translator.register(HomePage, BodyOptions)
translator.register(SectionPage, BodyOptions)
translator.register(DirectoryPage, BodyOptions)
translator.register(SectorPage, SectorOptions)
translator.register(ProjectPage, ProjectOptions)
translator.register(IncentivePage, IncentiveOptions)
translator.register(ProcedurePage, ProcedureOptions)
translator.register(ComparisonPage, BodyOptions)
translator.register(ParkPage, ParkOptions)
translator.register(MapOutline, MapOutlineOptions)
translator.register(AgencyPage, BodyOptions)
translator.register(ContactPage, BodyOptions)
translator.register(PressRoomPage, BodyOptions)
translator.register(StatementPage, StatementOptions)
translator.register(Spokesperson, SpokespersonOptions)
translator.register(CountryPage, CountryOptions)
translator.register(VideoPage, VideoOptions)
translator.register(ArticlePage, ArticleOptions)
translator.register(IndicatorPage, IndicatorOptions)
translator.register(CostPage, CostOptions)
translator.register(CostItem, CostItemOptions)
translator.register(EventPage, EventOptions)
translator.register(ContestPage, ContestOptions)
translator.register(Place, PlaceOptions)
translator.register(LegalDocument, LegalDocumentOptions)
translator.register(ContactDesk, ContactDeskOptions)
translator.register(Agency, AgencyOptions)
translator.register(Tag, TagOptions)
translator.register(OrganisationSettings, OrganisationOptions)
