"""What changed in the database since the last bake, written down by the database itself.

Triggers notice every write: through a form, a bulk update, treebeard's own SQL or a
database console. A row names an object, not what changed in it; whether it matters to a
file is found out by asking that file's questions again (`deploy.bake.questions`).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connections, models
from modelcluster.models import get_all_child_relations

from content.models import PortalPage
from deploy.models import Change, PublishedAddress
from translations.models import Clearance, Edition
from translations.registry import translated_models

PAGE = "page"
CLEARANCE = "clearance"
STRUCTURE = "structure"
"""Something that may change any page or file: who may see what, the site itself, the tables."""
ADDRESS = "address"
EDITION_OF = "of:"
"""Begins the kind of a change of an edition; the content type of its object follows."""

_SLICE = 5000


@dataclass(frozen=True)
class Watch:
    """A table whose writes are noted, as *kind* (SQL over ``{row}``) of the object in *column*."""

    table: str
    kind: str
    column: str


@dataclass(frozen=True)
class Changes:
    """The changed objects by kind, and the rows that named them."""

    rows: tuple[int, ...]
    objects: dict[str, set[int]]

    def __bool__(self) -> bool:
        return bool(self.rows)


def read_changes() -> Changes:
    """Return what was written down and not yet forgotten."""
    rows: list[int] = []
    objects: dict[str, set[int]] = defaultdict(set)
    for pk, kind, subject in Change.objects.order_by("pk").values_list("pk", "kind", "subject").iterator():
        rows.append(pk)
        objects[kind].add(subject)
    return Changes(tuple(rows), dict(objects))


def forget(changes: Changes) -> None:
    """Remove exactly the rows that were read: others came since."""
    for start in range(0, len(changes.rows), _SLICE):
        Change.objects.filter(pk__in=changes.rows[start : start + _SLICE]).delete()


def watches() -> Iterator[Watch]:
    """Yield every table that the portal is made of."""
    for model in _pages():
        yield _watch(model, PAGE)
    for relation in {relation for model in _pages() for relation in page_parts(model)}:
        yield _watch(relation.related_model, PAGE, relation.field.name)
    for translated in translated_models():
        if not issubclass(translated, PortalPage):
            yield _watch(translated, translated._meta.label_lower)
    yield Watch(Edition._meta.db_table, f"'{EDITION_OF}' || {{row}}.content_type_id", "object_id")
    yield _watch(Clearance, CLEARANCE, "source_version")
    yield _watch(PublishedAddress, ADDRESS)
    for label in _STRUCTURE:
        yield _watch(apps.get_model(label), STRUCTURE)


def _pages() -> tuple[type[PortalPage], ...]:
    return (PortalPage, *PortalPage.__subclasses__())


def page_parts(model: type[PortalPage]) -> list[Any]:
    """Return the relations to rows that belong to a page, such as its topics; not what Wagtail keeps."""
    return [
        relation
        for relation in get_all_child_relations(model)
        if not relation.related_model.__module__.startswith("wagtail.")
    ]


_STRUCTURE = (
    "wagtailcore.Site",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.Collection",
    "wagtailcore.CollectionViewRestriction",
)


def _watch(model: type[models.Model], kind: str, field: str = "pk") -> Watch:
    found: Any = model._meta.pk if field == "pk" else model._meta.get_field(field)
    return Watch(model._meta.db_table, f"'{kind}'", found.column)


def install(using: str) -> None:
    """Make the triggers of every watched table that there is, in place of older ones."""
    connection = connections[using]
    there = set(connection.introspection.table_names())
    journal = Change._meta.db_table
    if journal not in there:
        return
    write = _postgresql if connection.vendor == "postgresql" else _sqlite
    with connection.cursor() as cursor:
        for watch in watches():
            if watch.table not in there:
                continue
            for statement in write(watch, journal):
                cursor.execute(statement)


def _noted(watch: Watch, journal: str, row: str, suffix: str = "") -> str:
    kind = watch.kind.format(row=row)
    # Names of tables and columns of our own models, no one's input.
    return f'INSERT INTO "{journal}" (kind, subject) SELECT {kind}, {row}."{watch.column}"{suffix};'


def _everything(journal: str) -> str:
    return f"INSERT INTO \"{journal}\" (kind, subject) VALUES ('{STRUCTURE}', 0);"  # noqa: S608 - our own table


def _sqlite(watch: Watch, journal: str) -> Iterator[str]:
    moved = f' WHERE OLD."{watch.column}" IS NOT NEW."{watch.column}"'
    bodies = {
        "INSERT": _noted(watch, journal, "NEW"),
        "UPDATE": _noted(watch, journal, "NEW") + _noted(watch, journal, "OLD", moved),
        "DELETE": _noted(watch, journal, "OLD"),
    }
    for event, body in bodies.items():
        name = f"portal_{watch.table}_{event.lower()}"
        yield f'DROP TRIGGER IF EXISTS "{name}"'
        yield f'CREATE TRIGGER "{name}" AFTER {event} ON "{watch.table}" BEGIN {body} END'


def _postgresql(watch: Watch, journal: str) -> Iterator[str]:
    moved = f' WHERE OLD."{watch.column}" IS DISTINCT FROM NEW."{watch.column}"'
    name = f"portal_{watch.table}"
    yield (
        f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN '
        f"IF TG_OP = 'INSERT' THEN {_noted(watch, journal, 'NEW')} "
        f"ELSIF TG_OP = 'UPDATE' THEN {_noted(watch, journal, 'NEW')} {_noted(watch, journal, 'OLD', moved)} "
        f"ELSIF TG_OP = 'DELETE' THEN {_noted(watch, journal, 'OLD')} "
        f"ELSE {_everything(journal)} END IF; RETURN NULL; END $$"
    )
    yield (
        f'CREATE OR REPLACE TRIGGER "{name}" AFTER INSERT OR UPDATE OR DELETE ON "{watch.table}" '
        f'FOR EACH ROW EXECUTE FUNCTION "{name}"()'
    )
    yield (
        f'CREATE OR REPLACE TRIGGER "{name}_truncate" AFTER TRUNCATE ON "{watch.table}" '
        f'FOR EACH STATEMENT EXECUTE FUNCTION "{name}"()'
    )


def follow_migrations(using: str, plan: object = None, **kwargs: object) -> None:
    """After migrations, or a flush, the tables may be new ones: watch them, and look at everything again."""
    install(using)
    if plan != [] and Change._meta.db_table in connections[using].introspection.table_names():
        Change.objects.using(using).create(kind=STRUCTURE, subject=0)
