"""The translation desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """Configuration of the desk; it follows every model registered with modeltranslation."""

    name = "translations"
    verbose_name = _("Translations")

    def ready(self) -> None:
        """Register checks and follow what is published or saved."""
        from translations import signal_handlers, system_checks

        system_checks.register()
        signal_handlers.connect()
