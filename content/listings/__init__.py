"""The directories of this site, one module for each kind of page. Importing this registers them all."""

from content.listings import contests, events, institutions, press, sectors

__all__ = ["contests", "events", "institutions", "press", "sectors"]
