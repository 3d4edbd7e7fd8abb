"""One segment as the review page shows it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from translations.diffing import word_diff
from translations.enums import Origin, UnitState
from translations.glossary import Glossary
from translations.limits import longest_allowed
from translations.models import Edition, Term, Unit
from translations.views.attempts import Attempt
from translations.views.findings import SegmentFindings, ShownFinding
from translations.views.markup import marked_changes, marked_up, placeholders_of
from translations.views.subjects import field_label

_CHARACTERS_A_LINE = 48
_LEAST_LINES, _MOST_LINES = 2, 14


@dataclass(frozen=True)
class KnownTerm:
    """A glossary term in the source and what it is in the edition's language."""

    source: str
    target: str
    approved: bool
    note: str


class SegmentView:
    """What the template asks of a unit."""

    def __init__(
        self,
        unit: Unit,
        number: int,
        terms: Iterable[Term],
        attempt: Attempt | None,
        findings: SegmentFindings,
    ) -> None:
        """Args: number: from 1, in reading order; terms: those in the source; attempt: for this unit."""
        self.unit = unit
        self.number = number
        self.attempt = attempt
        self.findings = findings
        self._terms = terms

    @property
    def is_pending(self) -> bool:
        """Whether it waits for a person."""
        return self.unit.state != UnitState.APPROVED

    @cached_property
    def source(self) -> SafeString:
        """The Vietnamese, with chips."""
        return marked_up(self.unit.source)

    @cached_property
    def changes(self) -> SafeString | None:
        """How the Vietnamese changed since the target was written."""
        if not self.unit.previous_source:
            return None
        return marked_changes(word_diff(self.unit.previous_source, self.unit.source))

    @property
    def may_still_be_correct(self) -> bool:
        """Whether approving means to say that the old text also fits the new Vietnamese."""
        return bool(self.unit.previous_source) and self.text == self.unit.target

    @property
    def is_patched(self) -> bool:
        """Whether the program carried changed figures or names over into an approved text."""
        return self.is_pending and self.unit.origin == Origin.REPAIR

    @cached_property
    def placeholders(self) -> str:
        """The placeholders of the source, as JSON for the script."""
        return json.dumps(placeholders_of(self.unit.source))

    @property
    def text(self) -> str:
        """What stands in the text area: what was typed last, or what is stored."""
        typed = self.attempt.target if self.attempt is not None else None
        return self.unit.target if typed is None else typed

    @property
    def stored_meanwhile(self) -> str:
        """The text somebody else stored while this person typed another."""
        stale = self.attempt is not None and self.attempt.stale
        return self.unit.target if stale and self.unit.target != self.text else ""

    @cached_property
    def conflict(self) -> SafeString | None:
        """What the typed text deletes from the one stored meanwhile, and what it adds."""
        if not self.stored_meanwhile:
            return None
        return marked_changes(word_diff(self.stored_meanwhile, self.text))

    @property
    def shown_findings(self) -> list[ShownFinding]:
        """What is wrong with the text, but for what the refusal says already."""
        told = " ".join(self.attempt.sentences) if self.attempt is not None else ""
        return [finding for finding in self.findings.open if finding.sentence not in told]

    @property
    def only_here(self) -> bool:
        """Whether the text is kept from other objects, as chosen last."""
        chosen = self.attempt.only_here if self.attempt is not None else None
        return self.unit.only_here if chosen is None else chosen

    @property
    def machine(self) -> str:
        """The engine's text for the present wording, while it is of use and not what stands there already."""
        is_current = self.unit.machine_hash == self.unit.source_hash
        is_other = self.unit.machine_text != self.text
        return self.unit.machine_text if self.is_pending and is_current and is_other else ""

    @property
    def lines(self) -> int:
        """Height of the text area before the script fits it."""
        longest = max(len(self.text), len(self.unit.source))
        return min(max(longest // _CHARACTERS_A_LINE + 1, _LEAST_LINES), _MOST_LINES)

    @cached_property
    def longest(self) -> int | None:
        """How many characters the field takes."""
        return longest_allowed(self.unit)

    @property
    def terms(self) -> list[KnownTerm]:
        """The glossary's words for this segment."""
        language = self.unit.edition.language
        return [KnownTerm(term.vi, getattr(term, language), term.approved, term.note) for term in self._terms]

    @property
    def origin(self) -> str:
        """Where the target came from, in a few words."""
        if self.unit.origin == Origin.PERSON:
            person = self.unit.edited_by
            return _("written by %(person)s") % {"person": get_user_display_name(person)} if person else ""
        if self.unit.origin == Origin.NONE:
            return ""
        where = self.unit.get_origin_display()
        if self.unit.origin == Origin.ENGINE and self.unit.engine:
            where = f"{where} ({self.unit.engine})"
        if self.unit.score is None:
            return _("from %(where)s") % {"where": where}
        return _("from %(where)s, %(score)d %% alike") % {"where": where, "score": round(self.unit.score)}

    @property
    def approval(self) -> str:
        """Who approved it."""
        if self.unit.state != UnitState.APPROVED or self.unit.approved_by is None:
            return ""
        return _("approved by %(person)s") % {"person": get_user_display_name(self.unit.approved_by)}


@dataclass(frozen=True)
class FieldGroup:
    """Segments of one field of the object, which stand together in reading order."""

    label: str
    segments: list[SegmentView]


def grouped(
    edition: Edition,
    units: Iterable[tuple[int, Unit]],
    glossary: Glossary[Term],
    attempts: Mapping[int, Attempt],
    found: Mapping[int, SegmentFindings],
) -> list[FieldGroup]:
    """Return segments under the name of their field.

    Args:
        units: in reading order, each with its number in the whole text.
        attempts, found: by primary key of the unit.
    """
    model = edition.content_type.model_class()
    groups: list[FieldGroup] = []
    field = None
    for number, unit in units:
        if unit.field != field:
            field = unit.field
            groups.append(FieldGroup(field_label(model, field), []))
        terms, findings = glossary.found_in(unit.source), found.get(unit.pk, SegmentFindings())
        groups[-1].segments.append(SegmentView(unit, number, terms, attempts.get(unit.pk), findings))
    return groups
