"""A setting that would let files in past the gate stops the start."""

from pathlib import Path
from typing import Any

import pytest
from django.core.checks import CheckMessage
from pytest_django import Settings

import media
from media import checks

CHECKS = (
    checks.check_models,
    checks.check_forms,
    checks.check_media_root,
    checks.check_suffixes,
    checks.check_sizes,
)
PACKAGE = Path(media.__file__).resolve().parent


def found() -> list[CheckMessage]:
    return [message for check in CHECKS for message in check(None)]


@pytest.fixture(autouse=True)
def in_order(settings: Settings) -> None:
    settings.WAGTAILIMAGES_IMAGE_MODEL = "media.PortalImage"
    settings.WAGTAILDOCS_DOCUMENT_MODEL = "media.PortalDocument"
    settings.WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PortalImageForm"
    settings.WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.forms.PortalDocumentForm"
    settings.WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
    settings.WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx"]
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024


def test_settings_in_order_say_nothing() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("name", "value", "check_id"),
    [
        ("WAGTAILIMAGES_IMAGE_MODEL", "wagtailimages.Image", "media.E001"),
        ("WAGTAILDOCS_DOCUMENT_MODEL", "wagtaildocs.Document", "media.E002"),
        ("WAGTAILIMAGES_IMAGE_FORM_BASE", "", "media.E003"),
        ("WAGTAILIMAGES_IMAGE_FORM_BASE", "media.forms.PortalDocumentForm", "media.E003"),
        ("WAGTAILDOCS_DOCUMENT_FORM_BASE", "", "media.E004"),
        ("MEDIA_ROOT", PACKAGE, "media.E005"),
        ("MEDIA_ROOT", PACKAGE / "uploads", "media.E005"),
        ("MEDIA_ROOT", PACKAGE.parent, "media.E005"),
        ("WAGTAILIMAGES_EXTENSIONS", ["jpg", "svg"], "media.E006"),
        ("WAGTAILDOCS_EXTENSIONS", ["pdf", "docm"], "media.E007"),
        ("WAGTAILDOCS_EXTENSIONS", [], "media.E007"),
        ("WAGTAILIMAGES_MAX_UPLOAD_SIZE", 16 * 1024 * 1024, "media.E008"),
        ("WAGTAILIMAGES_MAX_UPLOAD_SIZE", None, "media.E008"),
        ("WAGTAILDOCS_MAX_UPLOAD_SIZE", None, "media.E009"),
    ],
)
def test_a_wrong_setting_is_named_with_its_remedy(
    name: str, value: Any, check_id: str, settings: Settings
) -> None:
    setattr(settings, name, value)

    messages = found()

    assert [message.id for message in messages] == [check_id]
    assert name in messages[0].msg
    assert name in str(messages[0].hint)


def test_an_installation_beside_the_code_is_in_order(settings: Settings) -> None:
    settings.MEDIA_ROOT = PACKAGE.parent / "var" / "media_files"

    assert found() == []
