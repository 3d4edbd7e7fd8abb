"""Reading the files that are measured on: a translation memory, and the glossary that it follows."""

from pathlib import Path

from translations.checks.pair import ExpectedTerm, Language
from translations.checks.seeding.sample import Deck, decks
from translations.exchange import glossary_tsv
from translations.exchange.bounded_xml import Garbled
from translations.exchange.term_rows import BadTable, TermRow
from translations.exchange.tmx import Entry, read
from translations.glossary import Glossary


class Unusable(ValueError):
    """A file cannot be measured on; the text says which and why."""


def read_decks(memory: Path, glossary: Path) -> dict[Language, Deck]:
    """Return the samples of a TMX file, each with the terms of the glossary that its source has.

    Raises:
        Unusable: one of the files is no such file, or the memory is empty.
        OSError: one of the files cannot be opened.
    """
    try:
        with memory.open("rb") as file:
            entries = [entry for entry in read(file) if isinstance(entry, Entry)]
        with glossary.open("rb") as file:
            terms = Glossary((row.vi, row) for row in glossary_tsv.read(file) if isinstance(row, TermRow))
    except Garbled as error:
        raise Unusable(f"{memory}, line {error.line}: {error}") from error
    except BadTable as error:
        raise Unusable(f"{glossary}, row {error.row}: {error}") from error
    if not entries:
        raise Unusable(f"{memory} holds no translation.")

    def expected(source: str, language: Language) -> list[ExpectedTerm]:
        found = ((row.vi, row.text(language)) for row in terms.found_in(source))
        return [ExpectedTerm(vietnamese, wanted) for vietnamese, wanted in found if wanted]

    return decks(entries, expected)
