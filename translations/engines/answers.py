"""From the answers of one request to the outcomes of a job."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translations.engines import order, replies, sources
from translations.engines.protocol import Batch, Job, Outcome, Refused, Result


class Reordered(Exception):
    """The answers seem to belong to other texts of the request; none of them can be trusted."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine said to one text, as HTML, and the characters that it bills for it (None: unknown)."""

    html: str
    billed_characters: int | None


def outcomes(engine: str, job: Job, batch: Batch, answers: Sequence[Answer]) -> dict[int, Outcome]:
    """Judge one answer per text of *batch*; return an outcome for each of its positions.

    Raises:
        Reordered: the answers do not stand in the order of the texts.
    """
    asked = [sources.normalised(job.texts[positions[0]]) for positions in batch.positions]
    if order.is_reordered(asked, [replies.words(answer.html) for answer in answers], job.language):
        raise Reordered
    found: dict[int, Outcome] = {}
    for source, positions, answer in zip(asked, batch.positions, answers, strict=True):
        judged = replies.judge(source, answer.html, job.language)
        outcome: Outcome = (
            replace(judged, billed_characters=answer.billed_characters)
            if isinstance(judged, Refused)
            else Result(judged, engine, None, answer.billed_characters)
        )
        # Identical texts travel once and are paid once.
        found |= dict.fromkeys(positions, replace(outcome, billed_characters=0))
        found[positions[0]] = outcome
    return found
