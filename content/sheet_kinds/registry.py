"""Which kinds of page are kept in tables."""

from content.sheet_kinds.description import SheetKind


class NoSuchKind(KeyError):
    """No kind of page is kept in a table under this name."""

    def __str__(self) -> str:
        """Return a sentence with the names there are."""
        return f"There is no table {self.args[0]!r}. There are: {', '.join(sorted(_kinds)) or 'none'}."


_kinds: dict[str, SheetKind] = {}


def register(kind: SheetKind) -> SheetKind:
    """Let a kind be imported and exported.

    Raises:
        ValueError: its name is taken.
    """
    if kind.name in _kinds:
        raise ValueError(f"There is a table {kind.name!r} already.")
    _kinds[kind.name] = kind
    return kind


def sheet_kind(name: str) -> SheetKind:
    """Return the kind of a name.

    Raises:
        NoSuchKind: there is none.
    """
    if name not in _kinds:
        raise NoSuchKind(name)
    return _kinds[name]


def kinds() -> list[SheetKind]:
    """Return all kinds, by name."""
    return [_kinds[name] for name in sorted(_kinds)]
