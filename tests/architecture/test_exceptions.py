"""An exception to a rule names the rule and says why it is one, on the line."""

import re

import pytest

from tests.architecture.source import comments, files, modules, name_of

REASON = r"\s*[#:(—-]?\s*[^\W\d_].*\s\S+"
DIRECTIVE = re.compile(
    r"#\s*(?:noqa|ruff\s*:|flake8\s*:|type:\s*ignore|mypy\s*:|pragma\s*:|fmt\s*:|nosec|pylint\s*:|bare\s*:)",
    re.IGNORECASE,
)
IN_ORDER = re.compile(
    rf"""
      \#\s*noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*{REASON}
    | \#\s*type:\s*ignore\[[a-z-]+(?:,\s*[a-z-]+)*\]{REASON}
    | \#\s*pragma:\s*no\s(?:cover|branch){REASON}
    | \#\s*bare:\s*\w+\s+\S+.*
    """,
    re.VERBOSE,
)
TEMPLATE_DIRECTIVE = re.compile(r"\{#\s*djlint:\s*off(?P<rest>[^#]*)#\}")


def is_in_order(comment: str) -> bool:
    """Whether every directive in *comment* has its code and its reason."""
    return all(IN_ORDER.match(comment, found.start()) for found in DIRECTIVE.finditer(comment))


def test_every_exception_in_the_code_says_why() -> None:
    found = [
        f"{name_of(path)}:{line}: {comment}"
        for path in modules()
        for line, comment in comments(path)
        if not is_in_order(comment)
    ]

    assert found == []


def test_every_exception_in_a_template_says_why() -> None:
    found = [
        f"{name_of(path)}: {directive[0]}"
        for path in files()
        if path.suffix == ".html"
        for directive in TEMPLATE_DIRECTIVE.finditer(path.read_text(encoding="utf-8"))
        if not re.match(r"\s+[A-Z]\d{3}\s+\w+\s+\S+", directive["rest"])
    ]

    assert found == []


@pytest.mark.parametrize(
    ("comment", "in_order"),
    [
        ("# noqa: F403 - settings are layered", True),
        ("# noqa: S308, S703  # sanitised by nh3 above", True),
        ("# type: ignore[misc]  # Wagtail ships no types", True),
        ("# type: ignore[misc] (Wagtail ships no types)", True),
        ("# pragma: no cover - needs a live key", True),
        ("# bare: a dataclass, not a model", True),
        ("# a comment like any other", True),
        ("# noqa", False),
        ("# noqa: F403", False),
        ("# type: ignore", False),
        ("# type: ignore  # no code", False),
        ("# type: ignore[misc]", False),
        ("# type: ignore[misc]  # noqa: E501", False),
        ("# pragma: no cover", False),
        ("# fmt: off", False),
        ("# ruff: noqa: F401", False),
        ("# bare:", False),
    ],
)
def test_a_reason_is_words_after_the_code(comment: str, in_order: bool) -> None:
    assert is_in_order(comment) is in_order
