"""Every text a reader sees, registered with django-modeltranslation."""

from modeltranslation.translator import TranslationOptions, translator

from content.models import Agency, ArticlePage, HomePage, OrganisationSettings, PortalPage, SectionPage, Tag


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


class AgencyOptions(TranslationOptions):
    """An agency's name."""

    fields = ("name",)
    required_languages = ("vi",)


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
translator.register(ArticlePage, ArticleOptions)
translator.register(Agency, AgencyOptions)
translator.register(Tag, TagOptions)
translator.register(OrganisationSettings, OrganisationOptions)
