from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.sheets.amounts import Style, common_style, parsed, style_of
from content.sheets.sentences import BadCell


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1234", "1234"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("285,37", "285.37"),
        ("285.37", "285.37"),
        ("0,123", "0.123"),
        ("1234,567", "1234.567"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("-12,5", "-12.5"),
        ("\u221212,5", "-12.5"),
    ],
)
def test_a_number_typed_as_text_is_read_in_both_styles(typed: str, meant: str) -> None:
    assert parsed(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed",
    ["", "abc", "1.23.4", "12.34,5", "1,2,3", "1.234.56", "1,,2", "1.234,5.6", "--1", "1 23", "1" * 16],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(BadCell, match="is no number"):
        parsed(typed)


@pytest.mark.parametrize("typed", ["1.234", "1,234", "285.370"])
def test_what_can_be_read_in_two_ways_is_refused(typed: str) -> None:
    with pytest.raises(BadCell, match="in two ways"):
        parsed(typed)


def test_the_other_numbers_of_a_column_decide_what_is_ambiguous() -> None:
    assert parsed("1.234", style=Style.VIETNAMESE) == 1234
    assert parsed("1.234", style=Style.ENGLISH) == Decimal("1.234")
    assert parsed("1,234", style=Style.VIETNAMESE) == Decimal("1.234")


def test_in_a_column_of_whole_numbers_a_sign_divides_thousands() -> None:
    assert parsed("1.234", is_whole=True) == 1234
    assert parsed("12,345", is_whole=True) == 12345


def test_a_column_that_mixes_both_styles_proves_none() -> None:
    assert common_style(["285,37", "1.234", "12"]) is Style.VIETNAMESE
    assert common_style(["285,37", "12.5"]) is None
    assert common_style(["1.234", "12"]) is None
    assert style_of("no number") is None


@given(
    st.decimals(min_value=0, max_value=10**10, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from(Style),
)
def test_whatever_is_written_in_a_style_is_read_back(amount: Decimal, style: Style) -> None:
    english = f"{amount:,.2f}"
    swapped = english.translate(str.maketrans(",.", ".,"))

    assert parsed(english if style is Style.ENGLISH else swapped) == amount
