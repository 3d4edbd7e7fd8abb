"""The task queue of the demonstration: emptied at once while it is built, worked on while it is served."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from django_tasks import (
    DEFAULT_TASK_BACKEND_ALIAS,
    DEFAULT_TASK_QUEUE_NAME,
    task_backends,
)
from django_tasks_db import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

_INTERVAL_SECONDS = 0.5


class TasksFailed(Exception):
    """Background tasks ended with an error; the text names them."""


def has_queue() -> bool:
    """Whether tasks wait in a queue; otherwise they run at once."""
    return isinstance(task_backends[DEFAULT_TASK_BACKEND_ALIAS], DatabaseBackend)


def finish_tasks() -> None:
    """Run what the queue holds until it is empty.

    Raises:
        TasksFailed: some of these tasks failed.
    """
    if not has_queue():
        return
    known = set(DBTaskResult.objects.failed().values_list("pk", flat=True))
    _worker(batch=True).run()
    failed = DBTaskResult.objects.failed().exclude(pk__in=known)
    if failed:
        errors = sorted({f"{task.task_path}: {task.exception_class_path}" for task in failed})
        raise TasksFailed(
            f"{len(failed)} background tasks failed ({'; '.join(errors)}). "
            "What they left undone waits; start again to go on."
        )


@contextmanager
def working() -> Iterator[None]:
    """Work on the queue in the background; the task under way is finished in the end."""
    if not has_queue():
        yield
        return
    worker = _worker(batch=False)
    thread = threading.Thread(target=_work, args=(worker,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        worker.running = False
        thread.join()


def _work(worker: Worker) -> None:
    try:
        worker.run()
    finally:
        connections.close_all()


def _worker(*, batch: bool) -> Worker:
    return Worker(
        queue_names=[DEFAULT_TASK_QUEUE_NAME],
        interval=_INTERVAL_SECONDS,
        batch=batch,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id="demo-batch" if batch else "demo",
        excluded_queue_names=[],
    )
