"""What every test gets."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.bare_guard import bare_fields_watched

pytest_plugins = ["tests.doubles.fixtures", "tests.initial_rows"]

# A slow machine is no fault of the code; a test that needs many examples asks for them.
settings.register_profile("local", deadline=None, max_examples=50)
settings.register_profile("ci", deadline=None, max_examples=100, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session", autouse=True)
def _no_bare_field_is_touched() -> Iterator[None]:
    with bare_fields_watched():
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--with-database",
        action="store_true",
        help="Only tests that use the database, for a second one.",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--with-database"):
        return
    used = [item for item in items if _uses_the_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(used)])
    items[:] = used


def _uses_the_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "django_db_setup", "live_server"}
    names = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or not fixtures.isdisjoint(names)
