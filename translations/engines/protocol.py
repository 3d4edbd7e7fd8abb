"""What every translation engine takes and gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol, get_args, runtime_checkable

Language = Literal["en", "ja", "ko"]
RefusalCode = Literal[
    "control",  # the source holds a character that no text should hold
    "crossed",  # the source's own placeholders do not nest
    "too_long",  # one text alone is larger than a request may be
    "garbled",  # the reply holds a control or replacement character
    "markup",  # the reply holds markup that was never sent
    "placeholders",  # the reply lost, doubled or crossed a placeholder
    "empty",  # the reply has no words although the source has
    "script",  # the reply is written in another language's script
]

LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Job:
    """Vietnamese *texts* (segment form, NFC) that want one target *language*.

    *context* is plain text that helps the engine, such as the page's lead; it is sent
    with every request, is not translated, and is cut when it is long. It leaves the
    house like the texts do, so it needs the same clearance. *instructions* are sentences
    that say how to translate; an engine that takes none leaves them out. *glossary* is
    what `GlossaryKeeper.keep_glossary` returned, empty for none.
    """

    texts: tuple[str, ...]
    language: Language
    context: str = ""
    instructions: tuple[str, ...] = ()
    glossary: str = ""

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(
                f"No engine translates into {self.language!r}; use one of {', '.join(LANGUAGES)}."
            )


@dataclass(frozen=True, slots=True)
class Result:
    """One translation in segment form, with the placeholders of its source.

    *score* runs from 0 to 100, None when the engine gives none. *billed_characters* is
    what this text cost: 0 when it was not sent (an identical text of the job was, or
    there was nothing to translate), None when the engine does not say.
    """

    text: str
    engine: str
    score: float | None = None
    billed_characters: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why one text of a job has no translation; *reason* is a whole English sentence.

    The same text sent again would most likely be refused again (and billed again, when
    the reply was at fault), so a person writes this one.
    """

    reason: str
    code: RefusalCode
    billed_characters: int | None = None


Outcome = Result | Refused


@dataclass(frozen=True, slots=True)
class Batch:
    """The distinct *texts* of one request, in the engine's own form.

    ``positions[i]`` are the indices in the job of ``texts[i]``.
    """

    texts: tuple[str, ...]
    positions: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Split:
    """A job as the requests it takes; *settled* holds, by index, what needs none."""

    settled: Mapping[int, Outcome] = field(default_factory=dict)
    batches: Sequence[Batch] = ()


class Engine(Protocol):
    """A translator of jobs; it holds no transaction, no database row and no lock."""

    @property
    def name(self) -> str:
        """The slug kept with every translation this engine made."""

    @property
    def is_billed(self) -> bool:
        """Whether its characters cost money, and so count against a budget."""

    def split(self, job: Job) -> Split:
        """Return the requests that *job* takes: few, and each distinct text once.

        An engine may ask its server for the limits here, so hold no transaction; where that
        fails it takes cautious ones and leaves the error to `send`.
        """

    def send(self, job: Job, batch: Batch) -> dict[int, Outcome]:
        """Send one request; return an outcome for each of its positions.

        One bad text never costs the others.

        Raises:
            EngineError: the engine could not answer; ``may_be_paid`` tells whether this
                request may have been billed all the same.
        """


@dataclass(frozen=True, slots=True)
class Usage:
    """Characters that the vendor counted in this billing period, and how many it allows (None: no limit)."""

    count: int
    limit: int | None


@runtime_checkable
class Metered(Protocol):
    """An engine that counts what it is asked and can say so."""

    def usage(self) -> Usage:
        """Ask the vendor what was used.

        Raises:
            EngineError: the vendor did not say.
        """


@runtime_checkable
class GlossaryKeeper(Protocol):
    """An engine that holds a glossary of ours and heeds it."""

    def keep_glossary(self, name: str, dictionaries: Mapping[Language, Mapping[str, str]]) -> str:
        """Have the vendor hold *dictionaries* (Vietnamese to target, by language); return its id for them.

        *name* ends in a hyphen and a checksum of the terms. If the vendor holds that name,
        nothing is sent. Whatever else it holds under the words before the last hyphen is
        older and is deleted, once the new one exists. Returns an empty text where there is
        no term to keep.

        Raises:
            EngineError: the vendor did not take it; what it held before is still there.
        """


def translate(engine: Engine, job: Job) -> list[Outcome]:
    """Have *engine* do a whole job; return one outcome per text, in the job's order.

    Raises:
        EngineError: a request failed; the rest was not sent.
    """
    split = engine.split(job)
    outcomes = dict(split.settled)
    for batch in split.batches:
        outcomes |= engine.send(job, batch)
    return [outcomes[position] for position in range(len(job.texts))]
