"""What the portal stands on is free to use: docs/decisions/0003-licences.md."""

import re
from importlib.metadata import Distribution, distributions

COPYLEFT = re.compile(r"\b[AL]?GPL|General Public|Affero", re.IGNORECASE)
DECIDED = {"djlint", "psycopg", "psycopg-binary"}


def licence_of(distribution: Distribution) -> str:
    told = (
        distribution.metadata.get_all("License-Expression") or distribution.metadata.get_all("License") or []
    )
    classifiers = distribution.metadata.get_all("Classifier") or []
    return " ".join(
        [*(text[:80] for text in told), *(line for line in classifiers if line.startswith("License"))]
    )


def test_copyleft_packages_are_the_decided_ones() -> None:
    found = {package.name for package in distributions() if COPYLEFT.search(licence_of(package))}

    assert found == DECIDED
