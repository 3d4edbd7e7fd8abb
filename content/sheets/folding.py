"""Words as people mean them: without case, accents and the spaces around them."""

import re
import unicodedata

_SEPARATORS = re.compile(r"[\W_]+")
_LETTERS = str.maketrans({"đ": "d", "²": "2", "³": "3"})
_UNIT = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*\Z")


def folded(text: str) -> str:
    """Return *text* for comparison: ``Tỷ lệ  LẤP ĐẦY (%)`` is ``ty le lap day``."""
    plain = unicodedata.normalize("NFD", text.casefold()).translate(_LETTERS)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SEPARATORS.sub(" ", letters).strip()


def without_unit(heading: str) -> str:
    """Return a heading without the unit in brackets at its end."""
    return _UNIT.sub("", heading)


def tidy(text: str) -> str:
    """Return *text* as NFC, each line with single spaces, without empty lines at its ends."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()
