"""What the content app adds to Wagtail."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.components import Component
from wagtail.rich_text.feature_registry import FeatureRegistry

from content.freshness.views import TITLE, ReviewPanel, ReviewReport, may_see
from content.links import ExternalLinks, PortalDocumentLinks, PortalPageLinks
from content.style_guide.views import show_style


# Wagtail registers its own handlers through the same hook, and the last one stays.
@hooks.register("register_rich_text_features", order=100)
def register_links(features: FeatureRegistry) -> None:
    """Let the surroundings decide where links in rich text lead."""
    for handler in (PortalPageLinks, PortalDocumentLinks, ExternalLinks):
        features.register_link_type(handler)


@hooks.register("insert_editor_js")
def fold_vietnamese_slugs() -> SafeString:
    """Make the slug that follows a title keep all letters of it."""
    return format_html('<script src="{}"></script>', versioned_static("content_admin/slug.js"))


@hooks.register("register_admin_urls")
def address_of_the_style_page() -> list[URLPattern]:
    """Show the look of the public site to those who work here."""
    return [path("style/", show_style, name="content_style")]


@hooks.register("register_help_menu_item")
def link_to_the_style_page() -> MenuItem:
    """Put the style page into the help menu."""
    return MenuItem(_("Style guide"), reverse("content_style"), icon_name="view", order=1200)


@hooks.register("register_admin_urls")
def register_report_urls() -> list[URLPattern]:
    """Give the report of figures to review its addresses, behind the admin's login."""
    return [
        path("reports/figures/", ReviewReport.as_view(), name="figures_to_review"),
        path(
            "reports/figures/results/",
            ReviewReport.as_view(results_only=True),
            name="figures_to_review_results",
        ),
    ]


class ReviewMenuItem(MenuItem):
    """The way to the report, for those who work on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may see it."""
        return may_see(request)


@hooks.register("register_reports_menu_item")
def register_review_report() -> MenuItem:
    """Put the report among Wagtail's own."""
    return ReviewMenuItem(
        TITLE, reverse("figures_to_review"), name="figures-to-review", icon_name="date", order=90
    )


@hooks.register("construct_homepage_panels")
def show_figures_to_review(request: HttpRequest, panels: list[Component]) -> None:
    """Tell a person on the first page how many figures wait."""
    panels.append(ReviewPanel())
