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
