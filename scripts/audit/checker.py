"""The Nu HTML checker: every HTML file and style sheet of the site, in one run."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from scripts.audit.tools import Tools, run

_OPTIONS = ("--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", "--also-check-css")


def errors(tools: Tools, folder: Path) -> dict[str, list[str]]:
    """Return what is wrong in each file under *folder*, by key; files without errors are left out.

    Raises:
        AuditError: the checker could not run.
    """
    told = run([*tools.checker, *_OPTIONS, str(folder)])
    found: dict[str, list[str]] = {}
    for message in json.loads(told.stdout)["messages"]:
        if message["type"] != "info":
            found.setdefault(_key(message, folder), []).append(_sentence(message))
    return found


def _key(message: dict[str, Any], folder: Path) -> str:
    path = Path(unquote(urlsplit(message.get("url", "")).path))
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


def _sentence(message: dict[str, Any]) -> str:
    line = message.get("lastLine")
    return f"line {line}: {message['message']}" if line else str(message["message"])
