"""Baking and releasing."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeployConfig(AppConfig):
    """Configuration of the publisher."""

    name = "deploy"
    verbose_name = _("Publishing")
