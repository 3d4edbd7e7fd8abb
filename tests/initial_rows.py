"""The rows that migrations made come back after a test that empties the database.

Django flushes every table behind a transactional test and restores the first rows only for
tests that ask for it; any test may come next here, in random order.
"""

import json
from collections.abc import Callable, Generator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

_restore = pytest.StashKey[Callable[[], None]]()


@pytest.fixture(scope="session")
def _first_rows(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock():
        rows = json.loads(connection.creation.serialize_db_to_string())
    # Saving a row may ask for a content type and make one that is not there yet.
    rows.sort(key=lambda row: row["model"] != "contenttypes.contenttype")
    first_rows = json.dumps(rows)

    def restore() -> None:
        with django_db_blocker.unblock():
            call_command(
                "flush", verbosity=0, interactive=False, inhibit_post_migrate=True, reset_sequences=False
            )
            ContentType.objects.clear_cache()
            connection.creation.deserialize_db_from_string(first_rows)
            ContentType.objects.clear_cache()

    request.config.stash[_restore] = restore


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have the first rows read before the first test that could empty the database."""
    for item in items:
        if isinstance(item, pytest.Function) and _is_transactional(item):
            item.fixturenames.insert(0, "_first_rows")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Put the rows back once everything of the test is gone."""
    result = yield
    # After the last test the database itself is gone.
    if nextitem is not None and _is_transactional(item) and _restore in item.config.stash:
        item.config.stash[_restore]()
    return result


def _is_transactional(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return marker is not None and bool(marker.kwargs.get("transaction"))
