"""Baking and releasing."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DeployConfig(AppConfig):
    """Configuration of the publisher."""

    name = "deploy"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        """Have the database note what changes, from the first migration on."""
        from deploy.journal import follow_migrations

        post_migrate.connect(follow_migrations, sender=self)
