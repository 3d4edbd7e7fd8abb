"""The glossary in from a table. Importing twice changes nothing."""

from collections.abc import Iterable
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from translations.engines import characters
from translations.engines.protocol import LANGUAGES
from translations.exceptions import BadImport
from translations.exchange import glossary_tsv
from translations.models import Term
from translations.models.edition import LANGUAGE_NAMES
from translations.operations.exchange import ImportReport, batches


@transaction.atomic
def import_glossary(*, file: IO[bytes]) -> ImportReport:
    """Add or update the terms of a table. A doubtful row never changes a term that is approved.

    Rows without doubt are approved, since the office that made the table stands behind it;
    doubtful ones wait for a person.

    Raises:
        BadImport: the file is no glossary; nothing of it was kept.
    """
    report = ImportReport()
    try:
        rows = _sound_rows(glossary_tsv.read(file), report)
    except glossary_tsv.BadTable as error:
        raise BadImport(
            _("Row %(row)d: %(reason)s Nothing was imported.") % {"row": error.row, "reason": error}
        ) from error
    for batch in batches(rows):
        known = {term.vi: term for term in Term.objects.filter(vi__in=[row.vi for row in batch])}
        for row in batch:
            _keep_term(known.get(row.vi), row, report)
    return report


def _sound_rows(rows: Iterable[glossary_tsv.Row], report: ImportReport) -> list[glossary_tsv.Row]:
    sound: dict[str, glossary_tsv.Row] = {}
    for row in rows:
        fault = _fault_of_row(row)
        if not fault and row.vi in sound:
            fault = _("The term already stands in row %(row)d.") % {"row": sound[row.vi].number}
        if fault:
            report.refused.append((row.number, fault))
        else:
            sound[row.vi] = row
    return list(sound.values())


def _fault_of_row(row: glossary_tsv.Row) -> str:
    targets = {"en": row.en, "ja": row.ja, "ko": row.ko}
    if not row.vi or not any(targets.values()):
        return _("A term needs its Vietnamese and at least one translation.")
    if max(map(len, (row.vi, *targets.values()))) > (Term._meta.get_field("vi").max_length or 0):
        return _("A term is too long.")
    unwanted = characters.unwanted("".join((row.vi, *targets.values(), row.note)))
    if unwanted:
        return _("It holds the invisible character %(which)s.") % {"which": ", ".join(unwanted)}
    for language in LANGUAGES:
        if characters.in_foreign_script(row.vi, targets[language], language):
            return _("The %(language)s term is in another script.") % {"language": LANGUAGE_NAMES[language]}
    return ""


def _keep_term(term: Term | None, row: glossary_tsv.Row, report: ImportReport) -> None:
    wanted = {"en": row.en, "ja": row.ja, "ko": row.ko, "note": row.note, "approved": not row.doubtful}
    if term is None:
        Term.objects.create(vi=row.vi, **wanted)
        report.added += 1
        return
    # An approved term was somebody's decision; a doubtful row is nobody's.
    differs = any(getattr(term, name) != value for name, value in wanted.items())
    if not differs or (term.approved and row.doubtful):
        report.kept += 1
        return
    for name, value in wanted.items():
        setattr(term, name, value)
    term.save()
    report.updated += 1
