"""Background work of the project app. Tasks take primary keys and call the operations."""

from django_tasks import task

from cms.importing.operations import carry_out


@task()
def import_rows(import_id: int) -> None:
    """Let the rows of a confirmed import land."""
    carry_out(import_id=import_id)
