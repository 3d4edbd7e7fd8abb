"""Named sets of the content app."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Pillar(models.TextChoices):
    """The five ways into the portal, in the order of the home page. Codes are part of class names in CSS."""

    INVEST = "invest", pgettext_lazy("portal", "Invest")
    VISIT = "visit", pgettext_lazy("portal", "Visit")
    TASTE = "taste", pgettext_lazy("portal", "Taste")
    PEOPLE = "people", pgettext_lazy("portal", "People")
    LIVE = "live", pgettext_lazy("portal", "Live")
