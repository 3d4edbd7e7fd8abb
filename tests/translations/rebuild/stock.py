"""A portal with public editions, and what verify and rebuild say of it."""

from collections.abc import Callable
from typing import Any

from content.models import ArticlePage
from tests import factories
from tests.translations.rebuild.corruption import Spoilt, raw
from translations.models import Edition, Unit
from translations.operations.rebuild import Report, Summary

COLUMNS = [f"{name}_{language}" for name in ("title", "summary", "body") for language in ("en", "ja", "ko")]
TEXTS = ("Đền Trần thờ <b>14 vị vua</b>.", "Chùa Phổ Minh.", "Phở bò &amp; bánh gai.")


def published() -> ArticlePage:
    """An article with an English and a Japanese edition, and none in Korean."""
    page = factories.article(*TEXTS, title_vi="Di tích", summary_vi="Một ngày ở Nam Định.")
    factories.cleared(page)
    for language in ("en", "ja"):
        factories.translated(page, language)
    return page


def looked(act: Callable[..., Summary]) -> tuple[Summary, list[Report]]:
    reports: list[Report] = []
    summary = act(say=reports.append, progress=lambda done, total: None)
    return summary, reports


def places(reports: list[Report]) -> set[Spoilt]:
    return {Spoilt(report.difference.language, report.difference.place) for report in reports}


def everything(page: ArticlePage) -> dict[str, Any]:
    """Return every byte of the columns, and the texts they come from."""
    of_page = Edition.objects.of(page)
    return {
        **{column: raw(page, column) for column in COLUMNS},
        "public": dict(of_page.values_list("language", "public_targets")),
        "units": list(Unit.objects.filter(edition__in=of_page).order_by("pk").values_list("target", "state")),
    }
