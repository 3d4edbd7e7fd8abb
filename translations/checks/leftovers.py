"""Whether Vietnamese was left in a translation: a word of it, a phrase, or all."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.sentences import gettext_noop

_VIETNAMESE = re.compile("[ăằắẳẵặâầấẩẫậđêềếểễệôồốổỗộơờớởỡợưừứửữựạảẹẻẽịỉĩọỏụủũỵỷỹ]", re.IGNORECASE)
_LATIN = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"
_LATIN_WORD = re.compile(_LATIN)
_SYLLABLE = re.compile(
    r"(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?"
)
"""A Vietnamese word without its diacritics."""

_NO_WORDS = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+|(?:https?://|www\.)[\x21-\x7e]+"
    r"|(?<![A-Za-z0-9.-])[A-Za-z0-9.-]+\.vn(?![a-z])[\x21-\x7e]*|(?<!\d)\d+[/-][\w/-]+|VNĐ",
    re.IGNORECASE,
)
_UNITS = frozenset("ha km m cm mm kg g l kw mw kwh vnd usd".split())
_BETWEEN_WORDS = re.compile(r"[\s,.;:()“”\"/-]*")
_SENTENCE_LENGTH = 3
"""A name may stay as it is: from so many words side by side on, text was left over."""

_ALSO_ENGLISH = frozenset(
    "a an at ban bay be bin but by can cat chat chip cut do get go gun hang him hit ho hop hot i in "
    "it king let lip long lot man map may me men met my net no non not on pan pay pen pet pot put "
    "quay ran rich sang say set sing sit so son song sun sung tap tea ten than that the them then "
    "they thin thing tip to ton top tray tung up what yet you".split()
)
"""Words that English texts have, too; rarer ones (“tin”, “tang”) are taken for Vietnamese."""

_CLOSED = re.compile(r"[\s.。!?…:;,]+")


def check_left_over(pair: Pair) -> Iterator[Finding]:
    """Yield an error for a run of Vietnamese words in the translation, a warning for one or two."""
    run = longest_run(pair)
    if run and not _is_name_in_brackets(pair, run):
        yield Finding(
            "vietnamese.left",
            Severity.ERROR if len(run) >= _SENTENCE_LENGTH else Severity.WARNING,
            gettext_noop(
                "“%(words)s” is still Vietnamese. Translate it, or write the name as the language does."
            ),
            {"words": " ".join(run)},
        )


def longest_run(pair: Pair) -> list[str]:
    """Return the longest run of Vietnamese words side by side in the target."""
    text = _NO_WORDS.sub("0", unicodedata.normalize("NFC", pair.target_words))
    source = unicodedata.normalize("NFC", pair.source_words).casefold()
    words = _Words(frozenset(_LATIN_WORD.findall(source)), pair.language)
    matches = list(_LATIN_WORD.finditer(text))
    best: list[str] = []
    run: list[str] = []
    for at, match in enumerate(matches):
        before, after = matches[at - 1 : at], matches[at + 1 : at + 2]
        if before and not _BETWEEN_WORDS.fullmatch(text, before[0].end(), match.start()):
            run = []
        is_left = words.are_vietnamese(match[0], beside=[one[0] for one in (*before, *after)])
        run = [*run, match[0]] if is_left else []
        best = max(best, run, key=len)
    return best


class _Words:
    """The words of a source, by which those that were left in its translation are known."""

    def __init__(self, source: frozenset[str], language: str) -> None:
        self._source, self._language = source, language
        self._bare = frozenset(bare(word) for word in source if not word.isascii())

    def are_vietnamese(self, word: str, beside: Sequence[str]) -> bool:
        """Whether *word* of the target is Vietnamese; *beside* are its neighbours there."""
        if _VIETNAMESE.search(word):
            return True
        is_of_source = word in self._source and word not in _UNITS and _SYLLABLE.fullmatch(bare(word))
        if not is_of_source or len(word) == 1:
            return False
        if self._language != "en" or not word.isascii():
            return True
        # English writes names without diacritics: “gai” in “banh gai” is a part of one.
        return word not in _ALSO_ENGLISH and not any(one in self._bare for one in beside)


def bare(text: str) -> str:
    """Return *text* in small letters without diacritics."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_name_in_brackets(pair: Pair, run: list[str]) -> bool:
    """Whether the words are given as the Vietnamese of a name, in brackets or quotation marks."""
    words = re.escape(" ".join(run))
    names = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff ,.’'-]{0,80}"
    found = re.search(rf"[(“\"「『《‘']({names}{words}){names}[)”\"」』》’']", pair.target_words)
    return found is not None and found[1].lstrip()[:1].isupper()


def check_unchanged(pair: Pair) -> Iterator[Finding]:
    """Yield an error where the translation is the Vietnamese, or the Vietnamese without its diacritics."""
    source, target = (_closed(text) for text in (pair.source_words, pair.target_words))
    words = _LATIN_WORD.findall(pair.source_words)
    is_same = source == target and _VIETNAMESE.search(source)
    is_bare = len(words) > _SENTENCE_LENGTH and bare(source) == bare(target) and _has_small_words(words)
    if is_same or is_bare:
        yield Finding(
            "unchanged",
            Severity.ERROR,
            gettext_noop("The translation is the Vietnamese text. Translate it."),
        )


def _closed(text: str) -> str:
    """Return a text whose case, spaces and marks at the end say nothing."""
    return _CLOSED.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


def _has_small_words(words: list[str]) -> bool:
    """Whether it is more than a name, of which every word has a capital."""
    return sum(word[0].islower() for word in words) > 1
