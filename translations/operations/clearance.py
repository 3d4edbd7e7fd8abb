"""Recording that a text may leave, and asking whether it may."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from translations import sources
from translations.exceptions import NotPublished, StaleText
from translations.models import Clearance, SourceVersion
from translations.parts import parts_of
from translations.permissions import may_clear


@transaction.atomic
def capture(*, instance: models.Model) -> SourceVersion:
    """Keep the Vietnamese of *instance* as it is now, once per text.

    Raises:
        CorruptValue: a stored value cannot be read; nothing is kept.
    """
    values = sources.read(instance)
    sources.segments(type(instance), values)
    version, _created = SourceVersion.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(instance),
        object_id=instance.pk,
        hash=sources.digest(values),
        defaults={"data": values},
    )
    return version


@transaction.atomic
def clear(*, instance: models.Model, person: Any) -> Clearance:
    """Record *person*'s confirmation that the exact Vietnamese of *instance* may leave.

    Whoever may publish the page may confirm; the caller has checked that.
    """
    version = capture(instance=instance)
    clearance, created = Clearance.objects.get_or_create(source_version=version, defaults={"person": person})
    if created:
        log(instance=instance, action="translations.clear", user=person, data={"hash": version.hash})
    return clearance


@transaction.atomic
def clear_for_publication(*, instance: models.Model, person: Any) -> list[models.Model]:
    """Record the confirmation a publisher gives with a page: its text, its topics, its images' texts.

    Returns:
        The parts that were not cleared before; their editions can be opened now.
    """
    clear(instance=instance, person=person)
    fresh = [part for part in parts_of(instance) if clearance_of(capture(instance=part)) is None]
    for part in fresh:
        clear(instance=part, person=person)
    return fresh


@transaction.atomic
def confirm(*, instance: models.Model, seen: str, person: Any) -> Clearance:
    """Record that *person* read the live text of *instance* and that it may leave.

    Args:
        seen: hash of the text that was on the person's screen.

    Raises:
        PermissionDenied, NotPublished, StaleText, CorruptValue: nothing was recorded.
    """
    if not may_clear(person, instance):
        raise PermissionDenied(
            _("You may not clear this text. Ask for the role, or leave it to its publisher.")
        )
    if not is_live(instance):
        raise NotPublished
    if capture(instance=instance).hash != seen:
        raise StaleText
    return clear(instance=instance, person=person)


def is_live(instance: models.Model) -> bool:
    """Whether *instance* is published; what has no drafts always is."""
    return bool(getattr(instance, "live", True))


def clearance_of(version: SourceVersion) -> Clearance | None:
    """Return the clearance of this exact text, or None.

    The same text of another object of its kind counts: an alias is its original's words.
    """
    return (
        Clearance.objects.filter(
            source_version__hash=version.hash, source_version__content_type_id=version.content_type_id
        )
        .order_by("pk")
        .first()
    )
