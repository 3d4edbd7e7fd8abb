"""The judgement on an engine's reply: never trusted, either taken whole or refused."""

import html
import re
import unicodedata

from translations.engines import characters
from translations.engines.markup import MarkupError, from_html
from translations.engines.protocol import Language, Refused
from translations.segments.placeholders import plain, problems
from translations.sentences import gettext_noop

_BROKEN = gettext_noop("The reply holds invisible or broken characters; write this translation by hand.")
_WORDLESS = gettext_noop("The reply has no words although the source has; write this translation by hand.")
_IN_OTHER_LETTERS: dict[Language, str] = {
    "en": gettext_noop("The reply is not written in English script; write this translation by hand."),
    "ja": gettext_noop("The reply is not written in Japanese script; write this translation by hand."),
    "ko": gettext_noop("The reply is not written in Korean script; write this translation by hand."),
}
_BY_HAND = "write this translation by hand."
# Decoding drops or replaces the ones that stand for a control character, so they are looked at raw.
_NUMERIC_REFERENCE = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+);?")


def judge(source: str, reply: str, language: Language) -> str | Refused:
    """Return the segment text of an engine's HTML *reply*, or the reason it cannot be used.

    *source* is the normalised segment text that was sent. White space at the ends
    follows the source, because HTML engines trim it.
    """
    if _is_garbled(source, reply):
        return Refused(_BROKEN, "garbled")
    try:
        read = from_html(reply)
    except MarkupError as error:
        return Refused(f"{error} Please {_BY_HAND}", "markup")
    target = unicodedata.normalize("NFC", _with_edges_of(source, read))
    lost = problems(source, target)
    if lost:
        return Refused(f"{' '.join(lost)} Please {_BY_HAND}", "placeholders")
    return _worded(source, target, language) or target


def words(reply: str) -> str:
    """Return the words of an engine's HTML *reply* whether or not it can be used; none if it is no HTML."""
    try:
        return from_html(reply)
    except MarkupError:
        return ""


def _worded(source: str, target: str, language: Language) -> Refused | None:
    if not characters.has_words(plain(target)):
        return Refused(_WORDLESS, "empty")
    if characters.in_foreign_script(source, target, language):
        return Refused(_IN_OTHER_LETTERS[language], "script")
    return None


def _is_garbled(source: str, reply: str) -> bool:
    for reference in _NUMERIC_REFERENCE.findall(reply):
        decoded = html.unescape(reference)
        if not decoded or characters.unwanted(decoded):
            return True
    decoded = html.unescape(reply)
    return bool(characters.unwanted(reply) or characters.smuggled(source, decoded))


def _with_edges_of(source: str, target: str) -> str:
    core = source.strip()
    start = source.find(core)
    return source[:start] + target.strip() + source[start + len(core) :]
