"""One idea per file, under a name that says which."""

import ast
import sys

from tests.architecture.source import modules, name_of, tree

LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
SAY_NOTHING = frozenset({"common", "helper", "helpers", "misc", "service", "services", "util", "utils"})
# `cms.settings.test` is Django's custom, and the standard library's `test` is not for programs.
SHADOWS = sys.stdlib_module_names - {"test"}


def test_every_module_is_short() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}

    assert lengths
    assert [f"{name}: {lines} lines" for name, lines in lengths.items() if lines >= LONGEST_MODULE] == []


def test_every_function_is_short() -> None:
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}: {lines} lines"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) >= LONGEST_FUNCTION
    ]

    assert long == []


def test_every_module_is_named_after_its_idea() -> None:
    parts = {name_of(path): {path.stem, *path.relative_to(path.parents[1]).parts[:-1]} for path in modules()}

    assert [name for name, words in parts.items() if words & SAY_NOTHING] == []


def test_no_module_shadows_the_standard_library() -> None:
    assert [name_of(path) for path in modules() if path.stem in SHADOWS or path.parent.name in SHADOWS] == []
