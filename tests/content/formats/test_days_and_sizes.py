"""Dates and sizes read as each language writes them."""

from datetime import UTC, date, datetime

import pytest

from content.formats import feed_date, file_size, local_day, long_date

LATE_IN_LONDON = datetime(2026, 3, 3, 20, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "written"),
    [("vi", "4 tháng 3 năm 2026"), ("en", "4 March 2026"), ("ja", "2026年3月4日"), ("ko", "2026년 3월 4일")],
)
def test_a_date_names_its_month(language: str, written: str) -> None:
    assert long_date(date(2026, 3, 4), language) == written


def test_a_moment_counts_on_the_day_it_was_in_vietnam() -> None:
    assert local_day(LATE_IN_LONDON) == date(2026, 3, 4)
    assert long_date(LATE_IN_LONDON, "en") == "4 March 2026"


def test_a_feed_is_dated_as_mail_is() -> None:
    assert feed_date(LATE_IN_LONDON) == "Wed, 04 Mar 2026 03:30:00 +0700"


@pytest.mark.parametrize(
    ("size", "language", "written"),
    [
        (12, "en", "12 B"),
        (45_678, "en", "46 kB"),
        (1_234_567, "vi", "1,2 MB"),
        (1_234_567, "ja", "1.2 MB"),
        (5_000_000_000_000, "ko", "5,000 GB"),
    ],
)
def test_a_size_is_written_in_the_largest_unit_that_fits(size: int, language: str, written: str) -> None:
    assert file_size(size, language) == written
