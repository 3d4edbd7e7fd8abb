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
    rows = [[column.value(record) for column in columns] for record in records]
    return csv_table([heading(column) for column in columns], rows)


def csv_table(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return *rows* under *headings* as `as_csv` does with records."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(headings)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return (_MARK + written.getvalue()).encode()


def as_json(columns: Sequence[Column], records: Iterable[Record], about: Mapping[str, Value]) -> bytes:
    """Return a table as JSON: *about* it, its columns, and its records by the columns' names."""
    data = {
        "columns": [
            {"name": column.name, "heading": str(column.heading), "unit": str(column.unit)}
            for column in columns
        ],
        "records": [{column.name: column.value(record) for column in columns} for record in records],
    }
    return json_table(about, data)


def json_table(about: Mapping[str, Value], data: Mapping[str, Any]) -> bytes:
    """Return *about* and *data* as one JSON object; numbers and dates in it are for machines."""
    return (json.dumps({**about, **data}, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


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
