"""When a text is published or saved, its editions follow."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import DraftStateMixin
from wagtail.signals import page_published

from translations.operations.editions import drop_editions
from translations.registry import translated_models
from translations.tasks import prepare_editions


def follow_published(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Start the task that brings the editions of a published page in step."""
    content_type = ContentType.objects.get_for_model(instance)
    transaction.on_commit(lambda: prepare_editions.enqueue(content_type.pk, instance.pk))


def follow_saved(
    sender: type[models.Model], instance: models.Model, raw: bool = False, **kwargs: Any
) -> None:
    """Do the same for what has no drafts: saving it is publishing it."""
    if not raw:
        follow_published(sender, instance)


def follow_deleted(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Drop the editions of what is gone."""
    drop_editions(instance=instance)


def connect() -> None:
    """Connect the handlers to every translated model."""
    page_published.connect(follow_published, dispatch_uid="translations.follow_published")
    for model in translated_models():
        post_delete.connect(
            follow_deleted, sender=model, dispatch_uid=f"translations.deleted.{model._meta.label}"
        )
        if not issubclass(model, DraftStateMixin):
            post_save.connect(
                follow_saved, sender=model, dispatch_uid=f"translations.saved.{model._meta.label}"
            )
