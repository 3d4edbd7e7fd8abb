"""A database that exists for as long as something is measured in it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection


@contextmanager
def throw_away_database(folder: Path) -> Iterator[None]:
    """Point the default connection at a new, migrated database of the configured kind; drop it afterwards.

    Args:
        folder: where an SQLite file may lie meanwhile.

    Raises:
        django.db.Error: the account may not create databases.
    """
    folder.mkdir(parents=True, exist_ok=True)
    own = connection.settings_dict["NAME"]
    own_test = connection.settings_dict["TEST"]["NAME"]
    with TemporaryDirectory(dir=folder) as place:
        name = f"portal_bench_{os.getpid()}"
        is_file = connection.vendor == "sqlite"
        connection.settings_dict["TEST"]["NAME"] = str(Path(place) / name) if is_file else name
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(own, verbosity=0)
            connection.settings_dict["TEST"]["NAME"] = own_test
