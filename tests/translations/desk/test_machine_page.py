"""The machine's page says what engines do and cost, and lets reviewers stop and start it."""

from datetime import timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.translations.desk.conftest import logged_in
from tests.translations.desk_setup import Desk, FakeEngine, use_engines
from translations.engines import deepl_failures
from translations.enums import JobState, Waiting
from translations.models import Edition, EnginePause, EnginePlan, TranslationJob
from translations.operations.jobs import order_job
from translations.reasons import waiting_sentence

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    use_engines(monkeypatch, FakeEngine())
    return Desk.begun()


def shown(client: Client, name: str = "machine") -> str:
    response = client.get(reverse(f"translations:{name}"))
    assert response.status_code == 200
    return unescape(response.content.decode())


def pressed(client: Client, name: str, *key: object) -> str:
    response = client.post(reverse(f"translations:{name}", args=key), follow=True)
    return unescape(response.content.decode())


def test_the_page_forecasts_what_ordering_would_send_and_cost(desk: Desk) -> None:
    EnginePlan.objects.create(monthly_characters=10_000, price_per_million=Decimal(1000), currency="EUR")

    html = shown(logged_in(desk.reviewer))

    editions = Edition.objects.of(desk.page)
    texts = {
        (unit.edition_id, unit.source) for edition in editions for unit in edition.units.filter(target="")
    }
    characters = sum(len(source.replace("<1>", "").replace("</1>", "")) for _edition, source in texts)
    assert f"{len(texts)} texts with {characters} characters" in html
    assert f"costs {Decimal(characters) / 1000:.2f} EUR" in html.replace(",", ".")


def test_ordering_all_translates_all(desk: Desk) -> None:
    html = pressed(logged_in(desk.reviewer), "order_all")

    assert "3 jobs are ordered." in html
    assert set(TranslationJob.objects.values_list("state", flat=True)) == {JobState.DONE}
    assert "Nothing in your languages waits for an engine." in html


def test_beyond_the_budget_nothing_is_ordered(desk: Desk) -> None:
    EnginePlan.objects.create(monthly_characters=10)
    client = logged_in(desk.reviewer)

    assert "This exceeds the month's budget." in shown(client)
    assert "nothing was ordered" in pressed(client, "order_all")
    assert not TranslationJob.objects.exists()


def test_a_job_can_be_cancelled_and_ordered_again(desk: Desk) -> None:
    client = logged_in(desk.reviewer)
    job = order_job(edition_id=desk.edition.pk)
    assert job is not None

    assert "The job is cancelled." in pressed(client, "cancel_job", job.pk)
    assert "The job is ordered again." in pressed(client, "retry_job", job.pk)
    assert desk.missing() == set()


def test_a_paused_engine_is_shown_with_its_reason_and_resumed_by_those_who_may(desk: Desk) -> None:
    until = timezone.now() + timedelta(minutes=20)
    EnginePause.objects.create(engine="fake", until=until, code="quota", reason="The quota is used up.")
    reviewer, keeper = (
        logged_in(desk.reviewer),
        logged_in(factories.person("access_admin", "review_ja", "delete_enginepause")),
    )

    assert "The quota is used up." in shown(reviewer)
    assert "Ask it again now" not in shown(reviewer)
    reviewer.post(reverse("translations:resume_engine", args=["fake"]))
    assert EnginePause.objects.exists()

    pressed(keeper, "resume_engine", "fake")

    assert not EnginePause.objects.exists()


def test_the_first_page_says_which_engine_is_paused_and_why(desk: Desk) -> None:
    until = timezone.now() + timedelta(minutes=20)
    EnginePause.objects.create(engine="fake", until=until, code="quota", reason="The quota is used up.")

    html = unescape(logged_in(desk.reviewer).get(reverse("wagtailadmin_home")).content.decode())

    assert "The engine fake is paused until" in html
    assert "The quota is used up." in html


@pytest.mark.parametrize("waiting", [Waiting.ENGINE_PAUSED, Waiting.BUDGET])
def test_an_edition_says_that_it_waits_for_a_pause_or_the_budget(desk: Desk, waiting: Waiting) -> None:
    Edition.objects.update(waiting=waiting, waiting_detail="Wait until May.")

    said = waiting_sentence(desk.fresh())

    assert said.endswith("Wait until May.")
    assert len(said) > len("Wait until May.")


def test_who_does_not_review_a_language_stops_none_of_its_jobs(desk: Desk) -> None:
    job = order_job(edition_id=desk.edition.pk)
    assert job is not None
    korean = logged_in(factories.person("access_admin", "review_ko"))

    pressed(korean, "cancel_job", job.pk)

    job.refresh_from_db()
    assert job.state == JobState.QUEUED


def test_the_ledger_names_text_clearer_and_characters_of_every_request(desk: Desk) -> None:
    client = logged_in(desk.reviewer)
    pressed(client, "order_all")

    html = shown(client, "ledger")

    assert html.count(desk.page.title_vi) >= 3
    assert "fake" in html
    assert str(desk.fresh().working_version.hash)[:8] in html  # type: ignore[union-attr]  # it is cleared


def test_what_deepl_refuses_is_told_in_the_language_of_the_interface(desk: Desk) -> None:
    said = str(deepl_failures.of_status(456, glossary=False))
    EnginePause.objects.create(engine="fake", until=timezone.now() + timedelta(minutes=20), reason=said)
    client = Client()
    client.force_login(desk.reviewer)

    html = unescape(client.get(reverse("translations:machine")).content.decode())

    assert "Hạn mức DeepL" in html
    assert said not in html
