"""Whether a translation ends as its source does, with the marks of its own language."""

import re
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.sentences import gettext_noop

_ENDS = {"en": ".!?…", "ja": "。！？!?…", "ko": ".!?…"}
_INSIDE = re.compile(r"[。！？]|[.!?…] ")
_CLOSING = "\"'”’」』）)»]"
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 3
_POLITE = {
    "ja": re.compile(r"(?:です|ます|ました|ません|でした|ましょう|でしょう|ください)(?:か|ね|よ)?$"),
    "ko": re.compile(r"(?:니다|니까|세요|시오|어요|아요|해요)$"),
}
_PLAIN = {"ja": re.compile(r"(?:[るただ]|ない)$"), "ko": re.compile(r"[이었았했한된는]다$")}
"""How a sentence ends; a list may end with a noun and no mark, where Vietnamese writes a full stop."""


def check_ending(pair: Pair) -> Iterator[Finding]:
    """Yield a warning where only one of the two ends as a sentence does, or ends with another mark."""
    source, target = pair.source_words.rstrip(_CLOSING + " "), pair.target_words.rstrip(_CLOSING + " ")
    if not source or not target:
        return
    ends, should = target[-1] in _ENDS[pair.language], source[-1] in ".!?…"
    if pair.language == "ja" and target[-1] == "." and should:
        yield _warning("ending.western", gettext_noop("Japanese sentences end with “。”. Write that mark."))
    elif should and not ends and _is_sentence(pair, source, target):
        yield _warning(
            "ending.missing",
            gettext_noop(
                "The source ends a sentence and the translation does not. Add the mark of its language."
            ),
        )
    elif ends and not should and source[-1] not in ":;,":
        yield _warning(
            "ending.added",
            gettext_noop("The translation ends as a sentence and the source does not. Remove the mark."),
        )


def _is_sentence(pair: Pair, source: str, target: str) -> bool:
    if len(_WORD.findall(source)) <= _FEWEST_WORDS:
        return False
    if pair.language == "en" or _INSIDE.search(target):
        return True
    if _POLITE[pair.language].search(target):
        return True
    return not pair.is_list_item and _PLAIN[pair.language].search(target) is not None


def _warning(check: str, sentence: str) -> Finding:
    return Finding(check, Severity.WARNING, sentence)
