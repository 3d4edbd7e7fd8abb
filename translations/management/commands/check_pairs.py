"""Check translations in a table, from whomever they come."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.checks.delivered import check_delivered
from translations.checks.finding import Finding, Severity
from translations.engines.protocol import LANGUAGES
from translations.exchange.pairs_tsv import BadTable, Row, read
from translations.operations.expected_terms import ExpectedTerms


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
            CommandError: the file cannot be read.
        """
        try:
            rows = list(read(file))
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from error
        except BadTable as error:
            raise CommandError(f"{file}: {error}") from error
        terms = ExpectedTerms()
        counted: Counter[Severity] = Counter()
        for row in rows:
            for finding in _findings(row, terms):
                counted[finding.severity] += 1
                self.stdout.write(_as_json(row, finding))
        errors, warnings = counted[Severity.ERROR], counted[Severity.WARNING]
        self.stdout.write(f"{len(rows)} rows checked: {errors} errors, {warnings} warnings.")


def _findings(row: Row, terms: ExpectedTerms) -> list[Finding]:
    if row.fault:
        return [Finding("row", Severity.ERROR, "%(fault)s", {"fault": row.fault})]
    for language in LANGUAGES:
        if row.language == language or row.language.startswith(f"{language}-"):
            return check_delivered(language, row.source, row.target, terms.of(row.source, language))
    sentence = "“%(language)s” is none of the languages %(languages)s."
    values = {"language": row.language, "languages": ", ".join(LANGUAGES)}
    return [Finding("row", Severity.ERROR, sentence, values)]


def _as_json(row: Row, finding: Finding) -> str:
    said = {
        "row": row.number,
        "check": finding.check,
        "severity": finding.severity.value,
        "sentence": str(finding),
    }
    return json.dumps(said, ensure_ascii=False)
