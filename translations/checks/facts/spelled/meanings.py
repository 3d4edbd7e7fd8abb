"""What words for numbers mean, in the form that a rule returns."""

from translations.checks.facts.fact import RATE, VAGUE, Reading, number


def count_of(value: int) -> list[list[Reading]]:
    """Return one bare number; nothing for zero, which no word adds up to."""
    return [[number(value)]] if value else []


def rate_of(per: str) -> list[list[Reading]]:
    """Return one rate; *per* is the time, or the area, that something is counted by."""
    return [[(RATE, per)]]


def vague_of(power: int) -> list[list[Reading]]:
    """Return one vague number; *power* is its power of ten, 3 for “thousands of”."""
    return [[(VAGUE, power)]]
