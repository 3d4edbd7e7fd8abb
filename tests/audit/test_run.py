"""What the audit answers to whoever started it."""

import json
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from pytest_django import Settings

from deploy.bake.state import FileRecord
from scripts.audit import browsing, checker, lighthouse, run, serving
from scripts.audit.exceptions import AuditError
from scripts.audit.tools import Tools
from tests.audit.test_verdict import GOOD, SEEN

Audit = Callable[..., int]


@pytest.fixture
def audit(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Audit:
    """Run the audit over two pages in Vietnamese and Japanese; no program of others is started."""
    (tmp_path / "axe-core").mkdir()
    (tmp_path / "axe-core" / "axe.min.js").touch()
    files = [FileRecord(f"{language}/index.html", language, 9, 1, language) for language in ("vi", "ja")]
    settings.CONFIGURATION = replace(settings.CONFIGURATION, var=tmp_path)
    seen: dict[str, Any] = {"visit": SEEN, "invalid": {}, "measured": []}

    def measure(_tools: Tools, url: str) -> Any:
        seen["measured"].append(url)
        return GOOD.scores

    monkeypatch.setattr(run, "install", lambda folder: Tools(tmp_path))
    monkeypatch.setattr(serving, "build", lambda: tmp_path)
    monkeypatch.setattr(serving, "pages", lambda folder: (files, {1: "home"}))
    monkeypatch.setattr(serving, "served", lambda folder: nullcontext("http://127.0.0.1:8001"))
    monkeypatch.setattr(checker, "errors", lambda tools, folder: seen["invalid"])
    monkeypatch.setattr(browsing, "browser", nullcontext)
    monkeypatch.setattr(browsing, "visit", lambda running, url, axe: seen["visit"])
    monkeypatch.setattr(lighthouse, "measure", measure)

    def started(*arguments: str, **found: Any) -> int:
        seen.update(found)
        return run.main(arguments)

    return started


def report(folder: Path) -> Any:
    return json.loads((folder / "audit.json").read_text(encoding="utf-8"))


def test_a_portal_that_reaches_every_goal_is_answered_with_0(
    audit: Audit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit() == 0
    assert "Kinds: 1, pages: 2, goals missed: 0" in capsys.readouterr().out
    assert [page["address"] for page in report(tmp_path)["pages"]] == ["/vi/", "/ja/"]


def test_whatever_misses_a_goal_is_answered_with_1_and_a_sentence(
    audit: Audit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(visit=replace(SEEN, shift=0.1)) == 1
    assert "- /ja/ (home): the layout shifts by 0.1" in capsys.readouterr().out
    assert len(report(tmp_path)["complaints"]) == 2


def test_an_error_in_a_file_that_stands_for_no_kind_is_said_too(
    audit: Audit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(invalid={"ko/deep/index.html": ["line 3: Stray end tag."]}) == 1
    assert "- /ko/deep/index.html: the HTML checker: line 3: Stray end tag." in capsys.readouterr().out


def test_a_kind_that_is_not_there_is_answered_with_the_kinds_that_are(
    audit: Audit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit("--only", "park") == 2
    assert "no page of the kind 'park'. It has: home." in capsys.readouterr().out


def test_a_fast_audit_asks_lighthouse_about_vietnamese_alone(audit: Audit) -> None:
    measured: list[str] = []

    assert audit("--fast", measured=measured) == 0
    assert measured == ["http://127.0.0.1:8001/vi/"]


def test_what_keeps_the_audit_from_being_done_is_answered_with_2(
    audit: Audit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_folder: Path) -> NoReturn:
        raise AuditError("Leave PORTAL_BASE_URL unset.")

    monkeypatch.setattr(serving, "served", refused)

    assert audit() == 2
    assert capsys.readouterr().out.strip() == "Leave PORTAL_BASE_URL unset."
