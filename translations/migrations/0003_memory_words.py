"""The words of every memory entry, and the trigram indexes that fuzzy search asks.

A later migration that rebuilds ``translations_memoryentry`` on SQLite drops its triggers: it
has to run `_index_words` again. `tests/translations/memory/test_index.py` notices.
"""

from django.db import migrations, models
from django.db.models.functions import Left

from translations.similarity import folded

_BATCH = 1_000

_POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    # Without a list of pending rows, which every search would read through.
    "CREATE INDEX memory_words_trigrams ON translations_memoryentry"
    " USING gin (words gin_trgm_ops) WITH (fastupdate = off)",
)
_POSTGRESQL_BACK = ("DROP INDEX memory_words_trigrams",)

_SQLITE = (
    # The index keeps no text of its own: it reads `words` where it is.
    "CREATE VIRTUAL TABLE translations_memoryentry_words USING fts5("
    "words, content='translations_memoryentry', content_rowid='id', tokenize='trigram case_sensitive 1')",
    "INSERT INTO translations_memoryentry_words (translations_memoryentry_words) VALUES ('rebuild')",
    """
    CREATE TRIGGER translations_memoryentry_words_added AFTER INSERT ON translations_memoryentry BEGIN
        INSERT INTO translations_memoryentry_words (rowid, words) VALUES (new.id, new.words);
    END
    """,
    """
    CREATE TRIGGER translations_memoryentry_words_gone AFTER DELETE ON translations_memoryentry BEGIN
        INSERT INTO translations_memoryentry_words (translations_memoryentry_words, rowid, words)
        VALUES ('delete', old.id, old.words);
    END
    """,
    """
    CREATE TRIGGER translations_memoryentry_words_changed AFTER UPDATE OF words ON translations_memoryentry
    WHEN old.words <> new.words BEGIN
        INSERT INTO translations_memoryentry_words (translations_memoryentry_words, rowid, words)
        VALUES ('delete', old.id, old.words);
        INSERT INTO translations_memoryentry_words (rowid, words) VALUES (new.id, new.words);
    END
    """,
)
_SQLITE_BACK = (
    "DROP TRIGGER translations_memoryentry_words_added",
    "DROP TRIGGER translations_memoryentry_words_gone",
    "DROP TRIGGER translations_memoryentry_words_changed",
    "DROP TABLE translations_memoryentry_words",
)


def _fill_words(apps, schema_editor):
    entries = apps.get_model("translations", "MemoryEntry").objects.using(schema_editor.connection.alias)
    last = 0
    while batch := list(entries.filter(pk__gt=last).order_by("pk").only("source")[:_BATCH]):
        for entry in batch:
            entry.words = folded(entry.source)
        entries.bulk_update(batch, ["words"], batch_size=200)
        last = batch[-1].pk


def _index_words(apps, schema_editor):
    _run(schema_editor, _POSTGRESQL, _SQLITE)


def _forget_words(apps, schema_editor):
    _run(schema_editor, _POSTGRESQL_BACK, _SQLITE_BACK)


def _run(schema_editor, postgresql, sqlite):
    vendor = schema_editor.connection.vendor
    for statement in {"postgresql": postgresql, "sqlite": sqlite}[vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ("translations", "0002_engine_complete"),
    ]

    operations = [
        migrations.RunPython(_fill_words, migrations.RunPython.noop),
        migrations.RunPython(_index_words, _forget_words),
        migrations.AddIndex(
            model_name="memoryentry",
            index=models.Index(models.F("language"), Left("words", 64), name="memory_words_start"),
        ),
    ]
