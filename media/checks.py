"""Settings that would let files in past the gate, each found at start."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from wagtail.documents.forms import get_document_base_form
from wagtail.images.forms import get_image_base_form
from wagtail.images.utils import get_allowed_image_extensions

from media import documents, imaging
from media.forms import PortalDocumentForm, PortalImageForm

_PACKAGE = Path(__file__).resolve().parent
_IMAGE_MODEL = "media.PortalImage"
_DOCUMENT_MODEL = "media.PortalDocument"


@register()
def check_models(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Wagtail must use this app's models, or uploads are stored as they come."""
    wanted = (
        ("WAGTAILIMAGES_IMAGE_MODEL", _IMAGE_MODEL, "media.E001"),
        ("WAGTAILDOCS_DOCUMENT_MODEL", _DOCUMENT_MODEL, "media.E002"),
    )
    return [
        Error(f"{name} is not {model}.", hint=f'Set {name} = "{model}".', id=check_id)
        for name, model, check_id in wanted
        if getattr(settings, name, None) != model
    ]


@register()
def check_forms(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Wagtail's views must use this app's forms, or they fail on the missing `title`."""
    used = (
        ("WAGTAILIMAGES_IMAGE_FORM_BASE", get_image_base_form(), PortalImageForm, "media.E003"),
        ("WAGTAILDOCS_DOCUMENT_FORM_BASE", get_document_base_form(), PortalDocumentForm, "media.E004"),
    )
    return [
        Error(
            f"{name} is not a {form.__name__}.",
            hint=f'Set {name} = "{form.__module__}.{form.__name__}" or a subclass of it.',
            id=check_id,
        )
        for name, base, form, check_id in used
        if not issubclass(base, form)
    ]


@register()
def check_media_root(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Uploads must not land among the code of this package, which has the usual folder's name."""
    root = Path(settings.MEDIA_ROOT).resolve()
    if root != _PACKAGE and _PACKAGE not in root.parents and root not in _PACKAGE.parents:
        return []
    return [
        Error(
            f"MEDIA_ROOT is {root}, which holds or lies in the package `media`.",
            hint="Set MEDIA_ROOT to a folder of its own, such as var/media_files.",
            id="media.E005",
        )
    ]


@register()
def check_suffixes(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The uploader must not offer what the gate refuses."""
    images = {suffix for suffixes in imaging.SUFFIXES.values() for suffix in suffixes}
    offered = (
        ("WAGTAILIMAGES_EXTENSIONS", get_allowed_image_extensions(), images, "media.E006"),
        (
            "WAGTAILDOCS_EXTENSIONS",
            getattr(settings, "WAGTAILDOCS_EXTENSIONS", []),
            {kind.value for kind in documents.DocumentFormat},
            "media.E007",
        ),
    )
    return [
        Error(
            f"{name} must list some of {_listed(known)} and nothing else.",
            hint=f"Set {name} = {_listed(known)}.",
            id=check_id,
        )
        for name, suffixes, known, check_id in offered
        if not suffixes or not known.issuperset(f".{suffix}" for suffix in suffixes)
    ]


@register()
def check_sizes(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The uploader must name the gate's size limit, or people wait for an upload that is refused."""
    limits = (
        ("WAGTAILIMAGES_MAX_UPLOAD_SIZE", imaging.MAX_BYTES, "media.E008"),
        ("WAGTAILDOCS_MAX_UPLOAD_SIZE", documents.MAX_BYTES, "media.E009"),
    )
    return [
        Error(
            f"{name} is larger than the {limit} bytes that are taken in.",
            hint=f"Set {name} = {limit} or less.",
            id=check_id,
        )
        for name, limit, check_id in limits
        if (getattr(settings, name, None) or limit + 1) > limit
    ]


def _listed(suffixes: set[str]) -> list[str]:
    return sorted(suffix.removeprefix(".") for suffix in suffixes)
