"""What the database really holds, read past the ORM and past every active language."""

import json
from typing import Any

from django.db import connection
from django.db.models import Model
from wagtail.fields import StreamField

from content.models import ArticlePage
from media.multilingual import LANGUAGES, SOURCE_LANGUAGE, TARGET_LANGUAGES, localized, translated_fields
from translations.models import Edition
from translations.operations.editions import columns_match_units


def row(instance: Model) -> dict[str, Any]:
    """Return every column of an object, its parents' tables included; JSON read."""
    found: dict[str, Any] = {}
    for model in [*type(instance)._meta.get_parent_list(), type(instance)]:
        table, key = model._meta.db_table, model._meta.pk
        assert key is not None
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}" WHERE "{key.column}" = %s', [instance.pk])  # noqa: S608 (names from the models)
            values = cursor.fetchone()
            assert values is not None
            columns = [column[0] for column in cursor.description]
        found |= dict(zip(columns, values, strict=True))
    streams = {field.column for field in instance._meta.concrete_fields if isinstance(field, StreamField)}
    return {name: json.loads(value) if value and name in streams else value for name, value in found.items()}


def words(instance: Model, language: str) -> dict[str, Any]:
    """Return the stored translated fields of an object in *language*; None and empty count as one."""
    stored = row(instance)
    return {name: stored[localized(name, language)] or None for name in translated_fields(type(instance))}


def all_words(instance: Model) -> dict[str, dict[str, Any]]:
    """Return the same for the four languages."""
    return {language: words(instance, language) for language in LANGUAGES}


def derived(instance: Model) -> dict[str, dict[str, Any]]:
    """Return the same for the three derived languages."""
    return {language: words(instance, language) for language in TARGET_LANGUAGES}


def bare(instance: Model) -> dict[str, Any]:
    """Return the columns under the bare names, which always hold Vietnamese."""
    stored = row(instance)
    return {name: stored[name] or None for name in translated_fields(type(instance))}


def draft(page: ArticlePage) -> dict[str, Any]:
    """Return the content of the latest revision, empty where there is none."""
    latest = ArticlePage.objects.get(pk=page.pk).get_latest_revision()
    return latest.content if latest is not None else {}


NOTHING = dict.fromkeys(TARGET_LANGUAGES, dict.fromkeys(translated_fields(ArticlePage)))
"""The derived words of an article that nobody translated."""


def assert_sound(page: ArticlePage) -> None:
    """What holds of every page at every time, whoever did whatever to it."""
    assert bare(page) == words(page, SOURCE_LANGUAGE)
    for edition in Edition.objects.of(page):
        assert columns_match_units(edition=edition)
    _assert_vietnamese_only_revisions(page)
    latest = draft(page)
    assert row(page)["draft_title"] == (latest["title_vi"] if latest else row(page)["title_vi"])


def _assert_vietnamese_only_revisions(page: ArticlePage) -> None:
    names = translated_fields(ArticlePage)
    forbidden = {*names, *(localized(name, language) for name in names for language in TARGET_LANGUAGES)}
    for revision in page.revisions.all():
        assert not forbidden & revision.content.keys()
        assert {localized(name, SOURCE_LANGUAGE) for name in names} <= revision.content.keys()
