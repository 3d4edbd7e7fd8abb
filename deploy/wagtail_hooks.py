"""The publisher's place in Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from deploy.views import ReleasesView


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    """Give the publisher's page an address."""
    return [path("publish/", ReleasesView.as_view(), name="releases")]


class PublishMenuItem(MenuItem):
    """Shown to those who may publish."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may publish the portal."""
        return request.user.has_perm("deploy.publish_site")


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    """Put the publisher's page in the menu."""
    return PublishMenuItem(_("Publish"), reverse("releases"), icon_name="upload", order=900)
