"""Directories: what the listings of a kind of page show, how they are divided, and their tables.

A kind registers one `Directory`; a `DirectoryPage` shows it. Nothing here reads the database.
"""

from content.directories.description import Column, Directory, Facet, Value
from content.directories.registry import choices, directory, facet_values, of_kind, register

__all__ = [
    "Column",
    "Directory",
    "Facet",
    "Value",
    "choices",
    "directory",
    "facet_values",
    "of_kind",
    "register",
]
