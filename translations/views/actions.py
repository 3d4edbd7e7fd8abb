"""What a reviewer does on the review page. Each action has its own address and needs no script.

What is refused shows the page again with what was typed: 409 where somebody else was
faster, 422 where the text cannot be kept, 403 where the right is missing.
"""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from translations.enums import EditionState, UnitState
from translations.exceptions import BrokenTarget, FailedChecks, StaleUnit, TranslationError
from translations.findings import said
from translations.forms import REASON, ApproveAllForm, SegmentForm
from translations.models import Edition, Unit
from translations.operations import units
from translations.operations.jobs import order_refused
from translations.operations.memory import count_uses
from translations.reasons import waiting_sentence
from translations.tasks import translate_edition, work_on_job
from translations.views.attempts import Attempt
from translations.views.review import ReviewPage, may_be_asked_again
from translations.views.suggestions import suggested_text


class EditionAction(ReviewPage):
    """An action on a whole edition; its address, visited, leads back to the review page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go where the action is offered: a login in between leads here."""
        return redirect(self.review_url)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Act, or show the page again and say why not."""
        try:
            units.require_reviewer(request.user, self.edition.language)
            return self.act()
        except PermissionDenied as refusal:
            return self.refused(HTTPStatus.FORBIDDEN, str(refusal))
        except StaleUnit as refusal:
            return self.refused(HTTPStatus.CONFLICT, str(refusal))
        except FailedChecks as failure:
            return self.failed(failure)
        except TranslationError as refusal:
            return self.refused(HTTPStatus.UNPROCESSABLE_ENTITY, str(refusal))

    def act(self) -> HttpResponse:
        """Do it and lead back.

        Raises:
            TranslationError, PermissionDenied: it was not done.
        """
        raise NotImplementedError

    def failed(self, failure: FailedChecks) -> HttpResponse:
        """Show what the checks found as any other refusal."""
        return self.refused(HTTPStatus.UNPROCESSABLE_ENTITY, str(failure))

    def refused(self, status: HTTPStatus, sentence: str) -> HttpResponse:
        """Show the page with *sentence* on top."""
        messages.error(self.request, sentence)
        return self.page(status)

    def tell_if_public(self) -> None:
        """Say so when the action made the edition public."""
        edition = Edition.objects.get(pk=self.edition.pk)
        if edition.state == EditionState.APPROVED and self.edition.state != EditionState.APPROVED:
            messages.success(
                self.request,
                _("Every segment is approved: the %(language)s edition is public now.")
                % {"language": self.language_name},
            )


class ApproveAll(EditionAction):
    """Approve every pending segment as it was on the screen."""

    def act(self) -> HttpResponse:
        """Approve them together, or none."""
        form = ApproveAllForm(self.request.POST)
        if not form.is_valid():
            raise StaleUnit
        seen = form.cleaned_data["seen"]
        units.approve_all(edition_id=self.edition.pk, seen=seen, person=self.request.user)
        messages.success(
            self.request,
            ngettext("%(count)d segment is approved.", "%(count)d segments are approved.", len(seen))
            % {"count": len(seen)},
        )
        self.tell_if_public()
        return redirect(self.review_url)

    def refused(self, status: HTTPStatus, sentence: str) -> HttpResponse:
        """Say that nothing was done."""
        return super().refused(status, _("Nothing was approved. %(reason)s") % {"reason": sentence})

    def failed(self, failure: FailedChecks) -> HttpResponse:
        """Say at each segment what stands in the way."""
        self.attempts = [
            Attempt(unit_id, None, "", [said(finding) for finding in findings])
            for unit_id, findings in failure.found.items()
        ]
        count = len(failure.found)
        sentence = ngettext(
            "%(count)d segment cannot be approved; what is wrong stands beside it.",
            "%(count)d segments cannot be approved; what is wrong stands beside them.",
            count,
        )
        return self.refused(HTTPStatus.UNPROCESSABLE_ENTITY, sentence % {"count": count})


class AskAgain(EditionAction):
    """Ask the engine once more for what is still missing."""

    def act(self) -> HttpResponse:
        """Put the task in the queue, which some installations run at once."""
        if may_be_asked_again(self.edition):
            self._ask()
            self._tell(Edition.objects.get(pk=self.edition.pk))
        else:
            messages.warning(self.request, _("Nothing in this edition waits for an engine that stopped."))
        return redirect(self.review_url)

    def _ask(self) -> None:
        if "refused" in self.request.POST:
            job = order_refused(edition_id=self.edition.pk, person=self.request.user)
            if job is not None:
                work_on_job.enqueue(job.pk)
        else:
            translate_edition.enqueue(self.edition.pk, self.request.user.pk)

    def _tell(self, edition: Edition) -> None:
        if edition.updated_at == self.edition.updated_at:
            messages.success(self.request, _("The engine is asked again as soon as a worker is free."))
        elif may_be_asked_again(edition):
            messages.warning(self.request, waiting_sentence(edition))
        else:
            messages.success(self.request, _("The engine was asked again."))


class SegmentAction(EditionAction):
    """An action on one segment."""

    @cached_property
    def form(self) -> SegmentForm:
        """What was posted."""
        return SegmentForm(self.request.POST)

    @cached_property
    def unit(self) -> Unit | None:
        """The segment as it is stored, or None where it left the text meanwhile."""
        return self.edition.units.filter(pk=self.kwargs["unit_id"]).first()

    @property
    def number(self) -> int:
        """The segment's place in reading order, from 1."""
        return next((at for at, unit in enumerate(self.units, 1) if unit.pk == self.kwargs["unit_id"]), 0)

    def act(self) -> HttpResponse:
        """Check what was posted, act on the segment and lead back to it."""
        if self.unit is None:
            raise StaleUnit
        if not self.form.is_valid():
            return self.refused(HTTPStatus.UNPROCESSABLE_ENTITY, " ".join(self.form.sentences))
        done = self.act_on(self.unit, self.form.cleaned_data["version"])
        if "suggestion" in self.request.POST and "machine" not in self.request.POST:
            count_uses(entries=[int(self.request.POST["suggestion"])])
        messages.success(self.request, done % {"number": self.number})
        self.tell_if_public()
        return redirect(f"{self.review_url}#unit-{self.destination(self.unit)}")

    @property
    def reasons(self) -> dict[str, str]:
        """The reasons that were typed for dismissing warnings, by the warning's fingerprint."""
        posted = self.request.POST
        return {name.removeprefix(REASON): posted[name] for name in posted if name.startswith(REASON)}

    def act_on(self, unit: Unit, version: int) -> str:
        """Do it and return a sentence with ``%(number)d`` in it."""
        raise NotImplementedError

    def destination(self, unit: Unit) -> int:
        """Return the primary key of the segment to show next."""
        return unit.pk

    def target(self, unit: Unit) -> str | None:
        """Return the text that was posted or chosen, or None where it is the stored one.

        Raises:
            BrokenTarget: a suggestion was chosen that the memory no longer makes.
        """
        text: str | None = self.form.cleaned_data["target"]
        if "machine" in self.request.POST:
            text = unit.machine_text
        elif "suggestion" in self.request.POST:
            text = suggested_text(unit, self.request.POST["suggestion"])
        if text is None:
            raise BrokenTarget(_("The memory no longer has this suggestion. Choose another."))
        return None if text == unit.target.replace("\r\n", "\n") else text

    @property
    def only_here(self) -> bool:
        """Whether the text was marked to be of no use to other objects."""
        return bool(self.form.cleaned_data["only_here"])

    def refused(self, status: HTTPStatus, sentence: str) -> HttpResponse:
        """Keep what was typed where it was typed, with the reason."""
        typed, note = self.request.POST.get("target"), self.request.POST.get("note", "")
        if not self.number:
            gone = _("This segment is no longer part of the text, so nothing was stored.")
            self.orphan = Attempt(0, typed, note, [gone])
            return super().refused(status, gone)
        stale = status == HTTPStatus.CONFLICT
        only_here = "only_here" in self.request.POST
        self.attempts = [
            Attempt(self.kwargs["unit_id"], typed, note, [sentence], stale, only_here, self.reasons)
        ]
        outcome = _("Segment %(number)d was not stored. %(reason)s")
        return super().refused(status, outcome % {"number": self.number, "reason": sentence})


class Save(SegmentAction):
    """Keep an edit; the segment still waits for approval."""

    def act_on(self, unit: Unit, version: int) -> str:
        """Store the text; an approved segment that was not changed stays approved."""
        target = self.target(unit)
        if target is None and unit.state == UnitState.APPROVED and unit.only_here == self.only_here:
            return _("Segment %(number)d has not changed.")
        text = unit.target if target is None else target
        units.edit(
            unit_id=unit.pk,
            version=version,
            target=text,
            person=self.request.user,
            only_here=self.only_here,
        )
        return _("Segment %(number)d is stored and waits for approval.")


class Approve(SegmentAction):
    """Approve a segment, with the last edit if there is one."""

    def act_on(self, unit: Unit, version: int) -> str:
        """Store and approve."""
        units.approve(
            unit_id=unit.pk,
            version=version,
            person=self.request.user,
            target=self.target(unit),
            only_here=self.only_here,
        )
        return _("Segment %(number)d is approved.")

    def destination(self, unit: Unit) -> int:
        """Return the next pending segment on the screen if the person asked for it, else the same."""
        if "advance" not in self.request.POST:
            return unit.pk
        pending = [
            other
            for other in self.edition.units.pending()
            if other.pk != unit.pk and (not self.show.value or other in self.selection)
        ]
        later = [other for other in pending if other.position > unit.position]
        return next((other.pk for other in [*later, *pending]), unit.pk)


class SendBack(SegmentAction):
    """Return a segment to be worked on again, with a note."""

    def act_on(self, unit: Unit, version: int) -> str:
        """Keep the note, and the text if it was worked on and not emptied."""
        target = self.target(unit)
        units.send_back(
            unit_id=unit.pk,
            version=version,
            note=self.form.cleaned_data["note"],
            person=self.request.user,
            target=target if target and target.strip() else None,
        )
        return _("Segment %(number)d is returned with your note.")
