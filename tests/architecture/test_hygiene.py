"""The repository names no machine and no registry: it builds wherever those are reached."""

import re

import pytest

from tests.architecture.source import text_files

# Written apart, since this file is in the repository too.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("snapshot", "debian", "org"),
        ("postgresql", "org", "/pub"),
        ("crates", "io"),
        ("golang", "org"),
        ("docker", "io"),
        ("ghcr", "io"),
    )
)
MACHINE_PATH = re.compile(r"(?<![\w.<{}*/-])/(?:root|home/\w+|Users/\w+|work/\w+|opt/\w+)(?:/|\b)(?!\w)")
CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)


def test_no_file_names_a_registry() -> None:
    named = [f"{name}: {host}" for name, text in text_files() for host in REGISTRIES if host in text]

    assert named == []


def test_no_file_names_a_place_on_a_machine() -> None:
    named = [
        f"{name}: {found[0]}"
        for name, text in text_files()
        for found in MACHINE_PATH.finditer(text)
        if name != "tests/architecture/test_hygiene.py"
    ]

    assert named == []


@pytest.mark.parametrize(
    "path", ["see /root/.cache", "open('/home/anna/portal')", "cd /work/main", "=/opt/python"]
)
def test_a_place_on_a_machine_is_recognised(path: str) -> None:
    assert MACHINE_PATH.search(path)


@pytest.mark.parametrize(
    "path", ["https://portal.example/home/news", "/vi/work/", "/srv/portal", "docs/root/x"]
)
def test_an_address_is_no_place_on_a_machine(path: str) -> None:
    assert MACHINE_PATH.search(path) is None


def test_no_file_holds_an_unfinished_merge() -> None:
    assert [name for name, text in text_files() if CONFLICT.search(text)] == []
