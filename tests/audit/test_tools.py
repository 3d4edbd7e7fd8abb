"""The programs of the audit are those of the lock, wherever they are fetched from."""

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from scripts.audit import tools
from scripts.audit.exceptions import AuditError
from scripts.audit.tools import install, located, run

LOCK = json.loads((Path(tools.__file__).parent / "package-lock.json").read_text(encoding="utf-8"))
MIRROR = "https://mirror.example/npm/"


def test_the_lock_names_no_host_and_a_hash_of_every_package() -> None:
    packages = {place: one for place, one in LOCK["packages"].items() if place}

    assert len(packages) > 100
    assert [place for place, one in packages.items() if "resolved" in one or "integrity" not in one] == []


def test_packages_that_are_wanted_by_a_tag_get_the_address_of_their_locked_version() -> None:
    packages = {
        "node_modules/lighthouse": {"version": "1.0.0", "dependencies": {"@scope/part": "^2.0.0"}},
        "node_modules/@scope/part": {"version": "2.1.0", "dependencies": {"web": "latest", "@a/b": "latest"}},
        "node_modules/@scope/part/node_modules/web": {"version": "0.30.0"},
        "node_modules/@a/b": {"version": "0.0.1"},
    }

    found = located({"lockfileVersion": 3, "packages": packages}, MIRROR)["packages"]

    assert {place: one["resolved"] for place, one in found.items() if "resolved" in one} == {
        "node_modules/@scope/part/node_modules/web": "https://mirror.example/npm/web/-/web-0.30.0.tgz",
        "node_modules/@a/b": "https://mirror.example/npm/@a/b/-/b-0.0.1.tgz",
    }


def test_they_are_installed_once_and_again_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    failing = [True, False]

    def npm(command: list[str], **options: Any) -> CompletedProcess[str]:
        started.append(command[1])
        if command[1] == "ci" and failing.pop(0):
            raise AuditError("The line is down.")
        return CompletedProcess(command, 0, stdout=f"{MIRROR}\n")

    monkeypatch.setattr(tools, "run", npm)

    with pytest.raises(AuditError, match="The line is down"):
        install(tmp_path)
    install(tmp_path)
    install(tmp_path)

    assert started == ["config", "ci", "config", "ci"]
    assert MIRROR in (tmp_path / "package-lock.json").read_text(encoding="utf-8")


def test_a_program_that_is_not_there_or_fails_is_told_in_a_sentence() -> None:
    with pytest.raises(AuditError, match=r"no-such-program is not here: run `scripts/debian-packages audit`"):
        run(["no-such-program"])
    with pytest.raises(AuditError, match="failed:\noh dear"):
        run(["sh", "-c", "echo oh dear >&2; exit 3"])
