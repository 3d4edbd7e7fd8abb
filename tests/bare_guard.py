"""Watch the translated fields themselves: the project's Python never touches one bare.

The reading of programs in ``tests/architecture/bare_fields.py`` cannot tell what every
object is. The fields can tell who touches them.
"""

import linecache
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from modeltranslation.fields import TranslationFieldDescriptor

ROOT = Path(__file__).resolve().parent.parent
WATCHED = tuple(f"{ROOT / package}/" for package in ("cms", "content", "deploy", "media", "translations"))


class BareFieldTouched(AssertionError):
    """Code read or wrote a translated field without naming its language."""


def _complain(field: str) -> None:
    caller = sys._getframe(2)
    while caller.f_code.co_name in {"__get__", "__set__"} and caller.f_back:
        # A field's own descriptor passes the access on; the one who asked stands behind it.
        caller = caller.f_back
    name, line = caller.f_code.co_filename, caller.f_lineno
    if name.startswith(WATCHED) and "# bare:" not in linecache.getline(name, line):
        raise BareFieldTouched(
            f"{name}:{line} touches `{field}`, which follows the active language. Name its column."
        )


@contextmanager
def bare_fields_watched() -> Iterator[None]:
    """Raise BareFieldTouched where the project's code touches a translated field bare."""
    descriptor: Any = TranslationFieldDescriptor
    original_get, original_set = descriptor.__get__, descriptor.__set__

    def watched_get(self: Any, instance: Any, owner: Any) -> Any:
        if instance is not None:
            _complain(self.field.name)
        return original_get(self, instance, owner)

    def watched_set(self: Any, instance: Any, value: Any) -> None:
        _complain(self.field.name)
        original_set(self, instance, value)

    with patch.multiple(descriptor, __get__=watched_get, __set__=watched_set):
        yield
