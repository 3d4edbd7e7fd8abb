"""The directories of this site, one module for each kind of page. Importing this registers them all."""

from content.listings import indicators, institutions, press, sectors

__all__ = ["indicators", "institutions", "press", "sectors"]
