"""What the translation desk keeps."""

from translations.models.clearance import Clearance, SourceVersion
from translations.models.edition import Edition
from translations.models.engine import EngineGlossary, EnginePause, EnginePlan, Instruction
from translations.models.glossary import Term
from translations.models.job import TranslationJob
from translations.models.machine_text import MachineText
from translations.models.memory import MemoryEntry
from translations.models.request import EngineRequest
from translations.models.unit import Dismissal, Unit

__all__ = [
    "Clearance",
    "Dismissal",
    "Edition",
    "EngineGlossary",
    "EnginePause",
    "EnginePlan",
    "EngineRequest",
    "Instruction",
    "MachineText",
    "MemoryEntry",
    "SourceVersion",
    "Term",
    "TranslationJob",
    "Unit",
]
