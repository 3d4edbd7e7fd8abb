"""The directories of this site, one module for each kind of page. Importing this registers them all."""

from content.listings import incentives, institutions, press, procedures, projects, sectors

__all__ = ["incentives", "institutions", "press", "procedures", "projects", "sectors"]
from content.listings import parks, sectors

__all__ = ["parks", "sectors"]
