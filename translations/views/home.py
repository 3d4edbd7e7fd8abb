"""What waits for a person, on the first page of the admin."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from media.multilingual import TARGET_LANGUAGES
from translations.enums import Waiting
from translations.models import Edition
from translations.models.edition import LANGUAGE_NAMES
from translations.operations.pauses import pauses_now
from translations.operations.units import may_review
from translations.permissions import may_see_desk
from translations.views.filters import REVIEWER


@dataclass(frozen=True)
class Task:
    """Some editions that wait for the same, and the board that shows just these."""

    heading: str
    sentence: str
    url: str


class WaitingPanel(Component):
    """The person's own work on the desk; says so when there is none."""

    name = "desk"
    template_name = "translations/home/waiting.html"
    order = 50

    class Media:
        css = {"all": ["translations/desk.css"]}

    def get_context_data(self, parent_context: Any) -> Mapping[str, Any]:
        """Return the tasks of the person who asks."""
        return {"tasks": tasks_of(parent_context["request"]), "pauses": list(pauses_now().values())}


def tasks_of(request: HttpRequest) -> list[Task] | None:
    """Return what waits for the person: by language they review, and for clearance. None: no part in it."""
    if not may_see_desk(request.user):
        return None
    languages = [code for code in TARGET_LANGUAGES if may_review(request.user, code)]
    reviewed = Edition.objects.waiting_for_reviewer().filter(language__in=languages)
    waiting = dict(reviewed.values_list("language").annotate(count=Count("pk", distinct=True)).order_by())
    return [_review(code, waiting[code]) for code in languages if code in waiting] + _clearing(request.user)


def _review(language: str, count: int) -> Task:
    said = ngettext("%(count)d edition waits for you.", "%(count)d editions wait for you.", count)
    return Task(
        str(LANGUAGE_NAMES[language]), said % {"count": count}, _board(language=language, waiting=REVIEWER)
    )


def _clearing(person: Any) -> list[Task]:
    if not person.has_perm("translations.clear_text"):
        return []
    uncleared = Edition.objects.filter(waiting=Waiting.CLEARANCE)
    count = uncleared.values("content_type_id", "object_id").distinct().count()
    if not count:
        return []
    said = ngettext(
        "%(count)d text waits for you to let it leave.",
        "%(count)d texts wait for you to let them leave.",
        count,
    )
    return [Task(str(Waiting.CLEARANCE.label), said % {"count": count}, _board(waiting=Waiting.CLEARANCE))]


def _board(**filters: str) -> str:
    return f"{reverse('translations:board')}?{urlencode(filters)}"
