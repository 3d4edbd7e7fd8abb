"""Ways in which a script, a console or a broken disk spoils what the desk stored."""

import json
import random
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection

from content.models import ArticlePage, PortalPage
from translations.differences import PUBLIC_TEXT
from translations.models import Edition, Unit

_MODELS = {"title": PortalPage, "summary": PortalPage, "body": ArticlePage, "sources": ArticlePage}
_EXTRA = {"type": "paragraph", "value": "<p>余分</p>", "id": "00000000-0000-4000-8000-0000000000ff"}
_UNKNOWN = {"type": "fortune", "value": 7, "id": "00000000-0000-4000-8000-0000000000fe"}


@dataclass(frozen=True)
class Spoilt:
    """Where a value was spoilt, as verify should name it."""

    language: str
    place: str


def raw(page: ArticlePage, column: str) -> str | None:
    """Return what the database holds."""
    table, key = _where(column)
    with connection.cursor() as cursor:
        query = f'SELECT CAST("{column}" AS text) FROM "{table}" WHERE "{key}" = %s'  # noqa: S608 - names of our own tables
        cursor.execute(query, [page.pk])
        value: str | None = cursor.fetchone()[0]
    return value


def store_raw(page: ArticlePage, column: str, text: str | None) -> None:
    """Store *text* past every field and constraint."""
    table, key = _where(column)
    with _unchecked(), connection.cursor() as cursor:
        query = f'UPDATE "{table}" SET "{column}" = %s WHERE "{key}" = %s'  # noqa: S608 - names of our own tables
        cursor.execute(query, [text, page.pk])


def _where(column: str) -> tuple[str, str]:
    model = _MODELS[column.rpartition("_")[0]]
    return model._meta.db_table, str(model._meta.pk.column)


@contextmanager
def _unchecked() -> Iterator[None]:
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        try:
            yield
        finally:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def spoil_text(page: ArticlePage, language: str, chance: random.Random) -> Spoilt:
    """Spoil a text column."""
    column = f"{chance.choice(['title', 'summary'])}_{language}"
    before = raw(page, column) or ""
    ways: list[Callable[[], str | None]] = [
        lambda: None,
        lambda: "",
        lambda: before[: len(before) // 2],
        lambda: before + " ",
        lambda: unicodedata.normalize("NFD", before + "ế"),
        lambda: before.replace("訳", "譯") + "。",
        lambda: raw(page, column.replace(f"_{language}", "_vi")),
    ]
    return _spoil(page, column, language, [*ways], chance)


def spoil_stream(page: ArticlePage, language: str, chance: random.Random) -> Spoilt:
    """Spoil a StreamField column."""
    column = f"body_{language}"
    before = json.loads(raw(page, column) or "[]")
    first = {**before[0], "value": str(before[0]["value"]).replace("訳", "譯", 1) + " "}
    changed: list[Any] = [
        [],
        [*before, _EXTRA],
        [*before, _UNKNOWN],
        before[1:],
        before[::-1],
        [first, *before[1:]],
        [{**before[0], "id": "00000000-0000-4000-8000-0000000000fd"}, *before[1:]],
        [{**before[0], "type": "heading"}, *before[1:]],
        json.loads(raw(page, "body_vi") or "[]"),
        {"blocks": before},
        "kaputt",
        5,
    ]
    ways: list[Callable[[], str | None]] = [lambda value=value: json.dumps(value) for value in changed]  # type: ignore[misc]  # mypy cannot type a lambda's default
    ways.append(lambda: None)
    if connection.vendor == "sqlite":
        whole = raw(page, column) or ""
        ways += [lambda: whole[: chance.randrange(1, len(whole))], lambda: whole.replace('"', "'")]
    return _spoil(page, column, language, ways, chance)


def _spoil(
    page: ArticlePage, column: str, language: str, ways: list[Callable[[], str | None]], chance: random.Random
) -> Spoilt:
    before = raw(page, column)
    text = chance.choice(ways)()
    store_raw(page, column, text)
    assert raw(page, column) != before
    return Spoilt(language, column)


def spoil_column_without_edition(page: ArticlePage, language: str, chance: random.Random) -> Spoilt:
    """Put a text where no edition is public."""
    if chance.random() < 0.5:
        column, text = f"title_{language}", "누가 썼나"
    else:
        column, text = f"body_{language}", json.dumps([_EXTRA])
    store_raw(page, column, text)
    return Spoilt(language, column)


def spoil_public_text(page: ArticlePage, language: str, chance: random.Random) -> Spoilt:
    """Spoil what the edition keeps of its public segments."""
    edition = Edition.objects.of(page).get(language=language)
    kept: Mapping[str, str] = edition.public_targets
    key = chance.choice(sorted(kept))
    ways: list[Any] = [
        {},
        [],
        "kaputt",
        {one: text for one, text in kept.items() if one != key},
        {**kept, key: kept[key][:-1]},
        {**kept, key: ""},
        {**kept, key: 5},
        {**kept, "body/gone#0": "余分"},
    ]
    Edition.objects.filter(pk=edition.pk).update(public_targets=chance.choice(ways))
    return Spoilt(language, PUBLIC_TEXT)


def spoil_unit(page: ArticlePage, language: str, chance: random.Random) -> Spoilt:
    """Spoil an approved segment's text."""
    units = Unit.objects.filter(edition__in=Edition.objects.of(page), edition__language=language)
    unit = chance.choice(list(units.order_by("pk")))
    ways = ["", unit.target[:-1], f"{unit.target}!", unit.source]
    Unit.objects.filter(pk=unit.pk).update(target=chance.choice(ways))
    return Spoilt(language, unit.key)
