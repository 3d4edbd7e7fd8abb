"""What columns of references name: for each kind of thing its codes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from content.sheets.columns import Known


@dataclass(frozen=True)
class _Referable:
    objects: Callable[[], Iterable[models.Model]]
    code: Callable[[Any], str]
    name: Callable[[Any], str]


_referable: dict[str, _Referable] = {}


def register_reference(
    kind: str,
    objects: Callable[[], Iterable[models.Model]],
    *,
    code: Callable[[Any], str],
    name: Callable[[Any], str],
) -> None:
    """Let columns name things of a *kind* by *code* or *name*; *objects* finds them all."""
    _referable[kind] = _Referable(objects, code, name)


class Lookup:
    """Finds things by their codes; each kind is read once, when it is first asked for."""

    def __init__(self) -> None:
        """Begin without having read anything."""
        self._found: dict[str, dict[str, models.Model]] = {}

    def _of(self, kind: str) -> dict[str, models.Model]:
        if kind not in self._found:
            referable = _referable[kind]
            self._found[kind] = {referable.code(found): found for found in referable.objects()}
        return self._found[kind]

    def instance(self, kind: str, code: str) -> models.Model:
        """Return the thing with that code.

        Raises:
            KeyError: there is none.
        """
        return self._of(kind)[code]

    def code(self, kind: str, pk: Any) -> str | None:
        """Return the code of a thing by its primary key, None for one that is gone."""
        return next((code for code, found in self._of(kind).items() if found.pk == pk), None)

    def known(self, wanted: Iterable[str]) -> Known:
        """Return codes and names of the *wanted* kinds."""
        return {
            kind: {code: _referable[kind].name(found) for code, found in self._of(kind).items()}
            for kind in wanted
        }
