"""The colours of a chart can be told from the paper in light and in dark."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[3] / "content" / "static" / "portal"
ENOUGH = 4.5


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def declared(sheet: str, name: str) -> list[str]:
    """Return the colours of a custom property, for light and then for dark."""
    return re.findall(rf"--{name}: (#[0-9a-f]{{6}});", (STATIC / sheet).read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", range(1, 5))
@pytest.mark.parametrize("scheme", [0, 1])
def test_a_series_stands_out_from_the_paper(number: int, scheme: int) -> None:
    paper = declared("site.css", "paper")[scheme]

    assert contrast(declared("charts.css", f"chart-{number}")[scheme], paper) >= ENOUGH
