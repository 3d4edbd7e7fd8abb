"""Whether a translation is written in the script of its language."""

import re
import unicodedata
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.sentences import gettext_noop

_KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d"
_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ANYWHERE = "\u00aa\u00b5\u00baA-Za-z\u00c0-\u024f\u1e00-\u1eff\u0370-\u03ff\u2100-\u214f\u2160-\u217f"
"""Latin letters, Greek ones (units and names of rays), and signs that count as letters."""

_LETTERS = re.compile(r"[^\W\d_]")
_ALLOWED = {
    "en": re.compile(f"[{_ANYWHERE}]"),
    "ja": re.compile(f"[{_ANYWHERE}{_KANA}{_HAN}]"),
    "ko": re.compile(f"[{_ANYWHERE}{_HANGUL}{_HAN}]"),
}
_OWN = {"en": re.compile("[A-Za-z]"), "ja": re.compile(f"[{_KANA}{_HAN}]"), "ko": re.compile(f"[{_HANGUL}]")}
_IS_HAN = re.compile(f"[{_HAN}]")
_CHINESE = re.compile(f"[{_HAN}]{{2,}}")
_NOT_JAPANESE = re.compile("旅游|公司|酒店|手机|可以|以及|如果")
"""Words of Chinese whose characters Japanese has, too."""

_IN_BRACKETS = re.compile(r"[(“\"‘'\[][^()]*[)”\"’'\]]")
_CHARACTER_SETS = {"ja": "cp932", "ko": "cp949"}
"""Chinese characters outside of these are those of China: 发, 园."""

_VIETNAMESE = re.compile("[ăằắẳẵặâầấẩẫậđêềếểễệôồốổỗộơờớởỡợưừứửữựạảẹẻẽịỉĩọỏụủũỵỷỹ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+|(?:https?://|www\.)[\x21-\x7e]+"
)
_SMALL_WORD = re.compile(r"(?<![\w.@/-])[a-z]{3,}(?![\w.@/])")
"""Names have capitals, units are shorter."""

_FEWEST_LETTERS = 4
_FEWEST_WORDS = 3


def check_script(pair: Pair) -> Iterator[Finding]:
    """Yield an error where another language's script is used, or none of the language's own."""
    foreign = "".join(sorted(set(foreign_letters(pair)) - set(pair.source_words)))
    if foreign:
        yield Finding(
            "script.foreign",
            Severity.ERROR,
            gettext_noop(
                "“%(letters)s” are letters of another language. Write them in the script of this one."
            ),
            {"letters": foreign},
        )
    if pair.language != "en" and not _OWN[pair.language].search(pair.target_words) and _is_a_text(pair):
        yield Finding(
            "script.missing",
            Severity.ERROR,
            gettext_noop("The translation has no letter of its own language. Translate it."),
        )


def foreign_letters(pair: Pair) -> list[str]:
    """Return the letters of the target that its language does not have."""
    text = unicodedata.normalize("NFC", pair.target_words)
    letters = _LETTERS.findall(text)
    # Korean may give the Chinese characters of a word, beside it and in brackets.
    chinese = _CHINESE if pair.language == "ko" else _NOT_JAPANESE
    loose = "".join(chinese.findall(_IN_BRACKETS.sub("", text))) if pair.language != "en" else ""
    return list(loose) + [
        letter
        for letter in letters
        if not _ALLOWED[pair.language].match(letter) or _is_of_china(letter, pair.language)
    ]


def _is_of_china(letter: str, language: str) -> bool:
    if language not in _CHARACTER_SETS or not _IS_HAN.match(letter):
        return False
    try:
        letter.encode(_CHARACTER_SETS[language])
    except UnicodeEncodeError:
        return True
    return False


def _is_a_text(pair: Pair) -> bool:
    """Whether the target is more than a name or a sign, which may stay in Latin letters."""
    target = _ADDRESS.sub("", pair.target_words)
    if _IS_HAN.search(target):
        return True
    if sum(character.isalpha() for character in target) < _FEWEST_LETTERS:
        return False
    is_long = len(_WORD.findall(target)) > _FEWEST_WORDS
    return is_long or _VIETNAMESE.search(target) is not None or _SMALL_WORD.search(target) is not None
