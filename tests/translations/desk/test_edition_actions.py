"""Approving a whole edition, and asking the engine again."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.sound_targets import sound
from tests.translations.desk.conftest import Desk
from tests.translations.desk_setup import use_engines
from translations.engines.echo import EchoEngine
from translations.enums import EditionState, UnitState, Waiting
from translations.models import Edition, TranslationJob, Unit
from translations.operations import units
from translations.segments.placeholders import plain


def seen(desk: Desk) -> str:
    """What the page posts for the segments that are on the screen."""
    html = desk.html()
    start = html.index('name="seen" value="') + len('name="seen" value="')
    return html[start : html.index('"', start)]


def approve_all(desk: Desk, pairs: str) -> Any:
    return desk.client.post(reverse("translations:approve_all", args=[desk.edition.pk]), {"seen": pairs})


def written(desk: Desk) -> None:
    """Write every segment without approving it."""
    for unit in desk.edition.units.all():
        desk.post("save", unit, target=sound(unit.source, "ja"))


def test_approving_all_makes_the_edition_public(desk: Desk) -> None:
    written(desk)

    response = approve_all(desk, seen(desk))

    html = desk.client.get(response.url).content.decode()
    assert Edition.objects.get(pk=desk.edition.pk).state == EditionState.APPROVED
    assert "3 segments are approved." in html
    assert "the Japanese edition is public now" in html
    assert reverse("translations:approve_all", args=[desk.edition.pk]) not in html


def test_nothing_is_approved_that_changed_since_it_was_seen(desk: Desk) -> None:
    written(desk)
    pairs = seen(desk)
    unit = desk.unit("hai")
    units.edit(unit_id=unit.pk, version=unit.version, target="別の二。", person=factories.reviewer())

    response = approve_all(desk, pairs)

    assert response.status_code == 409
    assert "Nothing was approved." in response.content.decode()
    assert not desk.edition.units.approved().exists()


def test_one_segment_that_cannot_be_approved_holds_up_all_and_is_pointed_at(desk: Desk) -> None:
    written(desk)
    unit = desk.unit("một")
    Unit.objects.filter(pk=unit.pk).update(target="一")

    response = approve_all(desk, seen(desk))

    html = unescape(response.content.decode())
    assert response.status_code == 422
    assert not desk.edition.units.approved().exists()
    assert html.count('class="desk-error"') == 1
    place = html.index(f'id="error-{unit.pk}"')
    assert "The translation lacks </1>, <1>." in html[place : place + 200]


@pytest.mark.parametrize("pairs", ["", "nonsense", "1:2:3", "1:x", f"1:{'9' * 5000}"])
def test_a_broken_list_of_segments_approves_nothing(desk: Desk, pairs: str) -> None:
    written(desk)

    assert approve_all(desk, pairs).status_code == 409
    assert not desk.edition.units.approved().exists()


def again(desk: Desk) -> str:
    response = desk.client.post(reverse("translations:ask_again", args=[desk.edition.pk]), follow=True)
    assert response.status_code == 200
    return unescape(response.content.decode())


def wait_for(desk: Desk, waiting: str, **fields: Any) -> None:
    Edition.objects.filter(pk=desk.edition.pk).update(waiting=waiting, **fields)


def test_an_edition_whose_engine_failed_is_translated_when_asked_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for(desk, Waiting.ENGINE_FAILED, waiting_detail="The quota is used up.")
    use_engines(monkeypatch, EchoEngine())
    assert "Try again</button>" in desk.html()

    html = again(desk)

    assert "The engine was asked again." in html
    assert "Try again</button>" not in html
    assert set(desk.edition.units.values_list("state", flat=True)) == {UnitState.MACHINE}


def test_before_asking_again_the_page_says_what_is_sent(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    wait_for(desk, Waiting.ENGINE_FAILED, waiting_detail="The quota is used up.")
    use_engines(monkeypatch, EchoEngine())
    characters = sum(len(plain(source)) for source in desk.edition.units.values_list("source", flat=True))

    assert f"with {characters} characters." in desk.html()


def test_refused_answers_are_sent_again_by_those_who_accept_the_price(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for(desk, Waiting.ENGINE_FAILED, waiting_detail="Its answers could not be used.")
    use_engines(monkeypatch, EchoEngine())
    desk.edition.units.update(refusal="The reply lost a placeholder.")
    assert "which may be paid for again" in desk.html()

    assert desk.client.post(reverse("translations:ask_again", args=[desk.edition.pk])).status_code == 302
    assert set(desk.edition.units.values_list("target", flat=True)) == {""}

    desk.client.post(reverse("translations:ask_again", args=[desk.edition.pk]), {"refused": "1"})
    assert set(desk.edition.units.values_list("state", flat=True)) == {UnitState.MACHINE}
    job = TranslationJob.objects.get()
    assert job.requested_by == desk.reviewer


def test_without_an_engine_asking_again_says_so(desk: Desk) -> None:
    wait_for(desk, Waiting.NO_ENGINE)

    assert again(desk).count("No engine is configured") == 2


def test_a_worker_elsewhere_is_waited_for(desk: Desk, settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    wait_for(desk, Waiting.NO_ENGINE)

    assert "as soon as a worker is free" in again(desk)


@pytest.mark.parametrize(("minutes", "is_offered"), [(5, False), (45, True)])
def test_an_engine_that_runs_for_too_long_can_be_asked_again(
    desk: Desk, minutes: int, is_offered: bool
) -> None:
    wait_for(desk, Waiting.ENGINE_RUNNING, updated_at=timezone.now() - timedelta(minutes=minutes))

    assert ("Try again</button>" in desk.html()) is is_offered


@pytest.mark.parametrize("waiting", [Waiting.NOTHING, Waiting.CLEARANCE, Waiting.CORRUPT])
def test_an_engine_that_did_not_stop_is_not_asked(
    desk: Desk, waiting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for(desk, waiting)
    use_engines(monkeypatch, EchoEngine())
    assert "Try again</button>" not in desk.html()

    html = again(desk)

    assert "Nothing in this edition waits for an engine that stopped." in html
    assert set(desk.edition.units.values_list("state", flat=True)) == {UnitState.EMPTY}
