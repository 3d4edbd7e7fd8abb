"""Characters that no stored text should hold, and the scripts of the languages."""

import re
import unicodedata

from translations.engines.protocol import Language

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_ALLOWED_CONTROLS = frozenset("\t\n")
# They reorder what a reader sees; harmless where the source has them, an attack where it has not.
_DIRECTIONAL = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# Without U+30FB, the middle dot that Korean text borrows.
_KANA = re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_FOREIGN: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": (_KANA, _HANGUL, _HAN),
    "ja": (_HANGUL,),
    "ko": (_KANA,),
}


def unwanted(text: str) -> list[str]:
    """Return the code points (``U+0008``) of *text* that stand for nothing a reader can see.

    Control characters other than tab and newline, lone surrogates, line separators and
    the replacement character that a broken decoding leaves behind.
    """
    return sorted({_code_point(character) for character in text if _is_unwanted(character)})


def smuggled(source: str, target: str) -> list[str]:
    """Return the code points of direction marks that *target* has and *source* has not."""
    return sorted(map(_code_point, (_DIRECTIONAL & set(target)) - set(source)))


def has_words(text: str) -> bool:
    """Tell whether *text* holds a letter or a digit, that is, anything to translate."""
    return any(character.isalnum() for character in text)


def in_foreign_script(source: str, target: str, language: Language) -> bool:
    """Tell whether *target* uses a script that neither *language* nor *source* uses."""
    return any(script.search(target) and not script.search(source) for script in _FOREIGN[language])


def _is_unwanted(character: str) -> bool:
    if character in _ALLOWED_CONTROLS:
        return False
    return character == REPLACEMENT or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"
