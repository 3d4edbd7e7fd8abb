"""Background work of the desk. Tasks take primary keys and call the operations."""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django_tasks import task

from translations.enums import JobState, Waiting
from translations.models import TranslationJob
from translations.operations.editions import open_editions
from translations.operations.jobs import order_job
from translations.operations.machine import run_job


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
            job = order_job(edition_id=edition.pk)
            if job is not None:
                work_on_job.enqueue(job.pk)


@task()
def work_on_job(job_id: int) -> None:
    """Work on one job; one that has to wait is tried again when its time has come."""
    job = run_job(job_id=job_id)
    if job is not None:
        _try_again_later(job)


def _try_again_later(job: TranslationJob) -> None:
    waits = job.state == JobState.PAUSED and job.not_before is not None
    if waits and work_on_job.get_backend().supports_defer:
        work_on_job.using(run_after=job.not_before).enqueue(job.pk)


@task()
def translate_edition(edition_id: int, person_id: int | None = None) -> None:
    """Order what an engine owes one edition, and work on it."""
    person = get_user_model().objects.filter(pk=person_id).first() if person_id else None
    job = order_job(edition_id=edition_id, person=person)
    if job is not None:
        run_job(job_id=job.pk)
