"""Saying on an edition why it waits for an engine."""

from django.db import transaction
from django.utils.translation import ngettext

from translations.enums import NEWER_TEXT_WAITS, Waiting
from translations.models import Edition
from translations.operations.editions import settle


@transaction.atomic
def report(*, edition_id: int, waiting: Waiting, detail: str = "") -> Edition:
    """Store why the edition waits, unless newer text that has not reached it says more; settle it.

    Where nothing is in the way but some answers could not be used, that is said.
    """
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=edition_id)
    if waiting == Waiting.NOTHING:
        waiting, detail = _refused(edition)
    if edition.waiting not in NEWER_TEXT_WAITS:
        edition.waiting, edition.waiting_detail = waiting, detail
        edition.save(update_fields=["waiting", "waiting_detail", "updated_at"])
    settle(edition=edition)
    return edition


def _refused(edition: Edition) -> tuple[Waiting, str]:
    refused = edition.units.unserved().exclude(refusal="").count()
    if not refused:
        return Waiting.NOTHING, ""
    return Waiting.ENGINE_FAILED, ngettext(
        "Its answer for %(count)d segment could not be used; write that one by hand.",
        "Its answers for %(count)d segments could not be used; write those by hand.",
        refused,
    ) % {"count": refused}
