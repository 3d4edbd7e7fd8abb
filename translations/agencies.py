"""Whose text it is. The project names the model of agencies; the desk knows no more of it."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models


def agency_model() -> type[models.Model]:
    """Return the model that TRANSLATIONS_AGENCY_MODEL names."""
    return apps.get_model(settings.TRANSLATIONS_AGENCY_MODEL)


def agency_id_of(instance: models.Model | None) -> Any:
    """Return the key of the agency that answers for *instance*; None: no such field, or none is set."""
    if instance is None:
        return None
    wanted = agency_model()
    if isinstance(instance, wanted):
        return instance.pk
    for field in instance._meta.fields:
        if field.remote_field is not None and field.remote_field.model is wanted:
            return getattr(instance, field.attname)
    return None
