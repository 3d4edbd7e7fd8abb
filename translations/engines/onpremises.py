"""An engine in one's own house, for text that may not leave it: any server that speaks LibreTranslate's HTTP.

Facts and limits: docs/engines.md.
"""

import html
import json
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection, IncompleteRead
from typing import Any
from urllib.parse import SplitResult, urlsplit

from translations.engines import sources
from translations.engines.answers import Answer, Reordered, outcomes
from translations.engines.batching import Room, batches
from translations.engines.exceptions import (
    FIVE_MINUTES,
    EngineError,
    KeyRejected,
    RateLimited,
    ReplyGarbled,
    RequestRejected,
    RequestTooLarge,
    ServerFailed,
    Unreachable,
)
from translations.engines.markup import to_html
from translations.engines.protocol import Batch, Job, Outcome, Refused, Split
from translations.segments.placeholders import plain

SOURCE = "vi"
# Neural translation without a graphics card takes its time.
TIMEOUT_SECONDS = 300.0
SETTINGS_TIMEOUT_SECONDS = 5.0
MAX_REPLY_BYTES = 8 * 1024 * 1024

_FAILURES: Mapping[int, tuple[type[EngineError], str]] = {
    401: (KeyRejected, "did not accept the key; check ONPREMISES_API_KEY."),
    403: (KeyRejected, "did not accept the key; check ONPREMISES_API_KEY."),
    404: (RequestRejected, "is not at this address; check ONPREMISES_URL."),
    413: (RequestTooLarge, "found the request too large; raise its limits or split the longest paragraphs."),
    429: (RateLimited, "received too many requests; translation goes on when it accepts them again."),
}
_GARBLED = "gave a reply that did not fit the question and was thrown away; translate again."
_REDIRECTED = (
    "answered with a redirect, which is not followed so that no text goes elsewhere; "
    "put the final address into ONPREMISES_URL."
)
_OWN_TAG = re.compile(r"(</?span\b[^<>]*>|<img\b[^<>]*>|<br ?/?>)")
_ANY_TAG = re.compile(r"<[A-Za-z/!?]")


@dataclass(frozen=True)
class Limits:
    """What one request may hold: *texts*, and *characters* of all of them together, markup included."""

    texts: int = 50
    characters: int = 20_000


class OnPremisesEngine:
    """Translates through the server at *url*, and sends nothing anywhere else: no proxy, no redirect.

    Without *limits* the server's own are read once; a server that names none gets the usual ones.
    It takes no context, no instructions and no glossary.

    Raises:
        ValueError: the address is none.
    """

    name = "onpremises"
    is_billed = False

    def __init__(
        self, url: str, api_key: str = "", timeout: float = TIMEOUT_SECONDS, limits: Limits | None = None
    ) -> None:
        parts = urlsplit(url)
        if not _is_address(parts):
            raise ValueError(
                "The address of the engine in the house is none; check ONPREMISES_URL, "
                "for example https://translate.example.vn."
            )
        self._parts = parts
        self._api_key = api_key
        self._timeout = timeout
        self._limits = limits
        self._configured = limits
        self._most_texts = Limits.texts

    def split(self, job: Job) -> Split:
        """See ``Engine.split``."""
        limits = self._known_limits()
        settled, waiting = sources.settled(self.name, job.texts, lambda text: _refusal(text, limits))
        return Split(settled, batches(waiting, Room(limits.characters, limits.texts, len)))

    def send(self, job: Job, batch: Batch) -> dict[int, Outcome]:
        """See ``Engine.send``."""
        question = {"q": list(batch.texts), "source": SOURCE, "target": job.language, "format": "html"}
        if self._api_key:
            question["api_key"] = self._api_key
        try:
            reply = self._exchange("POST", "/translate", question, self._timeout)
        except RequestTooLarge as error:
            self._learn(len(batch.texts), error)
            raise
        translated = reply.get("translatedText") if isinstance(reply, dict) else None
        # Some servers answer a list of one with its only text.
        texts = [translated] if isinstance(translated, str) else translated
        if not isinstance(texts, list) or len(texts) != len(batch.texts):
            raise _garbled()
        if not all(isinstance(text, str) for text in texts):
            raise _garbled()
        answers = [
            Answer(_as_html(sources.normalised(job.texts[positions[0]]), text), 0)
            for positions, text in zip(batch.positions, texts, strict=True)
        ]
        try:
            return outcomes(self.name, job, batch, answers)
        except Reordered:
            raise _garbled() from None

    def _known_limits(self) -> Limits:
        if self._limits is None:
            try:
                said = self._exchange("GET", "/frontend/settings", None, SETTINGS_TIMEOUT_SECONDS)
            except RequestRejected:
                said = {}
            except EngineError:
                # Not kept: the next job asks again, and a server that is away says so when it is sent to.
                return Limits()
            self._limits = Limits(
                min(_limit(said, "batchLimit", self._most_texts), self._most_texts),
                _limit(said, "charLimit", Limits.characters),
            )
        return self._limits

    def _learn(self, texts: int, error: RequestTooLarge) -> None:
        """Ask for the limits anew, and try half as many texts: servers do not say how many they take."""
        if texts > 1 and self._configured is None:
            self._limits = None
            self._most_texts = texts // 2
            error.retry_after_seconds = FIVE_MINUTES

    def _exchange(self, method: str, path: str, question: object, timeout: float) -> Any:
        status, raw = self._answer(method, path, question, timeout)
        if status != HTTPStatus.OK:
            raise _failure(status, raw)
        try:
            return json.loads(raw)
        except (ValueError, RecursionError):
            raise _garbled() from None

    def _answer(self, method: str, path: str, question: object, timeout: float) -> tuple[int, bytes]:
        connection = self._connection(timeout)
        headers = {"Accept": "application/json", "Accept-Language": "en", "Content-Type": "application/json"}
        body = None if question is None else json.dumps(question).encode()
        try:
            connection.request(method, f"{self._parts.path.rstrip('/')}{path}", body, headers)
            with connection.getresponse() as response:
                raw = response.read(MAX_REPLY_BYTES + 1)
                if len(raw) <= MAX_REPLY_BYTES and response.length:
                    raise IncompleteRead(raw)
        except (OSError, HTTPException, ValueError):
            raise Unreachable(
                "The engine in the house could not be reached or did not answer in time; "
                "check that it runs and ONPREMISES_URL, then translate again."
            ) from None
        finally:
            connection.close()
        if len(raw) > MAX_REPLY_BYTES:
            raise _garbled()
        return response.status, raw

    def _connection(self, timeout: float) -> HTTPConnection:
        host = self._parts.hostname or ""
        if self._parts.scheme == "http":
            return HTTPConnection(host, self._parts.port, timeout=timeout)
        context = ssl.create_default_context()
        return HTTPSConnection(host, self._parts.port, timeout=timeout, context=context)


def _is_address(parts: SplitResult) -> bool:
    try:
        port = parts.port
    except ValueError:
        return False
    plain_host = bool(parts.hostname) and not parts.username and port != 0
    return parts.scheme in ("http", "https") and plain_host and not parts.query and not parts.fragment


def _limit(said: object, name: str, usual: int) -> int:
    limit = said.get(name) if isinstance(said, dict) else None
    return limit if isinstance(limit, int) and not isinstance(limit, bool) and limit > 0 else usual


def _refusal(text: str, limits: Limits) -> Refused | None:
    return sources.unfit(text) or sources.too_long(len(to_html(text)), limits.characters, "characters")


def _as_html(source: str, reply: str) -> str:
    """Return *reply* as the HTML it was before the server unescaped it.

    LibreTranslate sends ``a &lt; b`` back as ``a < b``, in the midst of real tags; other servers
    leave it. What looks like a tag, was not sent and stands not in the text is left for
    the judgement on markup.
    """
    literal = plain(source)
    parts = []
    for piece in _OWN_TAG.split(reply):
        foreign = _ANY_TAG.search(piece) and not _ANY_TAG.search(literal)
        if foreign or _OWN_TAG.fullmatch(piece):
            parts.append(piece)
        else:
            escaped = html.unescape(literal) == literal
            parts.append(html.escape(_decoded(piece) if escaped else piece, quote=False))
    return "".join(parts)


def _decoded(text: str) -> str:
    for written, meant in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(written, meant)
    return text


def _failure(status: int, raw: bytes) -> EngineError:
    """Return what a *status* means; the server's own words may quote the text and are only searched."""
    said = raw.decode(errors="replace").lower()
    kind, sentence = _FAILURES.get(
        status, (ServerFailed, f"failed with HTTP status {status}; try again later.")
    )
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        kind, sentence = RequestRejected, _REDIRECTED
    elif status == HTTPStatus.BAD_REQUEST and "limit" in said:
        kind, sentence = _FAILURES[413]
    elif status == HTTPStatus.BAD_REQUEST and "api key" in said:
        kind, sentence = _FAILURES[403]
    elif status not in _FAILURES and status < HTTPStatus.INTERNAL_SERVER_ERROR:
        kind = RequestRejected
        sentence = "rejected the request; check that it has Vietnamese, English, Japanese and Korean."
    return kind(f"The engine in the house {sentence}")


def _garbled() -> ReplyGarbled:
    error = ReplyGarbled(f"The engine in the house {_GARBLED}")
    # Nobody is paid for it.
    error.may_be_paid = False
    return error
