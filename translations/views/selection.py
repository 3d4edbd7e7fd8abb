"""Which segments of an edition the review page shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from translations.enums import UnitState
from translations.models import Unit
from translations.views.findings import SegmentFindings


class Show(TextChoices):
    """The choices, as they stand in the address behind ``show=``."""

    ALL = "", gettext_lazy("All")
    WAITING = "waiting", gettext_lazy("Waiting")
    ERRORS = "errors", gettext_lazy("With errors")
    WARNINGS = "warnings", gettext_lazy("With warnings")

    @classmethod
    def asked_for(cls, query: QueryDict) -> "Show":
        """Return what the address asks for; everything where it asks for what there is not."""
        asked = query.get("show", "")
        return cls(asked) if asked in cls.values else cls.ALL

    @property
    def query(self) -> str:
        """Return what asks for it in an address."""
        return f"?show={self.value}" if self.value else ""


@dataclass(frozen=True)
class Link:
    """The way to a choice, and how many segments it has."""

    label: str
    query: str
    count: int
    is_current: bool


class Selection:
    """The segments of an edition by what is wrong with them."""

    def __init__(self, show: Show, units: Iterable[Unit], found: Mapping[int, SegmentFindings]) -> None:
        """Args: show: what is asked for; found: by primary key of the unit."""
        self.show = show
        self._found = found
        self._members: dict[Show, set[int]] = {
            Show.ALL: {unit.pk for unit in units},
            Show.WAITING: {unit.pk for unit in units if unit.state != UnitState.APPROVED},
            Show.ERRORS: {pk for pk, findings in found.items() if findings.errors},
            Show.WARNINGS: {pk for pk, findings in found.items() if findings.warnings},
        }

    def __contains__(self, unit: Any) -> bool:
        return unit.pk in self._members[self.show]

    @property
    def has_all_pending(self) -> bool:
        """Whether every waiting segment is on the screen, so that all can be approved as seen."""
        return self._members[Show.WAITING] <= self._members[self.show]

    @property
    def links(self) -> list[Link]:
        """The choices there are."""
        return [
            Link(str(choice.label), choice.query or "?", len(members), is_current=choice == self.show)
            for choice, members in self._members.items()
        ]

    @property
    def summary(self) -> str:
        """How much is wrong, in a few words; empty where nothing is."""
        errors = len(self._members[Show.ERRORS])
        warnings = sum(len(findings.warnings) for findings in self._found.values())
        said = [
            ngettext("%(count)d segment with errors", "%(count)d segments with errors", errors)
            % {"count": errors}
            if errors
            else "",
            ngettext("%(count)d warning", "%(count)d warnings", warnings) % {"count": warnings}
            if warnings
            else "",
        ]
        words = ", ".join(filter(None, said))
        return _("The checks found: %(words)s.") % {"words": words} if words else ""
