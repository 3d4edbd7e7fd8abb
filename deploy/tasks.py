"""Background work of the publisher."""

from django.contrib.auth import get_user_model
from django_tasks import task

from deploy.operations import publish


@task()
def publish_portal(person_id: int | None = None) -> None:
    """Publish the portal on behalf of a person; the release row tells how it ended."""
    person = get_user_model().objects.filter(pk=person_id).first() if person_id else None
    publish(person=person)
