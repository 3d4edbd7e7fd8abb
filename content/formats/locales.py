"""The locales of CLDR that the four editions are written in."""

from types import MappingProxyType

# The English editions are written in British English.
_LOCALES = MappingProxyType({"en": "en_GB"})


def cldr_locale(language: str) -> str:
    """Return the locale whose habits an edition follows, such as ``en_GB`` for ``en``."""
    return _LOCALES.get(language, language)
