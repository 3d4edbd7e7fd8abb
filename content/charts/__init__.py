"""Charts of dated values: plain data in, accessible SVG for the middle of a page out.

The library that draws takes a second and forty megabytes to import, so it is imported when the first
chart is drawn: most bakes of most pages draw none.
"""

from functools import lru_cache
from importlib import import_module

from content.charts.data import Chart, Kind, Point, Series

__all__ = ["Chart", "Kind", "Point", "Series", "draw"]


# One chart may stand on several pages, and in a page that is rendered again for another reason.
@lru_cache(maxsize=256)
def draw(chart: Chart) -> str:
    """Return *chart* as an ``svg`` element, the same bytes for the same chart.

    Raises:
        ValueError: there is nothing to draw.
    """
    if not chart.points:
        message = f"The chart {chart.key} has no values."
        raise ValueError(message)
    drawn: str = import_module("content.charts.drawing").svg(chart)
    return drawn
