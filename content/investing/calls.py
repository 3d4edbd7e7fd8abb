"""Where a project stands today: a call ends by itself when its last day has passed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.investing.law import has_come
from content.models import ProjectPage, ProjectStatus
from content.surroundings import current


class CallState(models.TextChoices):
    """Where a project stands for a reader. Beside `ProjectStatus` there is what days do."""

    CALLING = "calling", _("calling for investors")
    SOON = "soon", _("call not open yet")
    EXPIRED = "expired", _("call ended")
    APPRAISAL = "appraisal", _("under appraisal")
    TAKEN = "taken", _("investor selected")
    WITHDRAWN = "withdrawn", _("withdrawn")


def possible_states(project: ProjectPage) -> list[CallState]:
    """Return the states that a project can be in as time goes by, without an edit."""
    if project.status != ProjectStatus.CALLING:
        return [CallState(project.status)]
    found = [CallState.CALLING]
    found += [CallState.SOON] if project.called_on else []
    return found + ([CallState.EXPIRED] if project.called_until else [])


def state_of(project: ProjectPage) -> CallState:
    """Return the state of a project today."""
    if project.status != ProjectStatus.CALLING:
        return CallState(project.status)
    if project.called_until and current().has_passed(project.called_until):
        return CallState.EXPIRED
    if project.called_on and not has_come(project.called_on):
        return CallState.SOON
    return CallState.CALLING
