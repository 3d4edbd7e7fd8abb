"""Charts drawn with matplotlib. Imported late: see the package.

matplotlib does the geometry. It writes every text as a number (``3``), and the words are put in afterwards:
the fonts of this machine say nothing about those of the reader, and lack letters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import StringIO

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from content import formats
from content.charts import labels
from content.charts.data import Chart, Kind, Point, Series
from content.charts.markup import GRID, INK, PAPER, SERIES, finished

# Nothing but this module uses matplotlib. Its settings are those it comes with, whatever this machine says.
mpl.rcdefaults()
mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "chart", "font.size": labels.FONT_SIZE})

# In pixels, which are the points of matplotlib here.
_DPI = 72
_WIDTH, _HEIGHT, _PANEL_HEIGHT = 360, 230, 150
_LINE = 16
_EDGE = 4
_FOOT = 24
_ABOVE_A_POINT = 7
# Above the highest value there is room for its label.
_HEADROOM = 1.18
_BAR = 0.68
# A line may begin above zero where zero would flatten it.
_FLAT = 0.5
_TICKS = 4
_LABELLED = 7
# Neither colour nor dash nor marker is alone in telling series apart.
_MARKERS = ("o", "s", "^", "D")
_DASHES: tuple[str | tuple[int, tuple[int, ...]], ...] = ("-", (0, (6, 2)), (0, (2, 2)), (0, (8, 2, 2, 2)))


@dataclass(slots=True)
class _Sheet:
    """A drawing under way, and the words it refers to by number."""

    chart: Chart
    figure: Figure
    words: list[str] = field(default_factory=list)

    def say(self, words: str) -> str:
        self.words.append(words)
        return str(len(self.words) - 1)

    def write(self, x: float, y: float, words: str) -> None:
        """Write *words* from the left at a place in pixels, counted from the lower left corner."""
        width, height = self.figure.get_size_inches() * _DPI
        self.figure.text(x / width, y / height, self.say(words), color=INK, ha="left", va="baseline")


def svg(chart: Chart) -> str:
    """Return *chart* as an ``svg`` element."""
    apart = chart.kind == Kind.MULTIPLES or (chart.kind == Kind.BAR and len(chart.series) > 1)
    panels: list[tuple[Series, ...]] = [(one,) for one in chart.series] if apart else [chart.series]
    height = _HEIGHT if len(panels) == 1 else _PANEL_HEIGHT * len(panels)
    figure = Figure(figsize=(_WIDTH / _DPI, height / _DPI), dpi=_DPI)
    figure.patch.set_visible(False)
    FigureCanvasSVG(figure)
    sheet = _Sheet(chart, figure)
    ticks = _ticks(chart)
    for index, series in enumerate(panels):
        _panel(sheet, series, ticks, top=height - index * _PANEL_HEIGHT, height=height / len(panels))
    written = StringIO()
    figure.savefig(written, format="svg")
    return finished(
        written.getvalue(), sheet.words, key=chart.key, title=chart.title, description=chart.description
    )


def _panel(
    sheet: _Sheet, series: Sequence[Series], ticks: Sequence[float], top: float, height: float
) -> None:
    chart = sheet.chart
    names = [one.name for one in series] if len(chart.series) > 1 else []
    words = [labels.value_words(Decimal(str(tick)), chart) for tick in ticks]
    left = max(map(labels.width, words)) + 2 * _EDGE
    newest = max((point for one in series for point in one.points), key=lambda point: point.start)
    right = (
        max(labels.width(_when(newest.start, chart)), labels.width(labels.value_words(newest.value, chart)))
        / 2
    )
    head = _LINE * (1 + len(names)) + _EDGE
    bottom = top - height + _FOOT
    box = (left, bottom, _WIDTH - left - right - _EDGE, top - head - bottom)
    full = sheet.figure.get_size_inches()[1] * _DPI
    axes = sheet.figure.add_axes((box[0] / _WIDTH, box[1] / full, box[2] / _WIDTH, box[3] / full))
    sheet.write(_EDGE, top - _LINE + _EDGE, labels.unit_words(chart))
    _frame(axes, sheet, ticks, words)
    _values(axes, sheet, series)
    for row, name in enumerate(names):
        _legend(sheet, axes, name, chart.series.index(series[row]), top - _LINE * (row + 2) + _EDGE)


def _ticks(chart: Chart) -> list[float]:
    """Return the values that have a line across, from the lowest to above the highest value."""
    values = [float(point.value) for point in chart.points]
    low, high = min(values), max(values)
    steep = chart.kind == Kind.LINE and high > low > _FLAT * high
    whole = all(point.value == point.value.to_integral_value() for point in chart.points)
    locator = MaxNLocator(_TICKS, steps=[1, 2, 2.5, 5, 10], integer=whole)
    found = locator.tick_values(low if steep else min(low, 0), max(high, 0) or 1)
    return [round(float(tick), 9) for tick in found]


def _frame(axes: Axes, sheet: _Sheet, ticks: Sequence[float], words: Sequence[str]) -> None:
    axes.patch.set_visible(False)
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set(color=INK, linewidth=1)
    axes.set_yticks(list(ticks), [sheet.say(one) for one in words])
    axes.tick_params(length=0, labelcolor=INK)
    axes.tick_params(axis="x", pad=6)
    axes.grid(axis="y", color=GRID, linewidth=1)
    axes.set_axisbelow(True)
    axes.set_ylim(ticks[0], ticks[-1] + (ticks[-1] - ticks[0]) * (_HEADROOM - 1))


def _values(axes: Axes, sheet: _Sheet, series: Sequence[Series]) -> None:
    chart = sheet.chart
    bars = chart.kind == Kind.BAR
    starts = sorted({point.start for one in chart.series for point in one.points})
    places = {start: float(at if bars else start.toordinal()) for at, start in enumerate(starts)}
    margin = 0.5 if bars else max((places[starts[-1]] - places[starts[0]]) * 0.04, 1.0)
    axes.set_xlim(places[starts[0]] - margin, places[starts[-1]] + margin)
    for one in series:
        _points(axes, one, places, chart.series.index(one), bars=bars)
    centres = [float(axes.transData.transform((places[start], 0))[0]) for start in starts]
    texts = [_when(start, chart) for start in starts]
    kept = labels.that_fit(centres, texts)
    axes.set_xticks([places[starts[at]] for at in kept], [sheet.say(texts[at]) for at in kept])
    if len(series) == 1:
        _value_labels(axes, sheet, series[0].points, [places[point.start] for point in series[0].points])


def _points(axes: Axes, series: Series, places: Mapping[date, float], index: int, *, bars: bool) -> None:
    colour = SERIES[index % len(SERIES)]
    at = [places[point.start] for point in series.points]
    values = [float(point.value) for point in series.points]
    faces = [PAPER if point.provisional else colour for point in series.points]
    if bars:
        axes.bar(at, values, width=_BAR, color=faces, edgecolor=colour, linewidth=1.5)
        return
    axes.plot(at, values, color=colour, linewidth=2, linestyle=_DASHES[index % len(_DASHES)], clip_on=False)
    for place, value, face in zip(at, values, faces, strict=True):
        _marker(axes, place, value, face, index)


def _marker(axes: Axes, place: float, value: float, face: str, index: int) -> None:
    axes.plot(
        [place],
        [value],
        marker=_MARKERS[index % len(_MARKERS)],
        markersize=7,
        markerfacecolor=face,
        markeredgecolor=SERIES[index % len(SERIES)],
        markeredgewidth=1.5,
        linestyle="none",
        clip_on=False,
    )


def _value_labels(axes: Axes, sheet: _Sheet, points: Sequence[Point], places: Sequence[float]) -> None:
    """Write the values where there is room; of many, the newest alone."""
    texts = [labels.value_words(point.value, sheet.chart) for point in points]
    centres = [float(axes.transData.transform((place, 0))[0]) for place in places]
    kept = labels.that_fit(centres, texts) if len(points) <= _LABELLED else [len(points) - 1]
    edge = float(axes.get_window_extent().x0)
    for at in (at for at in kept if centres[at] - labels.width(texts[at]) / 2 >= edge):
        axes.annotate(
            sheet.say(texts[at]),
            (places[at], float(points[at].value)),
            xytext=(0, _ABOVE_A_POINT),
            textcoords="offset points",
            ha="center",
            color=INK,
        )


def _legend(sheet: _Sheet, axes: Axes, name: str, index: int, height: float) -> None:
    """Write the name of a series, after its marker where several share a panel."""
    sheet.write(_EDGE + _LINE, height, name)
    full_width, full_height = sheet.figure.get_size_inches() * _DPI
    sample = sheet.figure.add_artist(
        Line2D(
            [(_EDGE + _LINE / 2) / full_width],
            [(height + _EDGE) / full_height],
            marker=_MARKERS[index % len(_MARKERS)],
            markersize=7,
            color=SERIES[index % len(SERIES)],
            linestyle="none",
        )
    )
    sample.set_zorder(axes.get_zorder() + 1)


def _when(start: date, chart: Chart) -> str:
    return formats.short_period(start, chart.period, chart.language)
