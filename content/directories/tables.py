"""A directory's records as CSV and JSON, for spreadsheets and programs."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

from content.directories.description import Column, Value
from content.surroundings import Record

# Excel reads a file as UTF-8 by its byte order mark, and runs cells that begin with these.
_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[Column], records: Iterable[Record]) -> bytes:
    """Return a table by RFC 4180, in UTF-8 with a byte order mark; numbers and dates are for machines."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow([heading(column) for column in columns])
    writer.writerows([[_cell(column.value(record)) for column in columns] for record in records])
    return (_MARK + written.getvalue()).encode()


def as_json(columns: Sequence[Column], records: Iterable[Record], about: Mapping[str, str]) -> bytes:
    """Return a table as JSON: *about* it, its columns, and its records by the columns' names."""
    data = {
        **about,
        "columns": [
            {"name": column.name, "heading": str(column.heading), "unit": str(column.unit)}
            for column in columns
        ],
        "records": [{column.name: _plain(column.value(record)) for column in columns} for record in records],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def heading(column: Column) -> str:
    """Return the heading with its unit, such as ``Total area (ha)``."""
    return f"{column.heading} ({column.unit})" if column.unit else str(column.heading)


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    plain = _plain(value)
    return "" if plain is None else str(plain)


def _plain(value: Value) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
