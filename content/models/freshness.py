"""Which agency was written to about its figures, and when."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FreshnessDigest(models.Model):
    """One letter. The row is made before the letter leaves, so that nobody sends it twice in a day."""

    agency = models.ForeignKey("content.Agency", on_delete=models.CASCADE, related_name="digests")
    sent_on = models.DateField(_("sent on"))

    class Meta:
        verbose_name = _("reminder of figures")
        verbose_name_plural = _("reminders of figures")
        constraints = [models.UniqueConstraint(fields=["agency", "sent_on"], name="one_digest_a_day")]

    def __str__(self) -> str:
        return f"{self.agency}, {self.sent_on}"
