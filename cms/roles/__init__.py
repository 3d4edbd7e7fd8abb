"""The departments of a province and what each keeps: read from a file, granted in Wagtail."""

from cms.roles.description import DEPARTMENTS, BadRoles, Role, read_roles
from cms.roles.operations import Granted, grant_roles

__all__ = ["DEPARTMENTS", "BadRoles", "Granted", "Role", "grant_roles", "read_roles"]
