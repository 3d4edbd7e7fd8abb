"""The Vietnamese admin as one editor sees it: real views and forms, under one interface language."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.test.utils.form_data import rich_text
from wagtail.users.models import UserProfile

from cms.models import User
from content.blocks.text import INLINE_FEATURES
from content.models import ArticlePage, PortalPage
from tests import factories

_NO_COMMENTS = {
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
    "comments-MIN_NUM_FORMS": "0",
    "comments-MAX_NUM_FORMS": "",
}
_EMPTY_FIELDS = dict.fromkeys(
    [
        "summary_vi",
        "menu_title_vi",
        "seo_title_vi",
        "search_description_vi",
        "slug_intl",
        "lead_image",
        "agency",
        "tags",
        "go_live_at",
        "expire_at",
    ],
    "",
)
PUBLISH = {"action-publish": "1", "clearance_confirmed": "on"}
PUBLISH_WITHOUT_CLEARANCE = {"action-publish": "1"}
DRAFT: dict[str, str] = {}


def written(text: str, key: str) -> dict[str, Any]:
    """Return a paragraph block as the editor stores it: with ids for the block and the paragraph."""
    return {
        "type": "paragraph",
        "value": f'<p data-block-key="{key}">{text}</p>',
        "id": f"00000000-0000-4000-8000-0000000{key}",
    }


def paragraphs_form(name: str, blocks: list[dict[str, Any]]) -> dict[str, str]:
    """Return what the editor's browser posts for a body of stored paragraphs."""
    data = {f"{name}-count": str(len(blocks))}
    for place, block in enumerate(blocks):
        data |= {
            f"{name}-{place}-deleted": "",
            f"{name}-{place}-order": str(place),
            f"{name}-{place}-type": "paragraph",
            f"{name}-{place}-id": block["id"],
            f"{name}-{place}-value": rich_text(block["value"], features=list(INLINE_FEATURES)),
        }
    return data


def article_form(**fields: Any) -> dict[str, str]:
    """Return a whole article form; *body* is stored paragraphs."""
    body = fields.pop("body")
    return {
        **_NO_COMMENTS,
        **_EMPTY_FIELDS,
        "sources_vi-count": "0",
        **paragraphs_form("body_vi", body),
        **fields,
    }


def form_of(page: ArticlePage, **changes: Any) -> dict[str, str]:
    """Return the form of *page* as it is, with *changes*."""
    fields = {
        "title_vi": page.title_vi,
        "slug": page.slug,
        "summary_vi": page.summary_vi or "",
        "slug_intl": page.slug_intl,
        "body": page.body_vi.get_prep_value(),
    }
    return article_form(**{**fields, **changes})


class Editor:
    """A person with every right in the admin, who chose *language* for its interface."""

    def __init__(self, language: str, on_commit: DjangoCaptureOnCommitCallbacks) -> None:
        self.language = language
        self.user: User = factories.person(is_superuser=True)
        UserProfile.objects.create(user=self.user, preferred_language=language)
        self._client = Client()
        self._client.force_login(self.user)
        self._on_commit = on_commit

    @contextmanager
    def after_commit(self) -> Iterator[None]:
        """Run tasks afterwards, in the same process and under the same language."""
        with self._on_commit() as callbacks:
            yield
        with translation.override(self.language):
            for callback in callbacks:
                callback()

    def get(self, view: str, *args: object, **query: str) -> Any:
        return self._client.get(reverse(view, args=args), query)

    def post(self, view: str, *args: object, data: Mapping[str, Any], **headers: Any) -> Any:
        with self.after_commit():
            return self._client.post(reverse(view, args=args), data, **headers)

    def create(self, parent: PortalPage, form: Mapping[str, str], action: Mapping[str, str]) -> Any:
        add = ("content", "articlepage", parent.pk)
        return self.post("wagtailadmin_pages:add", *add, data={**form, **action})

    def edit(self, page: PortalPage, form: Mapping[str, str], action: Mapping[str, str]) -> Any:
        return self.post("wagtailadmin_pages:edit", page.pk, data={**form, **action})

    def autosave(self, view: str, *args: object, form: Mapping[str, str]) -> dict[str, Any]:
        """Post as the browser does by itself while a person types; return the answer."""
        answer = self.post(view, *args, data=form, HTTP_ACCEPT="application/json")
        assert answer.status_code == 200
        said: dict[str, Any] = answer.json()
        return said
