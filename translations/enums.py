"""States of units and editions, and where a translation came from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitState(models.TextChoices):
    """How far one segment in one language is."""

    EMPTY = "empty", _("empty")
    MACHINE = "machine", _("machine draft")
    NEEDS_REVIEW = "needs_review", _("needs review")
    TRANSLATED = "translated", _("translated")
    APPROVED = "approved", _("approved")


FILLED_STATES = frozenset(
    {UnitState.MACHINE, UnitState.NEEDS_REVIEW, UnitState.TRANSLATED, UnitState.APPROVED}
)
"""The unit has a text in the target language."""

SETTLED_STATES = frozenset({UnitState.TRANSLATED, UnitState.APPROVED})
"""A person wrote or approved the text for the present wording."""


PENDING_STATES = frozenset(UnitState) - {UnitState.APPROVED}
"""The unit waits for a person."""


class EditionState(models.TextChoices):
    """How far one object in one language is."""

    MISSING = "missing", _("missing")
    MACHINE_DRAFT = "machine_draft", _("machine draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved")
    OUTDATED = "outdated", _("outdated")


PUBLIC_EDITION_STATES = frozenset({EditionState.APPROVED, EditionState.OUTDATED})
"""The public sees the edition: an outdated one stays as it was approved."""


class Origin(models.TextChoices):
    """Where a unit's text came from."""

    NONE = "", _("none")
    MEMORY = "memory", _("translation memory")
    ENGINE = "engine", _("machine")
    REPAIR = "repair", _("repair of the approved text")
    PERSON = "person", _("person")


class MemoryOrigin(models.TextChoices):
    """Who stands behind a memory entry; a person outranks an import."""

    PERSON = "person", _("approved by a person")
    IMPORT = "import", _("imported")


class Waiting(models.TextChoices):
    """Why an edition waits, besides for its reviewer."""

    NOTHING = "", _("nothing")
    CLEARANCE = "clearance", _("waits for clearance")
    ENGINE_RUNNING = "engine_running", _("being translated")
    NO_ENGINE = "no_engine", _("no engine configured")
    ENGINE_FAILED = "engine_failed", _("the engine failed")
    ENGINE_PAUSED = "engine_paused", _("the engine is paused")
    BUDGET = "budget", _("the month's budget is used up")
    CORRUPT = "corrupt", _("the stored text cannot be read")


NEWER_TEXT_WAITS = frozenset({Waiting.CLEARANCE, Waiting.CORRUPT})
"""The newest Vietnamese has not reached the units."""

ENGINE_WAITS = frozenset({Waiting.NO_ENGINE, Waiting.ENGINE_FAILED, Waiting.ENGINE_PAUSED, Waiting.BUDGET})
"""An engine owes the units a text; a person may write it instead."""


class JobState(models.TextChoices):
    """How far the machine translation of one edition is."""

    QUEUED = "queued", _("queued")
    RUNNING = "running", _("running")
    PAUSED = "paused", _("paused")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


ACTIVE_JOB_STATES = frozenset({JobState.QUEUED, JobState.RUNNING, JobState.PAUSED})
"""The job still has work before it; an edition has at most one such job."""


class TermKind(models.TextChoices):
    """What a term of the glossary names."""

    AGENCY = "agency", _("agency")
    PLACE = "place", _("place")
    PERSON = "person", _("person")
    TITLE = "title", _("title of an office")
    TERM = "term", _("term")
