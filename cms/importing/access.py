"""Who may bring tables of which kind."""

from typing import Any

from content.models import PortalPage
from content.sheet_kinds import SheetKind, kinds


def may_import(person: Any, kind: SheetKind) -> bool:
    """Whether *person* may make pages of a kind, or edit those where new ones are made."""
    return may_keep(person, kind.parent())


def may_keep(person: Any, parent: PortalPage | None) -> bool:
    """Whether *person* may make pages below *parent*, or edit it."""
    if parent is None:
        return False
    allowed = parent.permissions_for_user(person)
    return bool(allowed.can_add_subpage() or allowed.can_edit())


def kinds_of(person: Any) -> list[SheetKind]:
    """Return the kinds that *person* may import and export."""
    return [kind for kind in kinds() if may_import(person, kind)]
