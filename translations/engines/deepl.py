"""DeepL, through its own client; the only module that speaks to it.

Facts and limits: docs/engines.md.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

import deepl
from deepl import http_client

from translations.engines import markup, replies, sources
from translations.engines.batching import batches, shortened
from translations.engines.exceptions import (
    EngineError,
    KeyRejected,
    QuotaUsedUp,
    RateLimited,
    ReplyGarbled,
    RequestRejected,
    RequestTooLarge,
    ServerFailed,
    Unreachable,
)
from translations.engines.protocol import Batch, Job, Language, Outcome, Refused, Result, Split

SOURCE = "VI"
TARGETS: dict[Language, str] = {"en": "EN-GB", "ja": "JA", "ko": "KO"}
# Korean and English know no formality at DeepL.
FORMALITY: dict[Language, deepl.Formality] = {"ja": deepl.Formality.PREFER_MORE}
TIMEOUT_SECONDS = 60.0
RETRIES = 3

_CHECK_KEY = "DeepL did not accept the key; check DEEPL_AUTH_KEY."
_CHECK_ADDRESS = "There is no DeepL at this address; check DEEPL_SERVER_URL."
_TOO_LARGE = "DeepL found the request too large; split the longest paragraphs and publish again."
_TOO_MANY = "DeepL received too many requests; translation goes on when it accepts them again."
_OVERLOADED = "DeepL is overloaded; translation goes on when it accepts requests again."
_QUOTA = (
    "The DeepL quota of this billing period is used up; raise the limit in the DeepL account "
    "or wait for the next period."
)
_FAILURES: dict[int, tuple[type[EngineError], str]] = {
    401: (KeyRejected, _CHECK_KEY),
    403: (KeyRejected, _CHECK_KEY),
    404: (RequestRejected, _CHECK_ADDRESS),
    413: (RequestTooLarge, _TOO_LARGE),
    429: (RateLimited, _TOO_MANY),
    456: (QuotaUsedUp, _QUOTA),
    529: (RateLimited, _OVERLOADED),
}
_UNREACHABLE = "DeepL could not be reached; check the network and DEEPL_SERVER_URL, then translate again."
_GARBLED = "DeepL's reply to a request did not fit the question and was thrown away; translate again."

# At lower levels the client writes every text it sends and receives into the log.
logging.getLogger("deepl").setLevel(logging.WARNING)


class DeepLEngine:
    """Translates through the DeepL API: *timeout* seconds a try (at least one), then *retries* more tries.

    Raises:
        ValueError: the key is empty or holds characters that no key holds.
    """

    name = "deepl"

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
        texts = {position: sources.normalised(text) for position, text in enumerate(job.texts)}
        settled = {position: outcome for position, text in texts.items() if (outcome := _unsent(text))}
        waiting = {position: text for position, text in texts.items() if position not in settled}
        return Split(settled, batches({position: markup.to_html(text) for position, text in waiting.items()}))

    def send(self, job: Job, batch: Batch) -> dict[int, Outcome]:
        """See ``Engine.send``."""
        return _judged(batch, self._ask(batch.texts, job), job)

    def _ask(self, texts: Sequence[str], job: Job) -> list[deepl.TextResult]:
        # The client reads both from its module at every request and offers no other way.
        http_client.min_connection_timeout = self._timeout
        http_client.max_network_retries = self._retries
        try:
            answers = self._client.translate_text(
                texts,
                source_lang=SOURCE,
                target_lang=TARGETS[job.language],
                context=shortened(sources.normalised(job.context)) or None,
                formality=FORMALITY.get(job.language),
                preserve_formatting=True,
                split_sentences=deepl.SplitSentences.NO_NEWLINES,
                tag_handling="html",
                tag_handling_version="v2",
            )
        except deepl.DeepLException as error:
            _fail(error)
        except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
            # The client stumbles like this over JSON of another shape than it expects.
            raise ReplyGarbled(_GARBLED) from None
        if not isinstance(answers, list) or len(answers) != len(texts):
            raise ReplyGarbled(_GARBLED)
        if not all(isinstance(answer.text, str) for answer in answers):
            raise ReplyGarbled(_GARBLED)
        return answers


def _unsent(text: str) -> Outcome | None:
    refused = sources.refusal(text)
    if refused or sources.has_words(text):
        return refused
    return Result(text=text, engine=DeepLEngine.name, billed_characters=0)


def _judged(batch: Batch, answers: Sequence[deepl.TextResult], job: Job) -> dict[int, Outcome]:
    outcomes: dict[int, Outcome] = {}
    for positions, answer in zip(batch.positions, answers, strict=True):
        judged = replies.judge(sources.normalised(job.texts[positions[0]]), answer.text, job.language)
        for position in positions:
            # Identical texts travel once and are paid once.
            billed = max(0, answer.billed_characters) if position == positions[0] else 0
            outcomes[position] = (
                replace(judged, billed_characters=billed)
                if isinstance(judged, Refused)
                else Result(judged, DeepLEngine.name, None, billed)
            )
    return outcomes


def _fail(error: deepl.DeepLException) -> NoReturn:
    """Raise the EngineError for the client's *error*, whose own words may hold the key or a text."""
    status = error.http_status_code
    if status is None:
        raise Unreachable(_UNREACHABLE) from None
    if status in _FAILURES:
        kind, sentence = _FAILURES[status]
        raise kind(sentence) from None
    if status >= 500:  # noqa: PLR2004 (where HTTP's server errors begin)
        raise ServerFailed(f"DeepL failed with HTTP status {status}; translate again later.") from None
    raise RequestRejected(
        f"DeepL rejected the request with HTTP status {status}; check that the plan of DEEPL_AUTH_KEY "
        "covers Vietnamese to English, Japanese and Korean."
    ) from None
