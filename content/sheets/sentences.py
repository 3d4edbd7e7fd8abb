"""What is wrong with a table, as whole sentences: English, which the interface says in its language. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def gettext_noop(template: str) -> str:
    """Return *template*, marked so that the catalogues of the interface get it."""
    return template


@dataclass(frozen=True, slots=True)
class Sentence:
    """A whole sentence: a template for ``%`` and its values, which are never translated."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template % self.values


class BadSheet(ValueError):
    """The file as a whole cannot be read; nothing of it was."""

    def __init__(self, template: str, **values: object) -> None:
        """Keep the sentence that says why."""
        self.sentence = Sentence(template, values)
        super().__init__(str(self.sentence))


class BadCell(ValueError):
    """One cell cannot be read."""

    def __init__(self, template: str, **values: object) -> None:
        """Keep the sentence; the place and what was found are put in where the cell is known."""
        self.template = template
        self.values = values
        super().__init__(template)
