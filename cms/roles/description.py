"""Roles as a file describes them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEPARTMENTS = Path(__file__).with_name("departments.toml")
"""The roles of this project's sample province; an installation copies and changes it."""

PAGE_ACTIONS = frozenset({"add", "change", "publish", "lock", "unlock", "bulk_delete"})


class BadRoles(ValueError):
    """A file of roles cannot be used; the text is a whole sentence."""


@dataclass(frozen=True)
class Role:
    """What a group may do: *pages* below its *sections*, *snippets* of ``app.model``, and elsewhere."""

    key: str
    group: str
    sections: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    snippets: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    uploads: bool = False


@dataclass(frozen=True)
class Roles:
    """All roles, and which of them keeps a kind of page, by ``app.model``."""

    roles: tuple[Role, ...]
    kept_by: Mapping[str, str]

    def role(self, key: str) -> Role:
        """Return a role by its key."""
        return next(role for role in self.roles if role.key == key)


def read_roles(file: Path = DEPARTMENTS) -> Roles:
    """Return the roles of a file.

    Raises:
        BadRoles: it cannot be read, or says something that there is not.
    """
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRoles(f"{file} cannot be read: {error}.") from error
    roles = tuple(_role(entry) for entry in data.get("roles", ()))
    kept_by = {str(kind): str(key) for kind, key in data.get("kept_by", {}).items()}
    unknown = set(kept_by.values()) - {role.key for role in roles}
    if unknown:
        raise BadRoles(f"kept_by names roles that there are not: {', '.join(sorted(unknown))}.")
    if len({role.key for role in roles}) < len(roles):
        raise BadRoles("Two roles have the same key.")
    return Roles(roles, kept_by)


def _role(entry: Mapping[str, Any]) -> Role:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()
    }
    try:
        role = Role(**values)
    except TypeError as error:
        raise BadRoles(f"A role is not described as it should be: {error}.") from error
    unknown = set(role.pages) - PAGE_ACTIONS
    if unknown:
        raise BadRoles(f"The role {role.key} names actions that there are not: {', '.join(sorted(unknown))}.")
    return role
