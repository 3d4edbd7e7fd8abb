"""Whether the words of a translation are those of its language: script, leftovers, repeats, endings."""

import re
import unicodedata
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair

_VIETNAMESE = re.compile("[ăằắẳẵặâầấẩẫậđêềếểễệôồốổỗộơờớởỡợưừứửữựạảẹẻẽịỉĩọỏụủũỵỷỹ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_KANA = re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_FOREIGN = {"en": (_KANA, _HANGUL, _HAN), "ja": (_HANGUL,), "ko": (_KANA,)}
_OWN = {"en": re.compile("[A-Za-z]"), "ja": re.compile(f"{_KANA.pattern}|{_HAN.pattern}"), "ko": _HANGUL}
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_FEWEST_LETTERS = 4
_FEWEST_WORDS = 3
"""A name may stay as it is: from so many Vietnamese words on, text was left over."""

_ENDS = {"en": ".!?…", "ja": "。！？!?…", "ko": ".!?…"}
_CLOSING = "\"'”’」』）)»]"


def check_script(pair: Pair) -> Iterator[Finding]:
    """Yield an error where another language's script is used, or none of the language's own."""
    target, source = pair.target_words, pair.source_words
    if any(script.search(target) and not script.search(source) for script in _FOREIGN[pair.language]):
        yield Finding(
            "script.foreign",
            Severity.ERROR,
            "The translation uses letters of another language. Write it in the script of its own.",
        )
    if pair.language != "en" and not _OWN[pair.language].search(target) and _is_a_text(target):
        yield Finding(
            "script.missing",
            Severity.ERROR,
            "The translation has no letter of its own language. Translate it.",
        )


def _is_a_text(target: str) -> bool:
    """Whether *target* is more than a name or a sign, which may stay in Latin letters."""
    if sum(character.isalpha() for character in target) < _FEWEST_LETTERS:
        return False
    return _VIETNAMESE.search(target) is not None or len(_WORD.findall(target)) > _FEWEST_WORDS


def check_left_over(pair: Pair) -> Iterator[Finding]:
    """Yield an error for a run of Vietnamese words in the translation."""
    run = longest_vietnamese_run(pair.target_words)
    if len(run) >= _FEWEST_WORDS and not _is_quoted(pair, run):
        yield Finding(
            "vietnamese.left",
            Severity.ERROR,
            "“%(words)s” is still Vietnamese. Translate it, or write the name as the language does.",
            {"words": " ".join(run)},
        )


def longest_vietnamese_run(text: str) -> list[str]:
    """Return the longest run of words side by side of which each has a Vietnamese letter."""
    best: list[str] = []
    run: list[str] = []
    for word in re.split(r"[\s,.;:()“”\"/]+", unicodedata.normalize("NFC", text)):
        run = [*run, word] if _VIETNAMESE.search(word) else []
        best = max(best, run, key=len)
    return best


def _is_quoted(pair: Pair, run: list[str]) -> bool:
    """Whether the words are given as the Vietnamese of a name, in brackets or quotation marks."""
    words = re.escape(" ".join(run))
    return re.search(rf"[(“\"「『《].{{0,60}}{words}", pair.target_words) is not None


def check_unchanged(pair: Pair) -> Iterator[Finding]:
    """Yield an error where a sentence is the Vietnamese itself."""
    words = _WORD.findall(pair.source_words)
    if pair.source_words.strip() == pair.target_words.strip() and len(words) > _FEWEST_WORDS:
        yield Finding("unchanged", Severity.ERROR, "The translation is the Vietnamese text. Translate it.")


def check_doubled(pair: Pair) -> Iterator[Finding]:
    """Yield a warning for a word that stands twice in a row."""
    if pair.language == "ja":
        found = re.search(r"(を|が|は|に|の|で|と|から|まで)\1(?![\u3041-\u309f])", pair.target_words)
    else:
        found = re.search(r"(?<![\w'’-])([^\W\d_]{2,}) \1(?![\w'’-])", pair.target_words, re.IGNORECASE)
    if found and found[0] not in pair.source_words and not _is_name(found[0].split(" ")[-1]):
        yield Finding(
            "doubled",
            Severity.WARNING,
            "“%(words)s” stands there twice. Remove one of them.",
            {"words": found[1]},
        )


def _is_name(word: str) -> bool:
    return word[0].isupper()


def check_ending(pair: Pair) -> Iterator[Finding]:
    """Yield a warning where only one of the two ends as a sentence does."""
    source, target = pair.source_words.rstrip(_CLOSING + " "), pair.target_words.rstrip(_CLOSING + " ")
    if not source or not target:
        return
    ends, should = target[-1] in _ENDS[pair.language], source[-1] in ".!?…"
    # Japanese and Korean lists end with a noun and no mark, where Vietnamese writes a full stop.
    is_list_item = pair.language != "en" and not any(mark in target for mark in _ENDS[pair.language])
    if should and not ends and not is_list_item and len(_WORD.findall(source)) > _FEWEST_WORDS:
        yield Finding(
            "ending.missing",
            Severity.WARNING,
            "The source ends a sentence and the translation does not. Add the mark of its language.",
        )
    elif ends and not should and source[-1] not in ":;,":
        yield Finding(
            "ending.added",
            Severity.WARNING,
            "The translation ends as a sentence and the source does not. Remove the mark.",
        )
    if pair.language == "ja" and target[-1] == "." and should:
        yield Finding(
            "ending.western", Severity.WARNING, "Japanese sentences end with “。”. Write that mark."
        )


def check_width(pair: Pair) -> Iterator[Finding]:
    """Yield a warning for full-width digits and Latin letters."""
    found = _FULL_WIDTH.findall(pair.target)
    if found:
        yield Finding(
            "width",
            Severity.WARNING,
            "“%(signs)s” is written full width. Write digits and Latin letters in the usual width.",
            {"signs": "".join(found)},
        )


def check_length(pair: Pair) -> Iterator[Finding]:
    """Yield an error where the translation does not fit its field."""
    length = len(pair.target_words)
    if pair.longest is not None and length > pair.longest:
        yield Finding(
            "length",
            Severity.ERROR,
            "The translation has %(length)s characters and its field takes %(longest)s. Shorten it.",
            {"length": str(length), "longest": str(pair.longest)},
        )
