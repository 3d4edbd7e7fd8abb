"""Why an edition waits, as whole sentences for the person who looks at it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from translations.enums import EditionState, Waiting
from translations.models import Edition

_SENTENCES = {
    Waiting.CLEARANCE: gettext_lazy(
        "The text waits for clearance: nothing is translated until a person confirms that it may leave."
    ),
    Waiting.ENGINE_RUNNING: gettext_lazy("The engine is translating new text now."),
    Waiting.NO_ENGINE: gettext_lazy(
        "No engine is configured: new text waits until a person writes it or an engine is set up."
    ),
    Waiting.ENGINE_FAILED: gettext_lazy("The engine failed and left new text empty."),
    Waiting.ENGINE_PAUSED: gettext_lazy("The engine is paused; new text is translated when the pause ends."),
    Waiting.BUDGET: gettext_lazy("The month's budget does not take new text, so nothing was sent."),
    Waiting.CORRUPT: gettext_lazy(
        "The stored Vietnamese cannot be read, so the segments are those of the last text that could."
    ),
}


# What the engine said, or where the text breaks off; elsewhere the column may hold an old failure.
_WITH_DETAIL = frozenset({Waiting.ENGINE_FAILED, Waiting.ENGINE_PAUSED, Waiting.BUDGET, Waiting.CORRUPT})


def waiting_sentence(edition: Edition) -> str:
    """Return why *edition* waits, besides for its reviewer; empty where nothing is in the way."""
    if not edition.waiting:
        return ""
    said = str(_SENTENCES[Waiting(edition.waiting)])
    if edition.waiting in _WITH_DETAIL:
        # What an engine said is stored in English.
        said = f"{said} {_(edition.waiting_detail)}".strip()
    return said


def pending_sentence(edition: Edition, *, pending: int, total: int) -> str:
    """Return how much of *edition* waits for a reviewer, and what readers see meanwhile."""
    if not total:
        return "" if edition.waiting else _("There is nothing to translate.")
    if not pending:
        return _("Every segment is approved.")
    said = ngettext(
        "%(pending)d of %(total)d segments waits for a person.",
        "%(pending)d of %(total)d segments wait for a person.",
        pending,
    ) % {"pending": pending, "total": total}
    if edition.state == EditionState.OUTDATED:
        said = " ".join([said, _("Readers see the edition as it was approved before.")])
    return said
