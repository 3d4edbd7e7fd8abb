"""Works on the translation jobs that wait, and on those that a stopped worker left."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from translations.enums import JobState
from translations.exceptions import TranslationError
from translations.models import TranslationJob
from translations.operations.jobs import jobs_to_take_up
from translations.operations.machine import run_job


class Command(BaseCommand):
    """``manage.py run_translation_jobs [--watch SECONDS]``."""

    help = "Work on translation jobs: those that wait, whose time has come, or whose worker is gone."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the option."""
        parser.add_argument(
            "--watch", type=float, metavar="SECONDS", help="Look again after so many seconds, until stopped."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do one job after another; a failure of one does not keep the others waiting."""
        while True:
            tried: set[int] = set()
            while job := next((job for job in jobs_to_take_up() if job.pk not in tried), None):
                tried.add(job.pk)
                self._work_on(job)
            if options["watch"] is None:
                self.stdout.write("No translation job waits.")
                return
            time.sleep(options["watch"])

    def _work_on(self, job: TranslationJob) -> None:
        try:
            ended = run_job(job_id=job.pk)
        except TranslationError as error:
            self.stderr.write(f"Job {job.pk}: {error}")
            return
        if ended is None:
            return
        said = f"Job {ended.pk}, {ended.edition}: {ended.done} of {ended.total} segments"
        if ended.state != JobState.DONE:
            said = f"{said}, {ended.state}. {ended.detail}"
        self.stdout.write(said)
