"""The glossary out to a file."""

from collections.abc import Iterator
from typing import IO

from translations.engines.protocol import LANGUAGES
from translations.exchange import glossary_files
from translations.exchange.glossary_files import Form
from translations.exchange.term_rows import StoredTerm
from translations.models import Term
from translations.operations.exchange import ExportReport


def export_glossary(*, file: IO[bytes], form: Form) -> ExportReport:
    """Write every term, approved or not, in the order of the Vietnamese.

    Terms that the form cannot hold are left out and counted.
    """
    report = ExportReport()
    glossary_files.write(form, _terms(form, report), file)
    return report


def _terms(form: Form, report: ExportReport) -> Iterator[StoredTerm]:
    for term in Term.objects.order_by("vi", "pk").iterator():
        stored = _stored(term)
        if glossary_files.can_hold(form, stored):
            report.written += 1
            yield stored
        else:
            report.left_out += 1


def _stored(term: Term) -> StoredTerm:
    return StoredTerm(
        vi=term.vi,
        translations={language: getattr(term, language) for language in LANGUAGES},
        note=term.note,
        kind=term.kind,
        locked=term.locked,
        forbidden={language: term.forbidden(language) for language in LANGUAGES},
        valid_from=term.valid_from,
        valid_to=term.valid_to,
        approved=term.approved,
    )
