"""Uploads of a test go to a folder of its own; editors come with an interface language."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings
from wagtail.users.models import UserProfile


@pytest.fixture(autouse=True)
def uploads(tmp_path: Path, settings: Settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    # Wagtail finds renditions by the picture's key, which the next test's picture has again.
    cache.clear()
    return tmp_path / "uploads"


@pytest.fixture
def editor_with(db: None) -> Callable[[str], Client]:
    def sign_in(language: str) -> Client:
        user: Any = get_user_model().objects.create_superuser("editor", "editor@portal.example", "secret")
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
        client = Client()
        client.force_login(user)
        return client

    return sign_in


def stored_files(uploads: Path) -> list[str]:
    return sorted(path.relative_to(uploads).as_posix() for path in uploads.rglob("*") if path.is_file())
