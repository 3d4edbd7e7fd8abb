"""The machine's page: what engines are doing, what they cost, and what waits for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from translations import conf
from translations.enums import ACTIVE_JOB_STATES, JobState
from translations.models import Edition, EnginePause, EnginePlan, TranslationJob
from translations.operations.forecast import Forecast, forecast
from translations.operations.jobs import cancel_job, order_job, wanted_editions
from translations.operations.pauses import end_pause, pauses_now
from translations.operations.plans import Budget, budget_under
from translations.operations.units import may_review, require_reviewer
from translations.tasks import work_on_job
from translations.views.access import DeskPage
from translations.views.subjects import load_subjects

MACHINE_TITLE = gettext_lazy("Machine translation")
_LATEST_JOBS = 50


@dataclass(frozen=True)
class EngineRow:
    """An engine that is set up, and its pause if it has one."""

    name: str
    pause: EnginePause | None


@dataclass(frozen=True)
class BudgetRow:
    """An agency's budget of this month, in characters."""

    name: str
    budget: Budget

    @property
    def spent_price(self) -> str:
        """What was spent in money, empty where no price is known."""
        return money(self.budget, self.budget.spent)


@dataclass(frozen=True)
class JobRow:
    """A job, the object it is about, and what the person may do with it."""

    job: TranslationJob
    title: str
    may_act: bool

    @property
    def is_active(self) -> bool:
        """Whether it can still be cancelled."""
        return self.job.state in ACTIVE_JOB_STATES

    @property
    def may_cancel(self) -> bool:
        """Whether to offer to stop it."""
        return self.may_act and self.is_active and not self.job.cancel_requested

    @property
    def may_retry(self) -> bool:
        """Whether to offer to order it again."""
        return self.may_act and self.job.state in (JobState.FAILED, JobState.CANCELLED, JobState.PAUSED)


def money(budget: Budget, characters: int) -> str:
    """Return what so many characters cost, with the currency; empty where no price is known."""
    price = budget.price(characters)
    return f"{price} {budget.currency}" if price is not None else ""


class MachinePage(DeskPage):
    """Engines, budgets, forecast and jobs on one page."""

    template_name = "translations/machine/machine.html"
    page_title = MACHINE_TITLE
    header_icon = "cogs"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it."""
        return self.page()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translations:machine"), "label": MACHINE_TITLE},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the template shows."""
        waiting = self.waiting
        context: dict[str, Any] = super().get_context_data(
            engines=_engine_rows(),
            may_resume=self.request.user.has_perm("translations.delete_enginepause"),
            budgets=_budget_rows(),
            waiting=len(waiting),
            forecast=self.forecast,
            may_order=bool(waiting),
            jobs=self.jobs,
            **kwargs,
        )
        return context

    @cached_property
    def waiting(self) -> list[Edition]:
        """The editions of the person's languages that wait for an engine and that nobody has ordered."""
        waiting = wanted_editions().select_related("content_type")
        return [edition for edition in waiting if may_review(self.request.user, edition.language)]

    @cached_property
    def forecast(self) -> Forecast:
        """What ordering all of them would send."""
        return forecast(editions=self.waiting)

    @property
    def jobs(self) -> list[JobRow]:
        """The latest jobs, the active ones first."""
        is_active = models.Case(models.When(state__in=ACTIVE_JOB_STATES, then=0), default=1)
        found = TranslationJob.objects.select_related("edition", "requested_by")
        latest = list(found.order_by(is_active, "-created_at", "-pk")[:_LATEST_JOBS])
        subjects = load_subjects({(job.edition.content_type_id, job.edition.object_id) for job in latest})
        return [_job_row(job, subjects, self.request.user) for job in latest]


def _job_row(job: TranslationJob, subjects: Mapping[tuple[int, int], models.Model], person: Any) -> JobRow:
    subject = subjects.get((job.edition.content_type_id, job.edition.object_id))
    title = str(subject) if subject is not None else _("(deleted)")
    return JobRow(job, title, may_review(person, job.edition.language))


def _engine_rows() -> list[EngineRow]:
    paused = pauses_now()
    return [EngineRow(name, paused.get(name)) for name in conf.configured_engines()]


def _budget_rows() -> list[BudgetRow]:
    plans = EnginePlan.objects.select_related("agency")
    rows = [BudgetRow(str(plan), budget_under(plan)) for plan in plans]
    if not any(plan.agency_id is None for plan in plans):
        rows.append(BudgetRow(_("all other agencies") if rows else _("all agencies"), budget_under(None)))
    return rows


class MachineAction(MachinePage):
    """A button of the machine's page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go where the action is offered."""
        return redirect("translations:machine")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Act and lead back."""
        self.act()
        return redirect("translations:machine")

    def act(self) -> None:
        """Do it and say so.

        Raises:
            PermissionDenied: the person may not.
        """
        raise NotImplementedError


class OrderAll(MachineAction):
    """Order everything that waits and that the forecast was shown for."""

    def act(self) -> None:
        """Put a job for each edition into the queue, unless a budget does not take it."""
        if not self.forecast.fits:
            messages.error(self.request, _("This exceeds the month's budget, so nothing was ordered."))
            return
        ordered = [order_job(edition_id=edition.pk, person=self.request.user) for edition in self.waiting]
        jobs = [job for job in ordered if job is not None]
        for job in jobs:
            work_on_job.enqueue(job.pk)
        said = ngettext("%(count)d job is ordered.", "%(count)d jobs are ordered.", len(jobs))
        messages.success(self.request, said % {"count": len(jobs)})


class JobAction(MachineAction):
    """A button beside a job, for those who review its language."""

    @cached_property
    def job(self) -> TranslationJob:
        """The job in the address."""
        job = get_object_or_404(TranslationJob.objects.select_related("edition"), pk=self.kwargs["job_id"])
        require_reviewer(self.request.user, job.edition.language)
        return job


class CancelJob(JobAction):
    """Stop a job."""

    def act(self) -> None:
        """Stop it at once, or after the request under way."""
        cancel_job(job_id=self.job.pk)
        self.job.refresh_from_db()
        if self.job.state == JobState.CANCELLED:
            messages.success(self.request, _("The job is cancelled. What came so far is kept."))
        else:
            messages.success(self.request, _("The job stops after the request under way."))


class RetryJob(JobAction):
    """Order again what a stopped job left."""

    def act(self) -> None:
        """Order it and put it into the queue."""
        job = order_job(edition_id=self.job.edition_id, person=self.request.user)
        if job is None:
            messages.warning(self.request, _("Nothing in this edition waits for an engine."))
            return
        work_on_job.enqueue(job.pk)
        messages.success(self.request, _("The job is ordered again."))


class ResumeEngine(MachineAction):
    """Switch a paused engine on again."""

    def act(self) -> None:
        """End its pause; the jobs that wait for it are taken up by the next worker.

        Raises:
            PermissionDenied: the person may not.
        """
        if not self.request.user.has_perm("translations.delete_enginepause"):
            raise PermissionDenied
        end_pause(engine=self.kwargs["engine"])
        for job in TranslationJob.objects.filter(state=JobState.PAUSED):
            work_on_job.enqueue(job.pk)
        messages.success(self.request, _("The engine is asked again from now on."))
