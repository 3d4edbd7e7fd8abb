"""The tables that departments keep, one module for each kind. Importing this registers them all."""

from content.department_sheets import incentives, parks, projects, references, sectors

__all__ = ["incentives", "parks", "projects", "references", "sectors"]
