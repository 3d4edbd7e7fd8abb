"""An editor for each interface language, and an article that is public in all four."""

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from content.models import ArticlePage
from media.multilingual import LANGUAGES, TARGET_LANGUAGES
from tests import factories
from tests.safety import records
from tests.safety.admin import Editor, written


@pytest.fixture(params=LANGUAGES)
def editor(
    request: pytest.FixtureRequest,
    db: None,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> Editor:
    return Editor(request.param, django_capture_on_commit_callbacks)


@pytest.fixture
def page(db: None) -> ArticlePage:
    """A live article with a revision, approved in English, Japanese and Korean."""
    page = factories.article(
        title_vi="Áo dài", summary_vi="Tóm tắt.", body_vi=[written("Áo dài Việt.", "ccccc")]
    )
    page.save_revision().publish()
    page.refresh_from_db()
    factories.cleared(page)
    reviewer = factories.reviewer()
    for language in TARGET_LANGUAGES:
        factories.translated(page, language, by=reviewer)
    records.assert_sound(page)
    return ArticlePage.objects.get(pk=page.pk)
