"""The Django project: settings, addresses and the composition of the other apps."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Configuration of the project app."""

    name = "cms"
    verbose_name = "CMS"

    def ready(self) -> None:
        """Connect what the apps below tell each other through signals."""
        from cms import signal_handlers

        signal_handlers.connect()
