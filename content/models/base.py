"""The base of every page: what a listing in any language needs, in one table."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface, TitleFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import StreamValue
from wagtail.models import AbstractPage, DefaultBasePageMixin
from wagtail.models.pages import AbstractPageMeta, PageManager, PageQuerySet
from wagtail.search import index

from content.clearance import ClearanceForm
from content.copying import VietnameseCopyForm
from content.panels import FormFieldPanel
from content.preview import PreviewMixin
from content.slugs import page_slug
from media.multilingual import SourceLanguageMixin, SourceQuerySet, in_source_language


class PortalPageQuerySet(SourceQuerySet, PageQuerySet):
    """Page queries that mean the Vietnamese column, under any interface language."""


PortalPageManager = PageManager.from_queryset(PortalPageQuerySet)


class Tag(SourceLanguageMixin, TagBase):
    """A topic. ``name`` is what editors type; ``label`` is what readers see, translated."""

    free_tagging = True
    label = models.CharField(_("label"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Keep the reader's label the same as what was typed until someone changes it."""
        if not getattr(self, "label_vi", None):
            self.label_vi = self.name
        return super().save(*args, **kwargs)


class PageTag(ItemBase):
    """The bond of a page and a topic."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged_pages")
    content_object = ParentalKey("content.PortalPage", on_delete=models.CASCADE, related_name="tagged_items")


class PortalPage(SourceLanguageMixin, PreviewMixin, AbstractPage, DefaultBasePageMixin):
    """Base of all pages. Vietnamese is written here; other languages are derived."""

    summary = models.TextField(
        _("summary"), blank=True, help_text=_("One or two sentences, shown in listings and previews.")
    )
    menu_title = models.CharField(
        _("menu title"),
        max_length=60,
        blank=True,
        help_text=_("A shorter title for menus, if the title is long."),
    )
    slug_intl = models.SlugField(
        _("international slug"),
        max_length=255,
        blank=True,
        help_text=_(
            "The page's part of its address in English, Japanese and Korean. "
            "Proposed from the English title when the first of these editions goes public."
        ),
    )
    lead_image = models.ForeignKey(
        "media.PortalImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead image"),
    )
    agency = models.ForeignKey(
        "content.Agency",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="pages",
        verbose_name=_("agency"),
    )
    tags = ClusterTaggableManager(through=PageTag, blank=True, verbose_name=_("topics"))

    is_creatable = False
    objects = PortalPageManager()
    copy_form_class = VietnameseCopyForm

    companion_files: ClassVar[Mapping[str, Callable[[Any], bytes]]] = {}
    """Files beside the page in each language, by name such as ``event.ics``, and who makes them.

    They are made inside a rendering: `content.surroundings.current` says in which language.
    """
    facts_columns: ClassVar[tuple[str, ...]] = ()
    """Columns that `companion_names` and `listed_kind` read."""

    content_panels: ClassVar[list[Any]] = [
        TitleFieldPanel("title_vi", targets=["slug"]),
        FieldPanel("summary_vi", widget=AdminAutoHeightTextInput),
        FieldPanel("lead_image"),
    ]
    about_panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("agency"), FieldPanel("tags")], heading=_("Responsibility and topics")),
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("slug_intl"),
                FieldPanel("show_in_menus"),
                FieldPanel("menu_title_vi"),
            ],
            heading=_("Address and menu"),
        ),
        MultiFieldPanel(
            [FieldPanel("seo_title_vi"), FieldPanel("search_description_vi")], heading=_("For search engines")
        ),
    ]
    clearance_panels: ClassVar[list[Any]] = [FormFieldPanel("clearance_confirmed", heading=_("Clearance"))]
    promote_panels: ClassVar[list[Any]] = []
    search_fields = [
        *AbstractPage.search_fields,
        index.SearchField("summary_vi"),
        index.FilterField("agency"),
    ]

    class Meta(AbstractPageMeta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def __str__(self) -> str:
        return str(self.title_vi or self.draft_title or self.slug)

    @classmethod
    def editing_tabs(cls) -> TabbedInterface:
        """Return the editor's tabs; *clearance* stands with the text it clears."""
        return TabbedInterface(
            [
                ObjectList([*cls.content_panels, *cls.clearance_panels], heading=_("Content")),
                ObjectList(cls.about_panels, heading=_("About the page")),
                ObjectList(cls.settings_panels, heading=_("Settings")),
            ],
            # Said here, because Wagtail's admin puts its own form on the page model when it starts.
            base_form_class=ClearanceForm,
        )

    def clean(self) -> None:
        """Check that no sibling has the same international slug.

        Raises:
            ValidationError: a sibling already uses it.
        """
        super().clean()
        parent = self.get_parent()
        if not self.slug_intl or parent is None:
            return
        taken = PortalPage.objects.child_of(parent).exclude(pk=self.pk).filter(slug_intl=self.slug_intl)
        if taken.exists():
            raise ValidationError(
                {
                    "slug_intl": _(
                        "Another page in this section has this international slug. Choose a different one."
                    )
                }
            )

    def companion_names(self) -> tuple[str, ...]:
        """Return the names of the files beside this page."""
        return tuple(self.companion_files)

    def companion(self, name: str) -> bytes:
        """Make a file beside this page, in the language being rendered.

        Raises:
            KeyError: the page has no file of this name.
        """
        return self.companion_files[name](self)

    def listed_kind(self) -> str:
        """Return the kind of page that this one lists, such as ``content.parkpage``; none as a rule."""
        return ""

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page; Wagtail takes an alias's draft title from the language of whoever made it."""
        if self.alias_of_id:
            self.draft_title = self.title_vi
        return super().save(*args, **kwargs)

    @in_source_language
    def minimal_clean(self) -> None:
        """Check what even a draft needs, as Vietnamese."""
        super().minimal_clean()

    @in_source_language
    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a revision; its title and log entries are Vietnamese for every user."""
        return super().save_revision(*args, **kwargs)

    def get_latest_revision_as_object(self) -> Any:
        """Return the page as an editor goes on with it: from its last revision, if its row is spoilt."""
        page = super().get_latest_revision_as_object()
        streams = [page.__dict__.get(field.attname) for field in page._meta.concrete_fields]
        is_spoilt = any(isinstance(value, StreamValue) and value.raw_text for value in streams)
        latest = self.get_latest_revision() if is_spoilt else None
        return page if latest is None else latest.as_object()

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Return the page with a revision's content; an international slug given since then stays."""
        restored = super().with_content_json(content)
        if not restored.slug_intl:
            # From the row: it may have been given while this page was open in an editor.
            row = PortalPage.objects.filter(pk=self.pk).values_list("slug_intl", flat=True)
            restored.slug_intl = row.first() or ""
        return restored

    def _set_core_field_defaults(self) -> None:
        """Make the slug from the title as Vietnamese reads it: Django's own would drop every đ."""
        parent_is_known = bool(self.path or getattr(self, "_cached_parent_obj", None))
        if not getattr(self, "slug", "") and self.title_vi and parent_is_known:
            self.slug = self._get_autogenerated_slug(page_slug(self.title_vi))
        super()._set_core_field_defaults()
