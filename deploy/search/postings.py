"""In which pages a token stands, as a string of printable characters.

Pages are numbered from 0. Each posting is the distance to the page before, times 8, plus a
score from 1 to 7; written in digits of 32, lowest first, where the first 32 characters of
the alphabet end a number and the other 32 announce a further digit.
"""

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BASE = 32
_HIGHEST_SCORE = 7


def score(weight: int) -> int:
    """Return how much a token says about its page, from how often it stands there: 1, 2–3, 4–7 and on."""
    return min(_HIGHEST_SCORE, weight.bit_length())


def posting(distance: int, points: int) -> str:
    """Return one posting: the distance to the page before, and a score."""
    number = distance * (_HIGHEST_SCORE + 1) + points
    written = ""
    while number >= _BASE:
        written += _ALPHABET[_BASE + number % _BASE]
        number //= _BASE
    return written + _ALPHABET[number]
