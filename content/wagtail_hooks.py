"""What the content app adds to Wagtail."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.rich_text.feature_registry import FeatureRegistry

from content.links import ExternalLinks, PortalDocumentLinks, PortalPageLinks


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
