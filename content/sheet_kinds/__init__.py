"""Which kinds of page a department keeps in tables, and how their columns and fields belong together.

A kind registers one `SheetKind`; the admin and the commands import and export it.
"""

from content.sheet_kinds.bindings import Amount, Binding, Chosen, Named, NamedRows, Plain, Reckoned, Words
from content.sheet_kinds.description import SheetKind
from content.sheet_kinds.lookup import Lookup, register_reference
from content.sheet_kinds.registry import NoSuchKind, kinds, register, sheet_kind

__all__ = [
    "Amount",
    "Binding",
    "Chosen",
    "Lookup",
    "Named",
    "NamedRows",
    "NoSuchKind",
    "Plain",
    "Reckoned",
    "SheetKind",
    "Words",
    "kinds",
    "register",
    "register_reference",
    "sheet_kind",
]
