"""Prove, restore and measure what the translation desk keeps."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.measures.effort import Effort
from translations.operations.figures import behind, origins, spending
from translations.operations.measures import Period, measure_effort
from translations.operations.rebuild import Report, Summary, rebuild, verify

_LINE_EVERY = 1_000


class Command(BaseCommand):
    """``manage.py translations verify|rebuild|measures``."""

    _told = 0

    help = "Prove that what readers see is what was approved, restore it, and measure the work on it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the verbs."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="verify|rebuild|measures")
        for verb, told in (
            ("verify", "Compare the columns of every edition with its approved segments; change nothing."),
            ("rebuild", "Restore the columns that differ from the approved segments."),
        ):
            own: CommandParser = verbs.add_parser(verb, help=told, description=told)
            own.add_argument("--json", action="store_true", help="Print a JSON object for each difference.")
        told = "Print what people change of engines' texts, and what these cost."
        figures: CommandParser = verbs.add_parser("measures", help=told, description=told)
        for end, day in (("--since", "first"), ("--until", "last")):
            figures.add_argument(end, type=date.fromisoformat, metavar="YYYY-MM-DD", help=f"The {day} day.")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        """Do what *verb* says and report.

        Raises:
            CommandError: something differs and was not restored.
        """
        if verb == "measures":
            self._measure(Period(options["since"], options["until"]))
            return
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

    def _measure(self, period: Period) -> None:
        if period.since and period.until and period.until < period.since:
            raise CommandError("The period ends before it begins. Choose a later end.")
        measured = measure_effort(period=period, most=None)
        self.stdout.write(f"{measured.measured} segments that an engine translated were approved.")
        for heading, efforts in (
            ("By language", measured.by_language),
            ("By section", measured.by_section),
            ("By engine", measured.by_engine),
            ("By term in the Vietnamese", measured.by_term),
        ):
            self._write_part(heading, _effort_lines(efforts))
        self._write_part("Where approved segments came from", _origin_lines(period))
        self._write_part("Characters and money", _spending_lines(period))
        self._write_part("Outdated editions", _behind_lines())

    def _write_part(self, heading: str, lines: Iterator[str]) -> None:
        found = list(lines)
        if found:
            self.stdout.write("\n".join(["", heading, *(f"  {line}" for line in found)]))


def _effort_lines(efforts: Mapping[tuple[str, str], Effort]) -> Iterator[str]:
    for (language, name), one in sorted(efforts.items(), key=lambda pair: (pair[0][0], -pair[1].edits)):
        yield (
            f"{' '.join(filter(None, (language, name)))}: {one.ter:.1f} of 100 words changed (TER), "
            f"{one.chrf:.1f} alike (chrF), {one.unchanged} of {one.segments} segments unchanged"
        )


def _origin_lines(period: Period) -> Iterator[str]:
    for row in origins(period=period):
        if row.approved:
            yield (
                f"{row.language}: {row.approved} approved, {row.memory} from the memory "
                f"({row.memory_share:.0f} %), {row.repair} repaired, {row.engine} by the machine unchanged, "
                f"{row.person} by a person"
            )


def _spending_lines(period: Period) -> Iterator[str]:
    for row in spending(period=period):
        money = "no price set" if row.money is None else f"{row.money:.2f} {row.currency}"
        yield (
            f"{row.month:%Y-%m} {row.agency or '-'} {row.engine}: {row.requests} requests, "
            f"{row.characters} characters sent, {row.billed} billed, "
            f"{row.unknown} with an unknown bill, {money}"
        )


def _behind_lines() -> Iterator[str]:
    for row in behind()[0]:
        yield (
            f"{row.language}: {row.editions} editions, half of them for less than {row.median_days} days, "
            f"the oldest for {row.oldest_days}"
        )
