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
from content.formats.money import DOLLAR, DONG, in_words, money, price_range
from content.formats.periods import Period, period, short_period
from content.formats.units import DENOMINATORS, Unit, area, distance, price, quantity, rate, symbol

__all__ = [
    "DENOMINATORS",
    "DOLLAR",
    "DONG",
    "Amount",
    "Period",
    "Unit",
    "area",
    "day_range",
    "distance",
    "feed_date",
    "file_size",
    "in_words",
    "local_day",
    "long_date",
    "money",
    "month",
    "number",
    "number_range",
    "ordinal",
    "percent",
    "period",
    "price",
    "price_range",
    "quantity",
    "quarter",
    "quarter_start",
    "rate",
    "short_period",
    "symbol",
    "year",
]
