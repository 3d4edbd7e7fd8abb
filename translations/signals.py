"""What the desk tells the rest of the project."""

from django.dispatch import Signal

edition_published = Signal()
"""An edition's public text changed. Sent after commit with ``edition`` and ``instance``."""
