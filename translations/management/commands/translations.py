"""Prove, restore and measure what the translation desk keeps."""

import json
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.operations.rebuild import Report, Summary, rebuild, verify

_LINE_EVERY = 1_000


class Command(BaseCommand):
    """``manage.py translations verify|rebuild``."""

    _told = 0

    help = "Prove that what readers see is what was approved, and restore it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the verbs."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="verify|rebuild")
        for verb, told in (
            ("verify", "Compare the columns of every edition with its approved segments; change nothing."),
            ("rebuild", "Restore the columns that differ from the approved segments."),
        ):
            own: CommandParser = verbs.add_parser(verb, help=told, description=told)
            own.add_argument("--json", action="store_true", help="Print a JSON object for each difference.")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        """Do what *verb* says and report.

        Raises:
            CommandError: something differs and was not restored.
        """
        verbs: dict[str, Callable[..., Summary]] = {"verify": verify, "rebuild": rebuild}
        say = self._say_json if options["json"] else self._say
        summary = verbs[verb](say=say, progress=self._show_progress)
        self._sum_up(summary, as_json=options["json"])
        if verb == "verify" and summary.differences:
            raise CommandError("What readers see is not what was approved: `manage.py translations rebuild`.")
        if summary.left:
            raise CommandError("Some places were left as they are: nothing says what should stand there.")

    def _say(self, report: Report) -> None:
        self.stdout.write(str(report))

    def _say_json(self, report: Report) -> None:
        found = report.difference
        said = {
            "subject": report.subject,
            "language": found.language,
            "place": found.place,
            "sentence": found.sentence,
            "curable": found.cure is not None,
        }
        self.stdout.write(json.dumps(said, ensure_ascii=False))

    def _sum_up(self, summary: Summary, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(vars(summary)))
            return
        self.stdout.write(
            f"{summary.objects} objects and {summary.editions} editions looked at: "
            f"{summary.differences} differences, {summary.cured} cured."
        )

    def _show_progress(self, done: int, total: int) -> None:
        if self.stderr.isatty():
            last = "\n" if done == total else ""
            self.stderr.write(f"\rLooked at {done} of {total} objects", style_func=str, ending=last)
            self.stderr.flush()
        elif done == total or done >= self._told + _LINE_EVERY:
            self._told = done
            self.stderr.write(f"Looked at {done} of {total} objects.")
