"""What a module imports stands at its top, and what it stands on is declared."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import PRODUCT, ROOT, modules, name_of, tree

OWN = frozenset({*PRODUCT, "scripts", "tests"})
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# A package's own parts, which it requires itself and hands out as its interface.
COMES_WITH = {
    "botocore": "boto3",
    "django-filter": "wagtail",
    "django-modelcluster": "wagtail",
    "django-taggit": "wagtail",
    "django-treebeard": "wagtail",
}

Import = ast.Import | ast.ImportFrom
Function = ast.FunctionDef | ast.AsyncFunctionDef


def hidden_imports(module: ast.Module) -> Iterator[Import]:
    """The imports inside functions, except those of AppConfig.ready()."""
    ready = {
        node
        for owner in ast.walk(module)
        if isinstance(owner, ast.ClassDef) and any("AppConfig" in ast.unparse(base) for base in owner.bases)
        for node in owner.body
        if isinstance(node, ast.FunctionDef) and node.name == "ready"
    }
    for function in ast.walk(module):
        if isinstance(function, Function) and function not in ready:
            yield from (node for node in ast.walk(function) if isinstance(node, Import))


@cache
def _distributions() -> Mapping[str, list[str]]:
    return packages_distributions()


def imported_distributions(module: ast.Module) -> Iterator[str]:
    """The names of the outside distributions that *module* imports from."""
    known = _distributions()
    for_types_only = {
        node
        for condition in ast.walk(module)
        if isinstance(condition, ast.If) and ast.unparse(condition.test) == "TYPE_CHECKING"
        for node in ast.walk(condition)
    }
    for node in set(ast.walk(module)) - for_types_only:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        for top in {name.partition(".")[0] for name in names} - OWN - sys.stdlib_module_names:
            yield from (canonicalize_name(name) for name in known.get(top, [top]))


def declared() -> frozenset[str]:
    project = PROJECT["project"]
    written = [*project["dependencies"], *project["optional-dependencies"]["postgres"]]
    return frozenset(canonicalize_name(Requirement(line).name) for line in written)


def test_nothing_is_imported_inside_a_function() -> None:
    found = [f"{name_of(path)}:{node.lineno}" for path in modules() for node in hidden_imports(tree(path))]

    assert found == []


@pytest.mark.parametrize(
    ("code", "hidden"),
    [
        ("import os", 0),
        ("def verb():\n    import os", 1),
        ("class Cms(AppConfig):\n    def ready(self):\n        import cms.checks", 0),
        ("class Cms(AppConfig):\n    def other(self):\n        import cms.checks", 1),
        ("class Cms:\n    def ready(self):\n        import cms.checks", 1),
    ],
)
def test_only_an_app_that_gets_ready_may_import_late(code: str, hidden: int) -> None:
    assert len(list(hidden_imports(ast.parse(code)))) == hidden


def test_what_the_product_imports_is_declared() -> None:
    undeclared = {
        f"{name_of(path)}: {name}"
        for path in modules(*PRODUCT)
        for name in imported_distributions(tree(path))
        if COMES_WITH.get(name, name) not in declared()
    }

    assert undeclared == set()


def test_the_lock_holds_what_is_declared() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked: dict[str, str] = dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", lock, re.MULTILINE))
    groups = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["postgres"]]
    written = [Requirement(line) for line in (*groups, *PROJECT["dependency-groups"]["dev"])]

    stale = [
        str(wanted)
        for wanted in written
        if not wanted.specifier.contains(locked.get(canonicalize_name(wanted.name), "0"), prereleases=True)
    ]
    assert stale == [], "Run `make lock`."
    assert {canonicalize_name(wanted.name) for wanted in written} <= locked.keys(), "Run `make lock`."
