"""Background work of the desk. Tasks take primary keys and call the operations."""

from django.contrib.contenttypes.models import ContentType
from django_tasks import task

from translations.conf import configured_engine
from translations.enums import Waiting
from translations.operations.editions import open_editions
from translations.operations.machine import ask_engine


@task()
def prepare_editions(content_type_id: int, object_id: int) -> None:
    """Segment one object, fill its editions from the memory, and have the engine do the rest."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    if model is None:
        return
    instance = model._base_manager.filter(pk=object_id).first()
    if instance is None:
        return
    for edition in open_editions(instance=instance):
        if edition.waiting not in (Waiting.CLEARANCE, Waiting.CORRUPT):
            translate_edition.enqueue(edition.pk)


@task()
def translate_edition(edition_id: int) -> None:
    """Have the configured engine translate what one edition lacks."""
    ask_engine(edition_id=edition_id, engine=configured_engine())
