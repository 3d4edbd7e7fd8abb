"""Dismissing a warning on the review page, and taking the dismissal back."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from translations.exceptions import NotDismissable, StaleUnit
from translations.forms import WarningForm
from translations.models import Unit
from translations.operations import dismissals
from translations.views.actions import SegmentAction


class WarningAction(SegmentAction):
    """An action on a warning about the stored text; what was typed beside it is not stored on the way."""

    @cached_property
    def warning(self) -> WarningForm:
        """Which warning, and what is said to it."""
        fingerprint = self.request.POST.get("fingerprint", "")
        return WarningForm({"fingerprint": fingerprint, "reason": self.reasons.get(fingerprint, "")})

    def act_on(self, unit: Unit, version: int) -> str:
        """Act on the warning, if it is about the text that the person sees."""
        if unit.version != version:
            raise StaleUnit
        if "target" in self.request.POST and self.target(unit) is not None:
            raise NotDismissable(
                _("The warning is about the stored text. Store or undo what you typed, then decide about it.")
            )
        if not self.warning.is_valid():
            raise NotDismissable(" ".join(self.warning.sentences))
        return self.decide(unit, version)

    def decide(self, unit: Unit, version: int) -> str:
        """Do it and return a sentence with ``%(number)d`` in it."""
        raise NotImplementedError


class Dismiss(WarningAction):
    """Keep the person's word that the warning is none."""

    def decide(self, unit: Unit, version: int) -> str:
        """Dismiss it."""
        said = self.warning.cleaned_data
        dismissals.dismiss(
            unit_id=unit.pk,
            version=version,
            fingerprint=said["fingerprint"],
            reason=said["reason"],
            person=self.request.user,
        )
        return _("The warning at segment %(number)d is dismissed.")


class TakeBack(WarningAction):
    """Let a dismissed warning be shown again."""

    def decide(self, unit: Unit, version: int) -> str:
        """Take the dismissal back."""
        dismissals.take_back(
            unit_id=unit.pk,
            version=version,
            fingerprint=self.warning.cleaned_data["fingerprint"],
            person=self.request.user,
        )
        return _("The warning at segment %(number)d is shown again.")
