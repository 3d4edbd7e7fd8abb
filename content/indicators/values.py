"""The values of an indicator in the language being rendered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content import formats
from content.formats import Unit
from content.surroundings import current
from media.multilingual import localized

if TYPE_CHECKING:
    from content.models import IndicatorPage, IndicatorValue

_WHOLE = frozenset({Unit.DONG, Unit.DOLLAR, Unit.PERCENT})


class Roughness(TextChoices):
    """How exactly a value is known."""

    EXACT = "exact", gettext_lazy("exactly")
    ABOUT = "about", gettext_lazy("about")
    OVER = "over", gettext_lazy("more than")


@dataclass(frozen=True, slots=True)
class Row:
    """One value as a table shows it; *as_of* is its own day, else the page's."""

    period: str
    value: SafeString
    is_provisional: bool
    as_of: date | None


def ordered(page: "IndicatorPage") -> "list[IndicatorValue]":
    """Return the values of *page* in the order of time."""
    return sorted(page.figures.all(), key=lambda value: (value.start, value.pk or 0))


def words(page: Any, name: str) -> str:
    """Return a text of *page* in the language being rendered."""
    return getattr(page, localized(name, current().language)) or ""


def unit_words(page: "IndicatorPage") -> str:
    """Return the symbol of the unit, else the words for what is counted."""
    return formats.symbol(page.unit, current().language) or words(page, "counted")


def written(page: "IndicatorPage", value: "IndicatorValue") -> SafeString:
    """Return a value with its unit and how exactly it is known: ``about 72 <small>km</small>``."""
    language = current().language
    if page.unit in _WHOLE:
        figure = format_html("{}", formats.quantity(value.value, page.unit, language))
    else:
        number, unit = formats.number(value.value, language), unit_words(page)
        figure = format_html("{} <small>{}</small>", number, unit) if unit else format_html("{}", number)
    return _roughly(value.roughness, figure)


def _roughly(roughness: str, figure: SafeString) -> SafeString:
    if roughness == Roughness.EXACT:
        return figure
    # Translators: the placeholder is a figure with its unit, such as 72 km.
    sentence = _("about {figure}") if roughness == Roughness.ABOUT else _("more than {figure}")
    # The figure is what stands out, in whichever place the language puts it.
    before, _figure, after = sentence.partition("{figure}")
    return format_html("{}{}{}", _small(before), figure, _small(after))


def _small(words: str) -> SafeString:
    return format_html("<small>{}</small>", words) if words else SafeString()


def rows(page: "IndicatorPage") -> Sequence[Row]:
    """Return the values of *page* for a table, the newest first."""
    language = current().language
    return [
        Row(
            formats.period(value.start, page.period, language),
            written(page, value),
            value.is_provisional,
            value.as_of or page.as_of,
        )
        for value in reversed(ordered(page))
    ]
