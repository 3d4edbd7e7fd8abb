"""The run: build, serve, look at each page, say what was found."""

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from playwright.sync_api import Error as BrowserError

from cms.demo.serving import PortTaken
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE
from scripts.audit import browsing, checker, lighthouse, serving
from scripts.audit.exceptions import AuditError
from scripts.audit.sampling import NO_LANGUAGE, Sample, samples
from scripts.audit.tools import Tools, install
from scripts.audit.verdict import Verdict, table

_REPORT = "audit.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Audit the site; return 0 if every page reaches every goal, 1 if not, 2 if it could not be audited."""
    chosen = _arguments().parse_args(arguments)
    try:
        return _audit(chosen)
    except (AuditError, CommandError, PortTaken) as error:
        print(error)
    except BrowserError as error:
        print(f"Chromium could not go on: {error}")
    return 2


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__)
    parser.add_argument(
        "--only", action="append", metavar="KIND", help="only pages of this kind; may be repeated"
    )
    parser.add_argument(
        "--language",
        action="append",
        choices=LANGUAGES,
        help="only editions in this language; may be repeated",
    )
    parser.add_argument(
        "--fast",
        action="store_true",
        help="Lighthouse, which takes nearly all of the time, in Vietnamese alone",
    )
    return parser


def _audit(chosen: argparse.Namespace) -> int:
    started = time.monotonic()
    var = Path(settings.CONFIGURATION.var)
    tools = install(var / "audit-tools")
    folder = serving.build()
    wanted = _wanted(samples(*serving.pages(folder)), chosen)
    invalid = checker.errors(tools, folder)
    with serving.served(folder) as origin:
        verdicts = _look(tools, origin, wanted, invalid, fast=chosen.fast)
    complaints = [*(said for one in verdicts for said in one.complaints()), *_elsewhere(invalid, wanted)]
    _write(var / _REPORT, verdicts, complaints)
    print(table(verdicts))
    for said in complaints:
        print(f"- {said}")
    print(_closing(verdicts, complaints, round(time.monotonic() - started), var / _REPORT))
    return 1 if complaints else 0


def _wanted(found: list[Sample], chosen: argparse.Namespace) -> list[Sample]:
    languages = {*(chosen.language or LANGUAGES), NO_LANGUAGE}
    kinds = {one.kind for one in found}
    if unknown := sorted(set(chosen.only or ()) - kinds):
        raise AuditError(
            f"The site has no page of the kind {unknown[0]!r}. It has: {', '.join(sorted(kinds))}."
        )
    return [one for one in found if one.language in languages and one.kind in (chosen.only or kinds)]


def _look(
    tools: Tools, origin: str, wanted: list[Sample], invalid: Mapping[str, Sequence[str]], *, fast: bool
) -> list[Verdict]:
    verdicts = []
    with browsing.browser() as running:
        visits = [browsing.visit(running, origin + one.path, tools.axe) for one in wanted]
    for number, (one, visit) in enumerate(zip(wanted, visits, strict=True), start=1):
        measured = not fast or one.language in {SOURCE_LANGUAGE, NO_LANGUAGE}
        print(f"{number} of {len(wanted)}: {one.path}", flush=True)
        scores = lighthouse.measure(tools, origin + one.path) if measured else None
        verdicts.append(Verdict(one, scores, visit, invalid.get(one.key, ())))
    return verdicts


def _elsewhere(invalid: Mapping[str, Sequence[str]], wanted: list[Sample]) -> list[str]:
    looked_at = {one.key for one in wanted}
    return [
        f"/{key}: the HTML checker: {said}"
        for key, found in sorted(invalid.items())
        if key not in looked_at
        for said in found
    ]


def _write(path: Path, verdicts: list[Verdict], complaints: list[str]) -> None:
    found = {"pages": [one.as_json() for one in verdicts], "complaints": complaints}
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _closing(verdicts: list[Verdict], complaints: list[str], seconds: int, report: Path) -> str:
    kinds = len({one.sample.kind for one in verdicts})
    return (
        f"Kinds: {kinds}, pages: {len(verdicts)}, goals missed: {len(complaints)}, "
        f"time: {seconds // 60} min {seconds % 60:02d} s. Everything that was found is in {report}."
    )
