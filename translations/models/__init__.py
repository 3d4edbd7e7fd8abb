"""What the translation desk keeps."""

from translations.models.clearance import Clearance, SourceVersion
from translations.models.edition import Edition
from translations.models.glossary import Term
from translations.models.memory import MemoryEntry
from translations.models.request import EngineRequest
from translations.models.unit import Unit

__all__ = ["Clearance", "Edition", "EngineRequest", "MemoryEntry", "SourceVersion", "Term", "Unit"]
