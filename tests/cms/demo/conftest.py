"""The whole demonstration, built once for a module and undone after it; each test undoes what it does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker
from wagtail.models import Site

from cms.demo.seed import Seed, Seeded

_SMALL = 320


@dataclass(frozen=True)
class Demonstration:
    """The built site: what the run said and did, and where its files are."""

    done: Seeded
    said: list[str]
    folder: Path

    def build_again(self) -> Seeded:
        """Run the same seeding another time."""
        return build(self.folder).done


def run_what_waits_for_the_commit() -> None:
    """Run the callbacks of the transaction that no test ever commits."""
    while connection.run_on_commit:
        callback = connection.run_on_commit.pop(0)[1]
        callback()


def build(folder: Path) -> Demonstration:
    said: list[str] = []
    seed = Seed(
        folder=folder, finish_tasks=run_what_waits_for_the_commit, say=said.append, cover_width=_SMALL
    )
    return Demonstration(seed.run(), said, folder)


@contextmanager
def undone() -> Iterator[None]:
    """Undo what is done to the database inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def demonstration(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demonstration]:
    folder = tmp_path_factory.mktemp("demo")
    files = override_settings(MEDIA_ROOT=folder / "uploads", DEEPL_AUTH_KEY="")
    with django_db_blocker.unblock(), files, undone():
        yield build(folder)
    Site.clear_site_root_paths_cache()
    cache.clear()
