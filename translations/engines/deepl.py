"""DeepL, through its own client; the only module that speaks to it.

Facts and limits: docs/engines.md.
"""

import json
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from time import sleep
from typing import Any, TypeVar

import deepl
from deepl import api_data, http_client

from translations.engines import deepl_failures, sources, terms
from translations.engines.answers import Answer, Reordered, outcomes
from translations.engines.batching import (
    MAX_CONTEXT_BYTES,
    MAX_REQUEST_BYTES,
    Room,
    batches,
    encoded_bytes,
    shortened,
)
from translations.engines.exceptions import EngineError, ReplyGarbled, RequestRejected, Unreachable
from translations.engines.protocol import Batch, Job, Language, Outcome, Split, Usage

SOURCE = "VI"
TARGETS: dict[Language, str] = {"en": "EN-GB", "ja": "JA", "ko": "KO"}
# Korean and English know no formality at DeepL.
FORMALITY: dict[Language, deepl.Formality] = {"ja": deepl.Formality.PREFER_MORE}
MAX_INSTRUCTIONS = 10
MAX_INSTRUCTION_CHARACTERS = 300
# Fifty long texts under instructions, which DeepL gives to its slower models, take most of a minute;
# to give up on an answer may cost as much again as to wait for it.
TIMEOUT_SECONDS = 120.0
RETRIES = 3
FIRST_PAUSE_SECONDS = 1.0

_LAST_SEPARATOR = len(", ")
_log = logging.getLogger(__name__)
_T = TypeVar("_T")

# At lower levels the client writes every text it sends and receives into the log.
logging.getLogger("deepl").setLevel(logging.WARNING)


class DeepLEngine:
    """Translates through the DeepL API: *timeout* seconds a try (at least one), then *retries* more tries.

    Tried again is only what cannot have been paid: see docs/engines.md.

    Raises:
        ValueError: the key is empty or holds characters that no key holds.
    """

    name = "deepl"
    is_billed = True

    def __init__(
        self, auth_key: str, server_url: str = "", timeout: float = TIMEOUT_SECONDS, retries: int = RETRIES
    ) -> None:
        if not (auth_key and auth_key.isascii() and auth_key.isprintable() and " " not in auth_key):
            raise ValueError("The DeepL key is empty or holds a stray character; check DEEPL_AUTH_KEY.")
        self.is_free = auth_key.endswith(":fx")
        self._timeout = timeout
        self._retries = retries
        self._client = deepl.DeepLClient(
            auth_key,
            # The client joins paths as a browser does: without the slash it drops the last part.
            server_url=f"{server_url.rstrip('/')}/" if server_url else None,
            send_platform_info=False,
        )

    def split(self, job: Job) -> Split:
        """See ``Engine.split``."""
        room = _room(job)
        settled, waiting = sources.settled(self.name, job.texts, lambda text: sources.refusal(text, room))
        # The whole context goes with every request, except where one text needs its room.
        context = min(encoded_bytes(sources.normalised(job.context)), MAX_CONTEXT_BYTES)
        return Split(settled, batches(waiting, Room(max(1, room - context))))

    def send(self, job: Job, batch: Batch) -> dict[int, Outcome]:
        """See ``Engine.send``."""
        _check_instructions(job)
        answers = [Answer(one.text, max(0, one.billed_characters)) for one in self._ask(batch.texts, job)]
        try:
            return outcomes(self.name, job, batch, answers)
        except Reordered:
            raise ReplyGarbled(deepl_failures.REORDERED) from None

    def usage(self) -> Usage:
        """See ``Metered.usage``."""
        counted = self._called(self._client.get_usage).character
        if counted.count is None:
            raise ReplyGarbled(deepl_failures.GARBLED)
        return Usage(counted.count, counted.limit)

    def keep_glossary(self, name: str, dictionaries: Mapping[Language, Mapping[str, str]]) -> str:
        """See ``GlossaryKeeper.keep_glossary``."""
        prefix = f"{name.rpartition('-')[0]}-"
        held = self._called(self._client.list_multilingual_glossaries)
        entries = [
            api_data.MultilingualGlossaryDictionaryEntries(SOURCE, language.upper(), dict(words))
            for language, words in terms.sendable(dictionaries).items()
        ]
        remote_id = next((one.glossary_id for one in held if one.name == name), "")
        if entries and not remote_id:
            made = self._called(lambda: self._client.create_multilingual_glossary(name, entries))
            remote_id = made.glossary_id
        for one in held:
            if one.name.startswith(prefix) and (one.name != name or not entries):
                self._delete_glossary(one.glossary_id)
        return remote_id if entries else ""

    def _delete_glossary(self, remote_id: str) -> None:
        try:
            self._called(lambda: self._client.delete_multilingual_glossary(remote_id))
        except EngineError as error:
            # It costs nothing where it is, and the next change of the glossary tries again.
            _log.warning("An outdated DeepL glossary could not be deleted. %s", error)

    def _ask(self, texts: Sequence[str], job: Job) -> list[deepl.TextResult]:
        options = _options(job)
        left = MAX_REQUEST_BYTES - _size(options) - sum(map(encoded_bytes, texts)) + _LAST_SEPARATOR
        context = shortened(sources.normalised(job.context), min(left, MAX_CONTEXT_BYTES))
        if context:
            options["context"] = context
        answers = self._called(
            lambda: self._client.translate_text(texts, **options), holds_glossary=bool(job.glossary)
        )
        if not isinstance(answers, list) or len(answers) != len(texts):
            raise ReplyGarbled(deepl_failures.GARBLED)
        if not all(isinstance(answer.text, str) for answer in answers):
            raise ReplyGarbled(deepl_failures.GARBLED)
        return answers

    def _called(self, call: Callable[[], _T], holds_glossary: bool = False) -> _T:
        """Return what the client's *call* returns; try it again where nothing can have been paid."""
        pause = FIRST_PAUSE_SECONDS
        for _ in range(self._retries):
            try:
                return self._tried(call)
            except deepl.DeepLException as error:
                if not _is_worth_another_try(error):
                    raise _failure(error, holds_glossary) from None
            sleep(pause * random.uniform(0.8, 1.2))  # noqa: S311 (spreads workers, guards no secret)
            pause *= 2
        try:
            return self._tried(call)
        except deepl.DeepLException as error:
            raise _failure(error, holds_glossary) from None

    def _tried(self, call: Callable[[], _T]) -> _T:
        # The client reads both from its module at every request and offers no other way. It
        # would send a request again that timed out, and pay twice, so it is told not to retry.
        http_client.min_connection_timeout = self._timeout
        http_client.max_network_retries = 0
        try:
            return call()
        except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
            # The client stumbles like this over JSON of another shape than it expects.
            raise ReplyGarbled(deepl_failures.GARBLED) from None


def _check_instructions(job: Job) -> None:
    longest = max(map(len, job.instructions), default=0)
    if len(job.instructions) > MAX_INSTRUCTIONS or longest > MAX_INSTRUCTION_CHARACTERS:
        raise RequestRejected(
            deepl_failures.TOO_MANY_INSTRUCTIONS.format(
                most=MAX_INSTRUCTIONS, longest=MAX_INSTRUCTION_CHARACTERS
            )
        )


def _is_worth_another_try(error: deepl.DeepLException) -> bool:
    if error.http_status_code is not None:
        return deepl_failures.is_worth_another_try(error.http_status_code)
    return error.should_retry and type(deepl_failures.of_connection(error)) is Unreachable


def _failure(error: deepl.DeepLException, holds_glossary: bool) -> EngineError:
    status = error.http_status_code
    if status is None:
        return deepl_failures.of_connection(error)
    misses_glossary = status == 404 or (status == 400 and "glossary" in str(error).lower())  # noqa: PLR2004 (HTTP's "not found" and "bad request")
    return deepl_failures.of_status(status, glossary=holds_glossary and misses_glossary)


def _options(job: Job) -> dict[str, Any]:
    """Return the options of the job's requests as the client takes them, without texts and context."""
    options: dict[str, Any] = {
        "source_lang": SOURCE,
        "target_lang": TARGETS[job.language],
        "preserve_formatting": True,
        "split_sentences": deepl.SplitSentences.NO_NEWLINES,
        "tag_handling": "html",
        "tag_handling_version": "v2",
    }
    if job.language in FORMALITY:
        options["formality"] = FORMALITY[job.language]
    if job.glossary:
        options["glossary"] = job.glossary
    if job.instructions:
        options["custom_instructions"] = [sources.normalised(one) for one in job.instructions]
    return options


def _size(options: Mapping[str, Any]) -> int:
    """Return the bytes of a request's body with *options*, no text and an empty context."""
    written = {
        name: value if isinstance(value, (bool, list)) else str(value) for name, value in options.items()
    }
    glossary = written.pop("glossary", None)
    if glossary is not None:
        written["glossary_id"] = glossary
    written |= {"text": [], "context": "", "show_billed_characters": True}
    return len(json.dumps(written)) - len('""')


def _room(job: Job) -> int:
    """Return the encoded bytes that the job's requests have for texts and context."""
    return MAX_REQUEST_BYTES - _size(_options(job)) + _LAST_SEPARATOR
