"""A rebuild and a reviewer at the same moment."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from tests import factories
from tests.translations.rebuild.corruption import raw, store_raw
from tests.translations.rebuild.stock import looked, published
from translations.models import Edition
from translations.operations import units
from translations.operations.rebuild import rebuild

WHILE = 1.5


def thread(act: Callable[[], object]) -> threading.Thread:
    """Return a thread with a connection of its own."""

    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    return threading.Thread(target=run)


@pytest.mark.django_db(transaction=True)
def test_a_rebuild_waits_for_an_approval_and_does_not_undo_it() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the in-memory database of the tests refuses a second writer instead of queueing it")
    page = published()
    store_raw(page, "title_ja", "壊れた題")
    unit = Edition.objects.of(page).get(language="ja").units.get(key="title")
    reviewer = factories.reviewer()
    rebuilding = thread(lambda: looked(rebuild))

    def approve() -> None:
        with transaction.atomic():
            units.approve(unit_id=unit.pk, version=unit.version, target="新しい題", person=reviewer)
            rebuilding.start()
            rebuilding.join(WHILE)
            assert rebuilding.is_alive()

    reviewing = thread(approve)
    reviewing.start()
    reviewing.join()
    rebuilding.join()

    assert raw(page, "title_ja") == "新しい題"
    assert looked(rebuild)[1] == []
