"""Where apps that do not know each other meet."""

from typing import Any

from django.db import models

from content.models import PortalPage
from content.operations import propose_slug_intl, words_shown_on
from translations.models import Edition
from translations.parts import register_parts
from translations.signals import edition_published


def give_international_address(
    sender: type[Edition], edition: Edition, instance: models.Model, **kwargs: Any
) -> None:
    """Propose the foreign address of a page whose first foreign edition went public."""
    if isinstance(instance, PortalPage):
        propose_slug_intl(page=instance)


def connect() -> None:
    """Connect the handlers, and tell the desk what stands on a page."""
    register_parts(PortalPage, words_shown_on)
    edition_published.connect(give_international_address, dispatch_uid="cms.give_international_address")
