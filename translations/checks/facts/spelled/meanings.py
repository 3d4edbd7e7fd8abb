"""What words for numbers mean, in the form that a rule returns."""

from decimal import Decimal

from translations.checks.facts.fact import FRACTION, RATE, VAGUE, Reading, number


def count_of(value: int) -> list[list[Reading]]:
    """Return one bare number; nothing for zero, which no word adds up to."""
    return [[number(value)]] if value else []


def rate_of(per: str) -> list[list[Reading]]:
    """Return one rate; *per* is the time, or the area, that something is counted by."""
    return [[(RATE, per)]]


def fraction_of(parts: int, of: int) -> list[list[Reading]]:
    """Return one fraction, which can be said as a percentage where that is exact."""
    percent = [number(Decimal(100 * parts) / of, "%")] if 100 % of == 0 else []
    return [[(FRACTION, parts, of), *percent]]


def vague_of(power: int) -> list[list[Reading]]:
    """Return one vague number; *power* is its power of ten, 3 for “thousands of”."""
    return [[(VAGUE, power)]]
