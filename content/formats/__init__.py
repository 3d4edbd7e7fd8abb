"""Values as readers of each language write them, by CLDR: they are formatted, never translated."""

from content.formats.amounts import Amount, file_size, number, number_range, ordinal, percent
from content.formats.days import (
    day_range,
    feed_date,
    local_day,
    long_date,
    month,
    quarter,
    quarter_start,
    year,
)
from content.formats.money import DOLLAR, DONG, money, price_range
from content.formats.units import DENOMINATORS, Unit, area, distance, price, quantity, rate, symbol

__all__ = [
    "DENOMINATORS",
    "DOLLAR",
    "DONG",
    "Amount",
    "Unit",
    "area",
    "day_range",
    "distance",
    "feed_date",
    "file_size",
    "local_day",
    "long_date",
    "money",
    "month",
    "number",
    "number_range",
    "ordinal",
    "percent",
    "price",
    "price_range",
    "quantity",
    "quarter",
    "quarter_start",
    "rate",
    "symbol",
    "year",
]
