"""Unsaved pages with everything or nearly nothing on them, and what they look like."""

from datetime import UTC, datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from content.models import Agency, ArticlePage, HomePage, PageTag, PortalPage, SectionPage, Tag
from content.surroundings import MenuItem, rendering_in
from media.models import PortalImage
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings, organisation
from tests.content.markup import Markup

PUBLISHED = datetime(2026, 3, 4, 2, tzinfo=UTC)
WORDS = {"vi": "Đền Trần", "en": "Tran Temple", "ja": "チャン祠", "ko": "쩐 사당"}


def words(field: str, **values: str) -> dict[str, str]:
    return {f"{field}_{language}": value for language, value in (values or WORDS).items()}


def picture() -> PortalImage:
    return PortalImage(pk=7, collection_id=1, width=1600, height=1067, credit="Nguyễn An", **words("alt"))


def body(*kinds: str) -> list[dict[str, Any]]:
    values = {
        "heading": {"text": "Quần thể", "level": "h2"},
        "paragraph": "<p>Ở phía bắc.</p>",
        "quote": {"text": "Cây có cội.", "attribution": ""},
    }
    return [{"type": kind, "value": values[kind]} for kind in kinds]


def streams(field: str, data: list[dict[str, Any]]) -> dict[str, Any]:
    return {f"{field}_{language}": data for language in LANGUAGES}


def full_article(pk: int = 10) -> ArticlePage:
    page = ArticlePage(
        pk=pk,
        lead_image=picture(),
        agency=Agency(code="so", **words("name", vi="Sở", en="Department", ja="局", ko="국")),
        first_published_at=PUBLISHED,
        last_published_at=datetime(2026, 3, 9, 2, tzinfo=UTC),
        **words("title"),
        **words("summary"),
        **streams("body", body("heading", "paragraph", "heading", "quote", "heading")),
        **streams("sources", [{"type": "source", "value": {"label": "Báo", "url": "https://example.org"}}]),
    )
    topics = (Tag(pk=2, name="b", **words("label")), Tag(pk=1, name="a", label_vi="Ước lễ"))
    page.tagged_items.set([PageTag(pk=tag.pk, tag=tag) for tag in topics])
    return page


def bare_article() -> ArticlePage:
    return ArticlePage(pk=11, **words("title"), **streams("body", []))


def home() -> HomePage:
    return HomePage(
        pk=1, lead_image=picture(), **words("title"), **streams("body", body("heading", "paragraph"))
    )


def section(pk: int = 5) -> SectionPage:
    return SectionPage(pk=pk, **words("title"), **words("summary"))


def rendered(template: str, site: FakeSurroundings, **context: Any) -> str:
    with translation.override(site.language), rendering_in(site):
        return render_to_string(f"content/{template}", {**context, "site": site})


def shown(page: PortalPage, site: FakeSurroundings | None = None) -> Markup:
    return Markup(rendered(page.template.removeprefix("content/"), site or FakeSurroundings(), page=page))


def described(markup: Markup, name: str) -> str | None:
    """Return the content of one <meta>."""
    named = (meta.attributes for meta in markup.all("meta"))
    return next((each["content"] for each in named if name in {each.get("name"), each.get("property")}), None)


def linked(markup: Markup, rel: str) -> list[dict[str, str]]:
    return [link.attributes for link in markup.all("link") if link.attributes["rel"] == rel]


def busy_site(language: str = "vi", **fields: Any) -> FakeSurroundings:
    below = [section(5), section(6), full_article(12), full_article(13)]
    return FakeSurroundings(
        **{
            "language": language,
            "addresses": {pk: f"/{language}/{pk}/" for pk in (1, 5, 6, 10, 11, 12, 13)},
            "below": below,
            "above": [home(), section(5)],
            "newest": below[2:],
            "entries": [MenuItem("Đầu tư", "/5/", True), MenuItem("Du lịch", "/6/", False)],
            "owner": organisation(
                notice_vi="Mẫu", email="a@example.org", phone="+84 (0) 1", address_vi="a\nb"
            ),
            **fields,
        }
    )
