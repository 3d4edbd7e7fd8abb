"""Check translations in a table, from whomever they come."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from translations.checks.consistency import Translations
from translations.checks.delivered import check_delivered
from translations.checks.finding import Finding, Severity
from translations.checks.pair import Language, Pair
from translations.engines.protocol import LANGUAGES
from translations.exchange.pairs_tsv import BadTable, Row, read
from translations.operations.expected_terms import ExpectedTerms

_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


class Command(BaseCommand):
    """``manage.py check_pairs FILE``."""

    help = (
        "Check the pairs of a tab-separated table with the columns language, source and target "
        "(HTML allowed). Prints a JSON object for each finding, with the line of the file, and a summary "
        "in the last line."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Check and report.

        Raises:
            CommandError: the file or the glossary cannot be read.
        """
        try:
            rows = list(read(file))
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from error
        except BadTable as error:
            raise CommandError(f"{file}: {error}") from error
        if not rows:
            raise CommandError(f"{file} holds no rows. Each has a language, a source and a target.")
        try:
            self._report(rows, _Checks(rows))
        except DatabaseError as error:
            raise CommandError("The glossary cannot be read. Run `manage.py migrate` first.") from error

    def _report(self, rows: Sequence[Row], checks: "_Checks") -> None:
        counted: Counter[Severity] = Counter()
        for row in rows:
            for finding in checks.of(row):
                counted[finding.severity] += 1
                self.stdout.write(_as_json(row, finding))
        errors, warnings = counted[Severity.ERROR], counted[Severity.WARNING]
        self.stdout.write(f"{len(rows)} rows checked: {errors} errors, {warnings} warnings.")


class _Checks:
    """The checks of a table, with the glossary and the table's other rows."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._terms = ExpectedTerms()
        self._others = {
            language: Translations(
                (row.source, row.target) for row in rows if not row.fault and _language(row) == language
            )
            for language in LANGUAGES
        }

    def of(self, row: Row) -> list[Finding]:
        """Return what is wrong with a row, or why it cannot be checked."""
        language = _language(row)
        if row.fault:
            return [Finding("row", Severity.ERROR, "%(fault)s", {"fault": row.fault})]
        if language is None:
            sentence = "“%(language)s” is none of the languages %(languages)s."
            values = {"language": row.language, "languages": ", ".join(LANGUAGES)}
            return [Finding("row", Severity.ERROR, sentence, values)]
        terms = tuple(self._terms.of(row.source, language))
        also = self._others[language].also(row.source, row.target)
        return check_delivered(Pair(language, row.source, row.target, terms, also=also))


def _language(row: Row) -> Language | None:
    """Return the language of a row, of which a region may be said: ``en-GB``."""
    return next((one for one in LANGUAGES if row.language.replace("_", "-").partition("-")[0] == one), None)


def _as_json(row: Row, finding: Finding) -> str:
    said = {
        "row": row.number,
        "check": finding.check,
        "severity": finding.severity.value,
        "sentence": str(finding),
    }
    # Some programs take these for the end of a line.
    return json.dumps(said, ensure_ascii=False).translate(_LINE_ENDS)
