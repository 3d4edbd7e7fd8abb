"""The glossary in from a file. Importing twice changes nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import IO

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from translations.engines import characters
from translations.engines.protocol import LANGUAGES
from translations.enums import TermKind
from translations.exceptions import BadImport
from translations.exchange import glossary_files
from translations.exchange.bounded_xml import Garbled
from translations.exchange.term_rows import BadRow, BadTable, Found, PassedOver, TermRow
from translations.glossary import one_line
from translations.models import Term
from translations.models.edition import LANGUAGE_NAMES
from translations.operations.exchange import ImportReport, batches

MOST_ROWS = 100_000
LONGEST_NOTE = 10_000
"""Characters of a note, and of the forbidden names of one language."""


class Outcome(models.TextChoices):
    """What became of one row of a file."""

    ADDED = "added", gettext_lazy("added")
    UPDATED = "updated", gettext_lazy("updated")
    KEPT = "kept", gettext_lazy("kept as it was")
    REFUSED = "refused", gettext_lazy("refused")


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row of a file: its *number* (row or line, from 1), its term, and a sentence where there is need."""

    number: int
    vi: str
    outcome: Outcome
    reason: str = ""


@dataclass
class GlossaryReport(ImportReport):
    """What an import did, row by row in the order of the file.

    *other_languages* counts the entries' sections in languages that the portal does not have.
    """

    rows: list[RowReport] = field(default_factory=list)
    other_languages: Counter[str] = field(default_factory=Counter)

    def tell(self, number: int, vi: str, outcome: Outcome, reason: str = "") -> None:
        """Note what became of a row."""
        self.rows.append(RowReport(number, vi, outcome, reason))
        match outcome:
            case Outcome.ADDED:
                self.added += 1
            case Outcome.UPDATED:
                self.updated += 1
            case Outcome.KEPT:
                self.kept += 1
            case Outcome.REFUSED:
                self.refused.append((number, reason))


@transaction.atomic
def import_glossary(*, file: IO[bytes]) -> GlossaryReport:
    """Add or update the terms of a table, a workbook or a TBX file, told apart by their contents.

    Rows without doubt are approved, since the office that made the file stands behind it;
    doubtful ones wait for a person, and never change a term that is approved. What a file
    does not speak of stays as it is.

    Args:
        file: can be read from its beginning again.

    Raises:
        BadImport: the file is no glossary; nothing of it was kept.
    """
    report = GlossaryReport()
    try:
        rows = _sound_rows(glossary_files.read(file), report)
    except BadTable as error:
        raise BadImport(
            _("Row %(row)d: %(reason)s Nothing was imported.") % {"row": error.row, "reason": error}
        ) from error
    except Garbled as error:
        raise BadImport(
            _("Line %(line)d: %(reason)s Nothing was imported. Export the file again and retry.")
            % {"line": error.line, "reason": error}
        ) from error
    for batch in batches(rows):
        known = {term.vi: term for term in Term.objects.filter(vi__in=[row.vi for row in batch])}
        for row in batch:
            _keep_row(known.get(row.vi), row, report)
    report.rows.sort(key=lambda row: row.number)
    report.refused.sort()
    return report


def _sound_rows(found: Iterable[Found], report: GlossaryReport) -> list[TermRow]:
    sound: dict[str, TermRow] = {}
    for count, row in enumerate(found, start=1):
        if count > MOST_ROWS:
            raise BadImport(
                _("The file has more than %(most)d terms. Nothing was imported.") % {"most": MOST_ROWS}
            )
        if isinstance(row, PassedOver):
            report.other_languages[row.language] += 1
            continue
        if isinstance(row, BadRow):
            report.tell(row.number, row.vi, Outcome.REFUSED, row.reason)
            continue
        tidy = replace(row, vi=one_line(row.vi))
        fault = _fault_of_row(tidy) or _fault_of_place(tidy, sound)
        if fault:
            report.tell(tidy.number, tidy.vi, Outcome.REFUSED, fault)
        else:
            sound[tidy.vi] = tidy
    return list(sound.values())


def _fault_of_place(row: TermRow, sound: Mapping[str, TermRow]) -> str:
    if row.vi not in sound:
        return ""
    return _("The term already stands in row %(row)d.") % {"row": sound[row.vi].number}


def _fault_of_row(row: TermRow) -> str:
    targets = {language: row.text(language) for language in LANGUAGES}
    if not row.vi or not any(targets.values()):
        return _("A term needs its Vietnamese and at least one translation.")
    if max(map(len, (row.vi, *targets.values()))) > (Term._meta.get_field("vi").max_length or 0):
        return _("A term is too long.")
    texts = [value for value in row.values.values() if isinstance(value, str)]
    if max(map(len, texts)) > LONGEST_NOTE:
        return _("A note is longer than %(longest)d characters.") % {"longest": LONGEST_NOTE}
    unwanted = characters.unwanted("".join((row.vi, *texts)))
    if unwanted:
        return _("It holds the invisible character %(which)s.") % {"which": ", ".join(unwanted)}
    if row.text("kind") not in {"", *TermKind.values}:
        return _("“%(kind)s” is no kind of term. Use one of %(kinds)s.") % {
            "kind": row.text("kind"),
            "kinds": ", ".join(TermKind.values),
        }
    for language in LANGUAGES:
        if characters.in_foreign_script(row.vi, targets[language], language):
            return _("The %(language)s term is in another script.") % {"language": LANGUAGE_NAMES[language]}
    return ""


def _keep_row(term: Term | None, row: TermRow, report: GlossaryReport) -> None:
    if term is not None and term.approved and row.doubtful:
        # An approved term was somebody's decision; a doubtful row is nobody's.
        reason = _("The term is approved, and the row is doubtful.")
        report.tell(row.number, row.vi, Outcome.KEPT, reason)
        return
    wanted = {**row.values, "approved": not row.doubtful}
    before = {name: getattr(term, name) for name in wanted} if term else None
    kept = term or Term(vi=row.vi)
    for name, value in wanted.items():
        setattr(kept, name, value)
    try:
        kept.clean()
    except ValidationError as error:
        report.tell(row.number, row.vi, Outcome.REFUSED, " ".join(error.messages))
        return
    if before == {name: getattr(kept, name) for name in wanted}:
        report.tell(row.number, row.vi, Outcome.KEPT)
        return
    kept.save()
    report.tell(row.number, row.vi, Outcome.UPDATED if term else Outcome.ADDED)
