"""What the publisher may show: cleared Vietnamese, approved editions."""

from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import AbstractPage

from media.multilingual import SOURCE_LANGUAGE, localized, translated_fields
from translations import sources
from translations.models import Clearance, Edition
from translations.segments.shapes import CorruptValue


def cleared_texts(model: type[models.Model], among: Iterable[str] | None = None) -> frozenset[str]:
    """Return the hashes of the cleared texts of a kind of object: of all, or *among* these."""
    content_type = ContentType.objects.get_for_model(model)
    hashes = Clearance.objects.filter(source_version__content_type=content_type)
    if among is not None:
        hashes = hashes.filter(source_version__hash__in=set(among))
    return frozenset(hashes.values_list("source_version__hash", flat=True))


def cleared_now(instances: Iterable[models.Model]) -> tuple[set[int], dict[int, str]]:
    """Hash the Vietnamese of *instances* (of one kind) as it is at this moment.

    Returns:
        The primary keys whose exact text is cleared, and a sentence for each whose
        stored text cannot be read.
    """
    texts: dict[int, str] = {}
    corrupt: dict[int, str] = {}
    model: type[models.Model] | None = None
    for instance in instances:
        model = type(instance)
        try:
            texts[instance.pk] = sources.digest(sources.read(instance))
        except CorruptValue as error:
            corrupt[instance.pk] = str(error)
    known = cleared_texts(model, texts.values()) if model is not None else frozenset()
    return {pk for pk, text in texts.items() if text in known}, corrupt


def source_text(instance: models.Model) -> tuple[str, str]:
    """Return the hash of the Vietnamese of *instance* as it is now, or "" and why it cannot be read."""
    try:
        sources.check(instance, SOURCE_LANGUAGE)
        return sources.digest(sources.read(instance)), ""
    except CorruptValue as error:
        return "", str(error)


def public_editions(
    model: type[models.Model], pks: Sequence[int] | None = None
) -> dict[int, dict[str, Edition]]:
    """Return the public editions of a kind of object (or of *pks*): by primary key, then by language."""
    found: dict[int, dict[str, Edition]] = {}
    editions = Edition.objects.public().filter(content_type=ContentType.objects.get_for_model(model))
    if pks is not None:
        editions = editions.filter(object_id__in=pks)
    for edition in editions.defer("public_targets"):
        found.setdefault(edition.object_id, {})[edition.language] = edition
    return found


class ReleaseGate:
    """Empties the Vietnamese of what is not cleared, object by object as it is read.

    For what stands inside pages: agencies, topics, the organisation, the texts of images
    and documents. Pages themselves are left out or let in as a whole by the publisher.
    """

    def __init__(self) -> None:
        self._cleared: dict[type[models.Model], frozenset[str]] = {}

    def __call__(self, instance: models.Model) -> None:
        """Empty the words of *instance* unless this exact text is cleared."""
        model = type(instance)
        columns = [localized(field, SOURCE_LANGUAGE) for field in translated_fields(model)]
        if isinstance(instance, AbstractPage) or not columns:
            return
        if model not in self._cleared:
            self._cleared[model] = cleared_texts(model)
        if self._is_cleared(instance, columns):
            return
        for column in columns:
            # Straight into the row's values: setting the attribute would ask for deferred ones.
            instance.__dict__[column] = ""

    def _is_cleared(self, instance: models.Model, columns: list[str]) -> bool:
        if instance.get_deferred_fields().intersection(columns):
            return False
        try:
            return sources.digest(sources.read(instance)) in self._cleared[type(instance)]
        except CorruptValue:
            return False
