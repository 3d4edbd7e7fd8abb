"""The values of an indicator as CSV and JSON, for spreadsheets and programs."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from content.directories.description import Value
from content.directories.tables import csv_table, json_table
from content.formats import period_code
from content.indicators.values import ordered, unit_words, words
from content.surroundings import current

if TYPE_CHECKING:
    from content.models import DatedFigures, IndicatorPage, IndicatorValue


def as_csv(page: "IndicatorPage") -> bytes:
    """Return the values of *page*, the oldest first; each row says where it comes from."""
    headings = [
        pgettext("portal", "Period"),
        pgettext("portal", "Value"),
        pgettext("portal", "Unit"),
        pgettext("portal", "Provisional"),
        _("As of"),
        pgettext("portal", "Source"),
    ]
    unit, source = unit_words(page), words(page, "figure_source")
    return csv_table(
        headings,
        [
            (
                period_code(value.start, page.period),
                value.value,
                unit,
                int(value.is_provisional),
                value.as_of or page.as_of,
                source,
            )
            for value in ordered(page)
        ],
    )


def as_json(page: "IndicatorPage") -> bytes:
    """Return *page* with its values; units are CLDR's codes beside the words of the language."""
    about: dict[str, Value] = {
        **described(page),
        "definition": words(page, "definition"),
        "note": words(page, "remarks"),
        "unit": page.unit,
        "unit_words": unit_words(page),
    }
    return json_table(about, {"values": [dict(_value(page, value)) for value in ordered(page)]})


def _value(page: "IndicatorPage", value: "IndicatorValue") -> Iterator[tuple[str, Value]]:
    yield "period", period_code(value.start, page.period)
    yield "value", value.value
    yield "known", value.roughness
    yield "provisional", value.is_provisional
    yield "as_of", value.as_of or page.as_of


def described(page: Any) -> Mapping[str, Value]:
    """Return what every file of figures says of its page: a `DatedFigures`."""
    return dict(_described(page))


def _described(page: "DatedFigures") -> Iterator[tuple[str, str | date | None]]:
    site = current()
    card = site.card(page.pk)
    yield "title", card.title if card else ""  # bare: of a card
    yield "language", site.language
    yield "publisher", site.site_name()
    yield "address", site.absolute_url(card.url) if card else ""
    yield "as_of", page.as_of
    yield "review_by", page.review_by
    yield "source", words(page, "figure_source")
    yield "source_address", page.figure_url
