"""Words that stand there twice, and whether there are any words, and how many fit."""

import re
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.segments.placeholders import plain
from translations.sentences import gettext_noop

# One word or up to four, as `the` or `of the`; the second may begin with a capital.
_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+(?:[ ][^\W\d_]+){0,3}) \1(?![\w'’-])", re.IGNORECASE)
_OTHER = "[\u4e00-\u9fff\u30a1-\u30fa\u30fc]"
_EACH = "[毎個]|一[人日歩件枚本回つ言点軒社台年]"
_TWICE_IN_JAPANESE = re.compile(
    # A particle: “山ののどか” and “村でできる” are none.
    rf"(?:(?<={_OTHER})(を|が|は|に|の|で|と|も|へ|や|から|まで|より)\1(?![\u3041-\u309f])|(を)\2"
    # A compound, or more: “一つ一つ” and “大学大学院” are none.
    rf"|((?!{_EACH})[\u4e00-\u9fff]{{2,}})\3(?!院)|((?=.{{0,12}}?{_OTHER})(?!{_EACH})[^\s\d、。]{{3,12}})\4)"
)
_MAY_STAND_TWICE = {
    "en": frozenset({"had", "that", "so", "very", "bye"}),
    "ja": frozenset[str](),
    "ko": frozenset({"하나", "하루", "한", "더", "곳", "매우", "방울", "걸음"}),
}


def check_doubled(pair: Pair) -> Iterator[Finding]:
    """Yield a warning for words that stand twice in a row, where those of the source do not."""
    if _TWICE.search(pair.source_words):
        return
    pattern = _TWICE_IN_JAPANESE if pair.language == "ja" else _TWICE
    for match in pattern.finditer(pair.target_words):
        words = next(group for group in match.groups() if group)
        if words.casefold() not in _MAY_STAND_TWICE[pair.language]:
            yield Finding(
                "doubled",
                Severity.WARNING,
                gettext_noop("“%(words)s” stands there twice. Remove one of them."),
                {"words": words},
            )
            return


def check_empty(pair: Pair) -> Iterator[Finding]:
    """Yield an error for a translation without a letter or digit, of a source that has some."""
    if not _has_words(pair.target) and _has_words(pair.source):
        yield Finding("empty", Severity.ERROR, gettext_noop("There is no translation. Write it."))


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in plain(text))


def check_length(pair: Pair) -> Iterator[Finding]:
    """Yield an error where the translation does not fit its field."""
    length = len(plain(pair.target))
    if pair.longest is not None and length > pair.longest:
        yield Finding(
            "length",
            Severity.ERROR,
            gettext_noop(
                "The translation has %(length)s characters and its field takes %(longest)s. Shorten it."
            ),
            {"length": str(length), "longest": str(pair.longest)},
        )
