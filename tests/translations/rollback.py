"""Examples that leave no rows behind: Hypothesis runs many inside one test's transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def rolled_back() -> Iterator[None]:
    """Run one example and undo what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
