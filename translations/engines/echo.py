"""An engine that needs no network: for tests and development."""

from translations.engines import sources
from translations.engines.protocol import Job, Language, Outcome, Result


class EchoEngine:
    """Gives every text back under its language's mark, with all its placeholders."""

    name = "echo"

    def translate(self, job: Job) -> list[Outcome]:
        return [_outcome(sources.normalised(text), job.language) for text in job.texts]


def _outcome(text: str, language: Language) -> Outcome:
    refused = sources.refusal(text)
    if refused:
        return refused
    marked = f"[{language}] {text}" if sources.has_words(text) else text
    return Result(text=marked, engine=EchoEngine.name, billed_characters=0)
