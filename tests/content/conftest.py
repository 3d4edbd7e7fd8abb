"""Uploads of a test go to a folder of its own."""

from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _uploads(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    # Wagtail finds renditions by the picture's key, which the next test's picture has again.
    cache.clear()
