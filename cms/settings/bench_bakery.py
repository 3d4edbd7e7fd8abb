"""The same installation with wagtail-bakery, for the process that measures it."""

from cms.settings.bench import *  # noqa: F403 - settings are layered by Django's own convention
from cms.settings.bench import CONFIGURATION, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "bakery", "wagtailbakery"]
BAKERY_VIEWS = ("wagtailbakery.views.AllPublishedPagesView",)
BUILD_DIR = str(CONFIGURATION.var / "bakery")
