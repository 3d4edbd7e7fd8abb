"""Whether a legal document is in force today. Made of the document's own columns only."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import LegalDocument
from content.surroundings import current

_DAY = timedelta(days=1)


class LawState(models.TextChoices):
    """Where a legal document stands on a day."""

    IN_FORCE = "in-force", _("in force")
    NOT_YET = "not-yet", _("not in force yet")
    ENDED = "ended", _("no longer in force")
    SUPERSEDED = "superseded", _("superseded")


GONE = frozenset({LawState.ENDED, LawState.SUPERSEDED})
"""The states of a document that nothing should rest on."""


@dataclass(frozen=True, slots=True)
class Law:
    """A legal document as a page shows it."""

    document: LegalDocument
    state: LawState

    @property
    def is_gone(self) -> bool:
        """Whether nothing should rest on it any more."""
        return self.state in GONE

    @property
    def is_known(self) -> bool:
        """Whether the document says anything of its days; where it does not, nothing is claimed of it."""
        one = self.document
        return bool(one.effective_from or one.effective_to or one.superseded_by_id)


def state_of(document: LegalDocument) -> LawState:
    """Return the state of *document* today, as far as its days are known.

    A successor counts from the document's last day on; from now where that day is not known.
    """
    if document.effective_from and not has_come(document.effective_from):
        return LawState.NOT_YET
    if document.effective_to and not current().has_passed(document.effective_to):
        return LawState.IN_FORCE
    if document.superseded_by_id:
        return LawState.SUPERSEDED
    return LawState.ENDED if document.effective_to else LawState.IN_FORCE


def law(document: LegalDocument) -> Law:
    """Return *document* with its state."""
    return Law(document, state_of(document))


def has_come(day: date) -> bool:
    """Whether *day* is today or lies before it."""
    return current().has_passed(day - _DAY)
