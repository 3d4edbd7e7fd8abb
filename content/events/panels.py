"""The panel of the page editor that shows the computed days of an event."""

from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from content.calendars import lunar
from content.calendars.words import lunar_date, year_name
from content.events.days import following, occasions
from content.formats import day_range
from media.multilingual import SOURCE_LANGUAGE

_YEARS = 6


class ComputedDaysPanel(Panel):
    """Shows, as of the last save, which Gregorian days the lunar days are, and the other way round."""

    class BoundPanel(Panel.BoundPanel):
        """The panel with the event that is being edited."""

        template_name = "content/admin/computed_days.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Return the rows: what a line is about, and its days."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "rows": self._yearly() or self._once(), "intro": self.panel.intro}

        def _yearly(self) -> list[tuple[str, str]]:
            return [
                (year_name(one.year, SOURCE_LANGUAGE), day_range(one.first, one.last, SOURCE_LANGUAGE))
                for one in following(self.instance, localdate(), _YEARS)
            ]

        def _once(self) -> list[tuple[str, str]]:
            days = sorted({day for one in occasions(self.instance) for day in (one.first, one.last)})
            try:
                found = [(day, lunar.lunar_day(day)) for day in days]
            except lunar.YearNotSupported:
                return []
            return [
                (day_range(day, day, SOURCE_LANGUAGE), lunar_date(one, SOURCE_LANGUAGE)) for day, one in found
            ]

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"heading": _("Days to check"), **options})
        self.intro = _("Computed when the page was last saved; compare them with a printed calendar.")
