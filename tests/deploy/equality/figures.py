"""Edits of indicators and costs, and of the texts that show them."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.utils.timezone import localdate

from content.models import ArticlePage, Cost, CostItem, CostPage, DirectoryPage, IndicatorPage, SectionPage
from media.multilingual import TARGET_LANGUAGES
from tests import factories, indicator_pages
from tests.deploy.equality.desk import Desk


class FigureEdits(Desk):
    """What departments do to figures. Each makes what it needs where nothing is there yet."""

    def _indicator(self, random: Random) -> IndicatorPage:
        found = list(IndicatorPage.objects.filter(alias_of=None).order_by("pk"))
        return random.choice(found) if found else self._new_indicator(random)

    def _new_indicator(self, random: Random) -> IndicatorPage:
        page = indicator_pages.indicator(parent=self._page(random, SectionPage), title_vi=self._words())
        factories.cleared(page)
        for language in TARGET_LANGUAGES:
            factories.translated(page, language)
        return page

    def edit_new_indicator(self, random: Random) -> str:
        return str(self._new_indicator(random))

    def edit_indicator_directory(self, random: Random) -> str:
        page = DirectoryPage(
            title_vi=self._words(),
            slug=f"danh-muc-{self._count}",
            lists=random.choice(["indicators", "costs"]),
        )
        self._page(random, SectionPage).add_child(instance=page)
        return self._published(page)

    def edit_indicator_value(self, random: Random) -> str:
        page = self._indicator(random)
        value = random.choice([*page.figures.order_by("pk"), None])
        if value is not None:
            value.value, value.is_provisional = Decimal(random.randrange(10**6)) / 100, random.random() < 0.5
            value.save()
        return str(value)

    def edit_indicator_rows(self, random: Random) -> str:
        page = self._indicator(random)
        page.figures.filter(start__year__gte=2007).delete()
        page.figures.create(start=date(random.randrange(2007, 2026), 1, 1), value=Decimal(self._count))
        return str(page)

    def edit_indicator_measure(self, random: Random) -> str:
        page = self._indicator(random)
        page.unit = random.choice(["area-hectare", "count", "VND", "percent"])
        page.period = random.choice(["year", "quarter", "month", "day"])
        page.drawing = random.choice(["line", "bar", "none"])
        page.counted_vi = self._words()
        return self._published(page)

    def edit_indicator_state(self, random: Random) -> str:
        page = self._indicator(random)
        today = localdate()
        page.as_of = today - timedelta(days=400)
        page.review_by = random.choice([None, today, today - timedelta(days=random.randrange(1, 90))])
        page.figure_source_vi = self._words()
        return self._published(page)

    def edit_indicator_on_the_home_page(self, random: Random) -> str:
        page = self._indicator(random)
        page.is_key_figure = not page.is_key_figure
        return self._published(page)

    def edit_indicator_taken_down(self, random: Random) -> str:
        page = self._indicator(random)
        page.unpublish()
        return str(page)

    def edit_indicator_in_a_text(self, random: Random) -> str:
        page, indicator = self._page(random, ArticlePage), self._indicator(random)
        kind = random.choice(["figures", "chart"])
        value = {"figures": {"indicators": [indicator.pk]}, "chart": {"indicator": indicator.pk}}[kind]
        page.body_vi = [{"type": kind, "value": value, "id": factories.paragraph("")["id"]}]
        return self._published(page)

    def _costs(self, random: Random) -> CostPage:
        found = CostPage.objects.filter(alias_of=None).order_by("pk").first()
        if found is not None:
            return found
        item = indicator_pages.item(name_vi=self._words())
        page = indicator_pages.costs(Cost(item=item), parent=self._page(random, SectionPage))
        for one in (item, page):
            factories.cleared(one)
            for language in TARGET_LANGUAGES:
                factories.translated(one, language)
        return page

    def edit_cost(self, random: Random) -> str:
        cost = random.choice(list(self._costs(random).costs.order_by("pk")))
        cost.usd_low = Decimal(random.randrange(500)) / 100
        cost.vnd_high = Decimal(random.randrange(10**8))
        cost.save()
        return str(cost)

    def edit_cost_item(self, random: Random) -> str:
        self._costs(random)
        item = random.choice(list(CostItem.objects.order_by("pk")))
        item.name_vi, item.group = self._words(), random.choice(["land", "labour"])
        item.save()
        if random.random() < 0.7:
            factories.cleared(item)
        return str(item)

    def edit_costs_of_a_year(self, random: Random) -> str:
        page = self._costs(random)
        page.year, page.remarks_vi = random.randrange(2000, 2030), self._words()
        return self._published(page)
