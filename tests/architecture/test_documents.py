"""What the documents promise is there."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files, name_of, tree

README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = frozenset(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
DOCUMENTS = [path for path in files() if path.suffix == ".md" and not name_of(path).startswith("demo/")]


def test_the_readme_starts_with_the_two_commands() -> None:
    first = re.search(r"```\w*\n(.*?)```", README, re.DOTALL)

    assert first is not None
    assert re.findall(r"^make ([a-z-]+)", first[1], re.MULTILINE) == ["demo", "test"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_command_in_a_document_is_a_target(document: Path) -> None:
    assert set(re.findall(r"`make ([a-z-]+)`", document.read_text(encoding="utf-8"))) <= TARGETS


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_variable_that_is_read_is_in_the_readme() -> None:
    read = {
        node.value
        for node in ast.walk(tree(ROOT / "cms" / "configuration.py"))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[A-Z][A-Z0-9_]+", node.value)
    }

    assert read
    assert {name for name in read if f"`{name}`" not in README} == set()


def test_every_decision_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    decisions = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))

    assert decisions
    assert [name for name in decisions if f"decisions/{name}" not in index] == []
