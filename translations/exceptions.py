"""What can go wrong on the desk, each with a sentence for the person in front of it."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from translations.checks.finding import Finding
from translations.findings import said


class TranslationError(Exception):
    """Base of the desk's refusals; ``str()`` is a whole sentence in the user's language."""


class NotCleared(TranslationError):
    """A text was about to leave without clearance."""

    def __str__(self) -> str:
        return str(_("This text has not been cleared, so it cannot leave. Confirm the clearance first."))


class StaleUnit(TranslationError):
    """Somebody changed the unit since this person read it."""

    def __str__(self) -> str:
        return str(
            _("Somebody else changed this segment while you had it open. Read the new text, then try again.")
        )


class StaleText(TranslationError):
    """The Vietnamese changed since this person read it."""

    def __str__(self) -> str:
        return str(_("The text changed while you had it open. Read it as it is now, then confirm it."))


class NotPublished(TranslationError):
    """A draft was about to be cleared outside of its publishing."""

    def __str__(self) -> str:
        return str(_("This page is not published. Whoever publishes it confirms its text then."))


class BrokenTarget(TranslationError):
    """A target that would lose or invent markup, or is empty."""


class TargetTooLong(TranslationError):
    """A target that does not fit the field it is for."""


class FailedChecks(TranslationError):
    """Errors that the checks found in what was to be approved."""

    def __init__(self, found: Mapping[int, Sequence[Finding]]) -> None:
        """Args: found: the errors of each segment that has some, by its primary key."""
        super().__init__(found)
        self.found = found

    @property
    def findings(self) -> list[Finding]:
        """The errors of every segment."""
        return [finding for findings in self.found.values() for finding in findings]

    def __str__(self) -> str:
        return " ".join(dict.fromkeys(said(finding) for finding in self.findings))


class NotDismissable(TranslationError):
    """Something other than a warning was about to be dismissed, or without a reason."""


class BadImport(TranslationError):
    """A file that cannot be imported; nothing of it was kept."""


class OverBudget(TranslationError):
    """More characters were to be sent than the month's budget has left."""

    def __init__(self, *, wanted: int, left: int) -> None:
        super().__init__()
        self.wanted = wanted
        self.left = left

    def __str__(self) -> str:
        return str(
            _(
                "This takes %(wanted)d characters and %(left)d are left in this month's budget. "
                "Raise the budget, wait for the next month, or write the translation by hand."
            )
            % {"wanted": self.wanted, "left": self.left}
        )
