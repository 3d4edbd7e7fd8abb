"""The chart of an indicator."""

from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content import charts, formats
from content.charts import Chart, Kind, Point, Series
from content.formats import Period, Unit
from content.indicators.values import ordered, words, written
from content.surroundings import current

if TYPE_CHECKING:
    from content.models import IndicatorPage

_FEWEST = 2


class Drawing(TextChoices):
    """How the values of an indicator are drawn."""

    LINE = Kind.LINE.value, gettext_lazy("line")
    BAR = Kind.BAR.value, gettext_lazy("bars")
    NONE = "none", gettext_lazy("no chart")


def chart(page: "IndicatorPage", title: str, key: str) -> Chart | None:
    """Return the chart of *page* under *title*; None where there is too little to compare.

    *key* begins the ids of the drawing, and is unique within the page that shows it.
    """
    values = ordered(page)
    if len(values) < _FEWEST or page.drawing == Drawing.NONE:
        return None
    points = tuple(Point(value.start, value.value, value.is_provisional) for value in values)
    return Chart(
        key=key,
        kind=Kind(page.drawing),
        title=title,
        description=_description(page),
        unit=Unit(page.unit),
        period=Period(page.period),
        series=(Series("", points),),
        language=current().language,
        unit_words=words(page, "counted"),
    )


def drawn(page: "IndicatorPage", title: str, key: str) -> SafeString:
    """Return the chart of *page* as an ``svg`` element, or nothing."""
    found = chart(page, title, key)
    svg = charts.draw(found) if found else ""
    return mark_safe(svg)  # noqa: S308 - written by ElementTree, which escapes what editors wrote


def _description(page: "IndicatorPage") -> str:
    values, language = ordered(page), current().language
    first, last = values[0], values[-1]
    return _("{start}: {first}. {end}: {last}. Values: {count}.").format(
        start=formats.period(first.start, page.period, language),
        first=strip_tags(written(page, first)),
        end=formats.period(last.start, page.period, language),
        last=strip_tags(written(page, last)),
        count=formats.number(len(values), language),
    )
