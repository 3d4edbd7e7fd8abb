"""What the apps do for each other, composed by the project."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from content.models import ArticlePage, PortalPage, Tag
from content.operations import propose_slug_intl
from tests import factories
from tests.sound_targets import sound
from translations.enums import Waiting
from translations.models import Clearance, Edition

pytestmark = pytest.mark.django_db

Commits = DjangoCaptureOnCommitCallbacks


def test_the_first_english_approval_proposes_the_international_slug(
    django_capture_on_commit_callbacks: Commits,
) -> None:
    page = factories.article("Một.", title_vi="Phở Nam Định", slug="pho-nam-dinh")
    factories.cleared(page)

    with django_capture_on_commit_callbacks(execute=True):
        factories.translated(page, "en")

    page.refresh_from_db()
    assert page.slug_intl == sound("Phở Nam Định", "en").replace(" ", "-")


def test_a_slug_that_is_there_is_never_replaced() -> None:
    page = factories.article(slug_intl="by-hand")

    assert propose_slug_intl(page=page) == "by-hand"


def test_two_siblings_never_get_the_same_international_slug() -> None:
    first, second = factories.article(slug="mot"), factories.article(slug="hai")
    PortalPage.objects.filter(pk__in=[first.pk, second.pk]).update(title_en="Same words")

    slugs = {propose_slug_intl(page=first), propose_slug_intl(page=second)}

    assert slugs == {"same-words", "same-words-2"}


def test_publishing_an_old_revision_keeps_the_international_slug() -> None:
    page = factories.article()
    revision = page.save_revision()
    PortalPage.objects.filter(pk=page.pk).update(slug_intl="story")

    revision.publish()

    assert ArticlePage.objects.get(pk=page.pk).slug_intl == "story"


def test_publishing_clears_the_words_of_topics_with_the_page(
    client: Client, django_capture_on_commit_callbacks: Commits
) -> None:
    person = factories.person()
    person.is_superuser = True
    person.save()
    client.force_login(person)
    page = factories.article("Một.")
    page.tags.add("di sản")
    page.save_revision().publish()
    data = _form_of(client, page)

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            {**data, "clearance_confirmed": "on", "action-publish": "1"},
        )

    assert answer.status_code == 302, answer.context["form"].errors
    topic = Tag.objects.get(name="di sản")
    assert Clearance.objects.filter(source_version__object_id=page.pk).exists()
    assert Edition.objects.of(topic).exclude(waiting=Waiting.CLEARANCE).count() == 3


def _form_of(client: Client, page: PortalPage) -> dict[str, str]:
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    data = {
        "title_vi": page.title_vi,
        "slug": page.slug,
        "summary_vi": "",
        "tags": '"di sản"',
        "body_vi-count": "1",
        "body_vi-0-deleted": "",
        "body_vi-0-order": "0",
        "body_vi-0-type": "heading",
        "body_vi-0-id": "",
        "body_vi-0-value-text": "Tiêu đề",
        "body_vi-0-value-level": "h2",
        "sources_vi-count": "0",
    }
    for prefix in (formset.prefix for formset in form.formsets.values()):
        data |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    return data
