import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from cms.demo.worker import TasksFailed, finish_tasks, has_queue
from tests import factories
from tests.translations.desk_setup import use_engines
from translations.engines.echo import EchoEngine
from translations.models import Edition
from translations.tasks import prepare_editions, translate_edition

# A worker looks after its own connection, which a test inside a transaction would lose.
pytestmark = pytest.mark.django_db(transaction=True)

QUEUE = override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})


def test_tasks_that_run_at_once_leave_nothing_to_finish() -> None:
    assert not has_queue()
    finish_tasks()


@QUEUE
def test_the_queue_is_emptied_with_what_its_tasks_put_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    use_engines(monkeypatch, EchoEngine())
    page = factories.article("Một câu.")
    factories.cleared(page)
    Edition.objects.of(page).delete()
    prepare_editions.enqueue(ContentType.objects.get_for_model(page).pk, page.pk)

    finish_tasks()

    assert Edition.objects.of(page).count() == 3
    ran = DBTaskResult.objects.successful().filter(task_path__startswith="translations.tasks")
    assert sorted(ran.values_list("task_path", flat=True)) == [
        "translations.tasks.prepare_editions",
        *["translations.tasks.work_on_job"] * 3,
    ]
    assert not DBTaskResult.objects.ready().exists()


@QUEUE
def test_a_task_that_fails_is_named_and_an_old_failure_is_not() -> None:
    translate_edition.enqueue(987_654)

    with pytest.raises(
        TasksFailed, match=r"1 background tasks failed \(translations.tasks.translate_edition"
    ):
        finish_tasks()
    finish_tasks()
