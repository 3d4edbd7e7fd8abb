"""What a file says of objects themselves: pages, pictures' texts, agencies, topics, the organisation.

An object's fingerprint for a language covers what a template in that language can read:
its columns in that language and those that have none.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from wagtail.blocks import StreamValue
from wagtail.models import AbstractPage

from content.colours import DEFAULT_ACCENT, DEFAULT_BRAND, chosen
from content.models import OrganisationSettings, PortalPage
from deploy.journal import page_parts
from media.multilingual import LANGUAGES, localized, translated_fields

_READ_OF_WAGTAILS_OWN = frozenset({"id", "first_published_at"})
"""Of what Wagtail keeps on a page, templates read these and the texts; the index answers for the rest."""


def visible(instance: models.Model, language: str) -> tuple[Any, ...]:
    """Return the values of *instance* that a file in *language* may show."""
    own = tuple((name, _plain(instance.__dict__.get(name))) for name in _columns(type(instance), language))
    if not isinstance(instance, PortalPage):
        return own
    parts = (part for relation in page_parts(type(instance)) for part in _rows(instance, relation))
    return (*own, *(visible(part, language) for part in parts))


def _rows(page: PortalPage, relation: Any) -> list[models.Model]:
    return sorted(getattr(page, relation.get_accessor_name()).all(), key=lambda part: part.pk or 0)


def organisation_said(organisation: OrganisationSettings) -> tuple[Any, ...]:
    """Return all that is known of the organisation; its Vietnamese name stands in for a missing one."""
    return tuple((field.attname, getattr(organisation, field.attname)) for field in _own_fields(organisation))


def look(organisation: OrganisationSettings) -> tuple[str, str, bool]:
    """Return the organisation's two colours as the portal shows them, and whether it has a logo."""
    brand = chosen(organisation.brand_colour, DEFAULT_BRAND)
    return brand, chosen(organisation.accent_colour, DEFAULT_ACCENT), organisation.logo_id is not None


def _own_fields(instance: models.Model) -> Iterator[Any]:
    bare = set(translated_fields(type(instance)))
    return (field for field in type(instance)._meta.concrete_fields if field.name not in bare)


def _columns(model: type[models.Model], language: str) -> list[str]:
    known = _known_columns.get((model, language))
    if known is None:
        bare = translated_fields(model)
        others = {localized(name, code) for name in bare for code in LANGUAGES if code != language}
        wagtails = {field.name for field in AbstractPage._meta.get_fields()} if _is_page(model) else set()
        own = {localized(name, language) for name in bare}
        known = [
            field.attname
            for field in model._meta.concrete_fields
            if field.name not in bare
            and field.name not in others
            and (field.name in own or field.name in _READ_OF_WAGTAILS_OWN or field.name not in wagtails)
        ]
        _known_columns[model, language] = known
    return known


_known_columns: dict[tuple[type[models.Model], str], list[str]] = {}


def _is_page(model: type[models.Model]) -> bool:
    return issubclass(model, AbstractPage)


def _plain(value: Any) -> Any:
    if isinstance(value, StreamValue):
        return value.raw_text or (list(value.raw_data), getattr(value, "unknown_blocks", ()))
    if isinstance(value, models.fields.files.FieldFile):
        return value.name
    return value
