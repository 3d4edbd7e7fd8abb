"""The benchmark's throw-away installation: nothing happens but what is being measured."""

from cms.settings.base import *  # noqa: F403 - settings are layered by Django's own convention

TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "AUTO_UPDATE": False,  # type: ignore[dict-item]  # Wagtail's options are of several types
    }
}
PORTAL_BASE_URL = "https://portal.example"
