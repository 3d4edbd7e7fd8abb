"""Names of countries and territories, by CLDR."""

import re
from functools import cache

from babel import Locale

from media.multilingual import SOURCE_LANGUAGE

_ALPHA_2 = re.compile("[A-Z]{2}")


def country_name(code: str, language: str) -> str:
    """Return the name of a country or territory by its ISO 3166-1 code, such as ``JP``, or else the code."""
    return str(Locale.parse(language).territories.get(code, code))


def language_name(code: str, language: str) -> str:
    """Return what a language (ISO 639-1, such as ``ja``) is called."""
    return str(Locale.parse(language).languages.get(code, code))


@cache
def choices() -> list[tuple[str, str]]:
    """Return the codes and the Vietnamese names, by name, for a form."""
    names = Locale.parse(SOURCE_LANGUAGE).territories
    known = [(code, str(name)) for code, name in names.items() if _ALPHA_2.fullmatch(code)]
    return sorted(known, key=lambda one: one[1])
