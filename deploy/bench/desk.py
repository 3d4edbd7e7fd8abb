"""The translation desk's work in bulk: everything cleared, translated and approved."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from deploy.bench.words import pseudo
from media.multilingual import TARGET_LANGUAGES
from translations import sources
from translations.enums import EditionState
from translations.models import Clearance, Edition, SourceVersion


@transaction.atomic
def clear_and_approve(instances: Sequence[models.Model], person: Any) -> None:
    """Clear *instances*, all of one kind, and make public editions of them in three languages."""
    model = type(instances[0])
    content_type = ContentType.objects.get_for_model(model)
    versions = SourceVersion.objects.bulk_create(_version(instance, content_type) for instance in instances)
    Clearance.objects.bulk_create(Clearance(source_version=version, person=person) for version in versions)
    editions = []
    for instance, version in zip(instances, versions, strict=True):
        segments = sources.segments(model, version.data)
        for language in TARGET_LANGUAGES:
            targets = {segment.key: pseudo(segment.source, language) for segment in segments}
            sources.write(instance, language, sources.composed(model, version.data, targets))
            editions.append(_edition(version, language, targets, person))
    Edition.objects.bulk_create(editions, batch_size=500)


def _version(instance: models.Model, content_type: ContentType) -> SourceVersion:
    values = sources.read(instance)
    return SourceVersion(
        content_type=content_type, object_id=instance.pk, hash=sources.digest(values), data=values
    )


def _edition(version: SourceVersion, language: str, targets: dict[str, str], person: Any) -> Edition:
    return Edition(
        content_type=version.content_type,
        object_id=version.object_id,
        language=language,
        state=EditionState.APPROVED,
        working_version=version,
        public_version=version,
        public_targets=targets,
        approved_by=person,
        approved_at=timezone.now(),
    )
