"""An article with a Japanese edition in review, and people who look at it."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from cms.models import User
from content.models import ArticlePage
from tests import factories
from translations.models import Edition, Unit


@dataclass
class Desk:
    """The Japanese edition of one article, and a reviewer who is logged in."""

    client: Client
    page: ArticlePage
    edition: Edition
    reviewer: User

    @property
    def url(self) -> str:
        return reverse("translations:review", args=[self.edition.pk])

    def unit(self, source: str) -> Unit:
        return self.edition.units.get(source__contains=source)

    def post(self, verb: str, unit: Unit, **data: Any) -> Any:
        address = reverse(f"translations:{verb}", args=[self.edition.pk, unit.pk])
        return self.client.post(address, {"version": unit.version, **data})

    def html(self) -> str:
        return self.client.get(self.url).content.decode()


def logged_in(person: User) -> Client:
    """Return a browser in which the admin speaks English, as the claims do."""
    profile = UserProfile.get_for_user(person)
    profile.preferred_language = "en"
    profile.save()
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def desk(db: None) -> Desk:
    page = factories.article("Đoạn <b>một</b>.", "Đoạn hai.", title_vi="Tin mới")
    factories.cleared(page)
    reviewer = factories.person("review_ja", "access_admin", first_name="Lan")
    edition = Edition.objects.of(page).get(language="ja")
    return Desk(logged_in(reviewer), page, edition, reviewer)
