"""A figure that is corrected once changes everywhere it stands, in four languages, and nothing else."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.models import ArticlePage, DirectoryPage, IndicatorPage
from deploy.bake.bake import SITE, bake_site
from deploy.bake.verify import differences
from media.multilingual import TARGET_LANGUAGES
from tests import factories, indicator_pages

pytestmark = pytest.mark.django_db

ALL = ("vi", "en", "ja", "ko")


def block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": factories.paragraph("")["id"]}


def public(*pages: Any) -> None:
    """Clear and translate *pages* into every language."""
    for page in pages:
        factories.cleared(page)
        for language in TARGET_LANGUAGES:
            factories.translated(page, language)


@pytest.fixture
def indicator() -> IndicatorPage:
    """An indicator on the home page, in a directory and in two articles; a third is about other things."""
    section = factories.section(slug="dau-tu", slug_intl="invest")
    page = indicator_pages.indicator(
        parent=section, slug="dien-tich", slug_intl="area", title_vi="Diện tích", is_key_figure=True
    )
    directory = DirectoryPage(title_vi="Số liệu", slug="so-lieu", slug_intl="figures", lists="indicators")
    section.add_child(instance=directory)
    written = {
        "bai-so": block("figures", {"indicators": [page.pk]}),
        "bai-do": block("chart", {"indicator": page.pk}),
        "bai-khac": factories.paragraph("Chuyện khác."),
    }
    articles = [
        factories.article(slug=slug, slug_intl=slug, parent=section, title_vi=f"Bài {slug}")
        for slug in written
    ]
    for article in articles:
        ArticlePage.objects.filter(pk=article.pk).update(body_vi=[written[article.slug]])
    public(factories.home(), section, page, directory, *ArticlePage.objects.all())
    return page


def keys(*paths: str) -> set[str]:
    """Return the files of international *paths* in every language; the Vietnamese are given apart."""
    return {f"{code}/{path}" for code in ALL[1:] for path in paths}


def test_a_corrected_value_changes_every_page_that_shows_it_and_nothing_else(
    indicator: IndicatorPage, tmp_path: Path
) -> None:
    bake_site(tmp_path)
    value = indicator.figures.get(start=date(2025, 1, 1))
    value.value = Decimal("901.5")
    value.save()

    rendered = set(bake_site(tmp_path).rendered)

    pages = [f"{{}}/{name}" for name in ("index.html", "data.csv", "data.json")]
    expected = {"vi/index.html", "vi/dau-tu/bai-so/index.html", "vi/dau-tu/bai-do/index.html"}
    expected |= {page.format("vi/dau-tu/dien-tich") for page in pages}
    expected |= {page.format("vi/dau-tu/so-lieu") for page in pages}
    expected |= {"vi/dau-tu/so-lieu/year-2025/index.html"}
    expected |= keys("index.html", "invest/bai-so/index.html", "invest/bai-do/index.html")
    expected |= keys(*(page.format("invest/area") for page in pages))
    expected |= keys(*(page.format("invest/figures") for page in pages))
    expected |= keys("invest/figures/year-2025/index.html")
    expected |= {"vi/embed/dau-tu/dien-tich/index.html"}
    expected |= {f"{code}/embed/invest/area/index.html" for code in TARGET_LANGUAGES}
    assert rendered == expected
    assert not differences(tmp_path)
    for key in expected:
        said = (tmp_path / SITE / key).read_text(encoding="utf-8")
        assert ("901,5" if key.startswith("vi") and key.endswith("html") else "901.5") in said


def test_every_page_that_shows_a_figure_says_so_when_its_day_of_review_has_passed(
    indicator: IndicatorPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime(2027, 6, 30, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    monkeypatch.setattr("deploy.bake.baker.timezone.now", lambda: moment)
    bake_site(tmp_path)
    shown = [tmp_path / SITE / "vi/dau-tu" / name / "index.html" for name in ("dien-tich", "bai-do")]
    assert not [path for path in shown if 'class="stale"' in path.read_text(encoding="utf-8")]

    monkeypatch.setattr("deploy.bake.baker.timezone.now", lambda: moment.replace(month=7, day=1))
    bake_site(tmp_path)

    assert all('class="stale"' in path.read_text(encoding="utf-8") for path in shown)
    assert "badge-warn" in (tmp_path / SITE / "vi/dau-tu/bai-so/index.html").read_text(encoding="utf-8")
    assert not differences(tmp_path)
