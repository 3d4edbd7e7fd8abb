"""What a check found in a translation."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error blocks approval; a warning can be dismissed with a reason."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or may be.

    *sentence* is a template in English for ``%`` with *values*, so that it can be said in
    the interface's language.
    """

    check: str
    severity: Severity
    sentence: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence % self.values


def fingerprint(finding: Finding, source: str, target: str) -> str:
    """Return what tells this finding apart: it is another one when either text changes."""
    said = "\0".join([finding.check, str(finding), source, target])
    return hashlib.sha256(said.encode()).hexdigest()
