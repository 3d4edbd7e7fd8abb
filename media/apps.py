"""Pictures, documents and the rule of source and derived languages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Registers the system checks once every model is loaded."""

    name = "media"
    verbose_name = _("Pictures and documents")

    def ready(self) -> None:
        """Import what registers itself, and protect the bare fields."""
        from media import checks  # noqa: F401 - registers the system checks; forms need loaded models
        from media.multilingual import protect_bare_fields

        protect_bare_fields()
