"""The review page with its script: keys, drafts, placeholders."""

from collections.abc import Iterator

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import Dialog, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import factories
from translations.enums import UnitState
from translations.models import Dismissal, Edition, MemoryEntry, Unit
from translations.operations import units

pytestmark = pytest.mark.django_db(transaction=True)


class Review:
    """A Japanese edition on the screen of its reviewer."""

    def __init__(self, tab: Page, address: str) -> None:
        page = factories.article("Đoạn <b>một</b>.", "Đoạn hai.")
        factories.cleared(page)
        self.edition = Edition.objects.of(page).get(language="ja")
        self.title, self.first, self.second = self.edition.units.all()
        machine = {"machine_text": "機械の二。", "machine_hash": self.second.source_hash}
        Unit.objects.filter(pk=self.second.pk).update(**machine)
        self.reviewer = factories.reviewer()
        self.tab = tab
        self.address = f"{address}/admin/translations/editions/{self.edition.pk}/"

    def open(self) -> None:
        client = Client()
        client.force_login(self.reviewer)
        session = client.cookies["sessionid"].value
        self.tab.context.add_cookies([{"name": "sessionid", "value": session, "url": self.address}])
        self.tab.goto(self.address)

    def segment(self, unit: Unit) -> Locator:
        return self.tab.locator(f"#unit-{unit.pk}")

    def text(self, unit: Unit) -> Locator:
        return self.tab.locator(f"#target-{unit.pk}")

    def wait_for_memory(self) -> None:
        """Wait until what was asked of the memory is answered."""
        expect(self.tab.locator("[data-asked] > .desk-memory__link")).to_have_count(0)

    def unsaved(self, unit: Unit) -> Locator:
        return self.segment(unit).locator("[data-unsaved-mark]")


@pytest.fixture
def review(tab: Page, live_server: LiveServer, console: list[str]) -> Iterator[Review]:
    opened = Review(tab, live_server.url)
    opened.open()
    yield opened
    opened.wait_for_memory()
    assert console == []


def test_two_keys_approve_and_lead_on(review: Review) -> None:
    review.text(review.first).fill("<1>一</1>。")
    review.text(review.first).press("Control+Enter")

    expect(review.text(review.second)).to_be_focused()
    review.tab.keyboard.press("Alt+ArrowUp")
    expect(review.text(review.first)).to_be_focused()
    review.first.refresh_from_db()
    assert (review.first.state, review.first.target) == (UnitState.APPROVED, "<1>一</1>。")


def test_what_is_typed_elsewhere_survives_the_storing_of_one_segment(review: Review) -> None:
    review.text(review.first).fill("半分")
    review.text(review.second).fill("二。")
    review.segment(review.second).locator("[data-save]").click()

    expect(review.text(review.second)).to_be_focused()
    expect(review.unsaved(review.second)).to_be_hidden()
    expect(review.unsaved(review.first)).to_be_visible()
    expect(review.text(review.first)).to_have_value("半分")
    review.second.refresh_from_db()
    assert review.second.target == "二。"


def test_a_draft_survives_a_session_that_ended(review: Review) -> None:
    review.text(review.second).fill("二。")
    review.wait_for_memory()
    Session.objects.all().delete()
    review.segment(review.second).locator("[data-save]").click()
    review.tab.wait_for_url("**/login/**")

    review.open()

    expect(review.text(review.second)).to_have_value("二。")
    expect(review.unsaved(review.second)).to_be_visible()


def test_a_draft_from_before_a_change_is_offered_and_not_forced(review: Review) -> None:
    review.text(review.second).fill("私の二。")
    units.edit(
        unit_id=review.second.pk, version=review.second.version, target="先の二。", person=review.reviewer
    )
    review.tab.once("dialog", lambda dialog: dialog.accept())
    review.tab.reload()

    expect(review.text(review.second)).to_have_value("先の二。")
    review.segment(review.second).locator("[data-use]").click()
    expect(review.text(review.second)).to_have_value("私の二。")


def test_missing_placeholders_are_put_around_the_marked_words(review: Review) -> None:
    review.text(review.first).fill("一番。")
    review.text(review.first).evaluate("text => text.setSelectionRange(0, 2)")
    missing = review.segment(review.first).locator("[data-missing] button")
    expect(missing).to_have_text(["<1>…</1>"])

    missing.click()

    expect(review.text(review.first)).to_have_value("<1>一番</1>。")
    expect(missing).to_have_count(0)


def test_the_engines_text_is_taken_over_to_be_edited_first(review: Review) -> None:
    review.segment(review.second).locator("[data-machine]").click()

    expect(review.text(review.second)).to_have_value("機械の二。")
    review.second.refresh_from_db()
    assert review.second.target == ""


def test_approving_all_waits_for_what_is_typed(review: Review) -> None:
    for unit in review.edition.units.all():
        units.edit(unit_id=unit.pk, version=unit.version, target=unit.source, person=review.reviewer)
    review.tab.reload()
    review.text(review.second).fill("まだ")

    review.tab.locator("[data-approve-all] button").click()

    expect(review.tab.locator(".messages .error")).to_be_visible()
    expect(review.text(review.second)).to_be_focused()
    assert not review.edition.units.approved().exists()


def test_leaving_with_something_typed_asks_first(review: Review) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    review.text(review.second).fill("まだ")
    review.tab.once("dialog", answer)
    review.tab.reload()

    assert asked == ["beforeunload"]


def test_the_memory_is_asked_when_a_segment_is_worked_on_and_a_key_takes_what_it_gives(
    review: Review,
) -> None:
    known = factories.article("Đoạn hai.")
    factories.cleared(known)
    factories.translated(known, "ja")
    remembered = MemoryEntry.objects.get(language="ja", source="Đoạn hai.")
    suggestions = review.segment(review.second).locator("[data-suggestion]")
    expect(suggestions).to_have_count(0)

    review.text(review.second).focus()
    expect(suggestions).to_have_count(1)
    review.tab.keyboard.press("Alt+1")

    expect(review.text(review.second)).to_have_value(remembered.target)
    expect(review.unsaved(review.second)).to_be_visible()
    review.text(review.second).fill("別の文。")
    suggestions.locator("[data-use-suggestion]").click()
    expect(review.text(review.second)).to_have_value(remembered.target)
    review.second.refresh_from_db()
    assert review.second.target == ""


def test_suggestions_that_cannot_be_fetched_leave_the_link(review: Review, console: list[str]) -> None:
    review.tab.route("**/suggestions/?piece", lambda route: route.abort())

    review.text(review.second).focus()

    expect(review.segment(review.second).locator(".desk-memory__link")).to_be_visible()
    review.tab.wait_for_timeout(200)
    console.clear()


def test_an_old_text_that_is_still_correct_is_approved_as_such(review: Review) -> None:
    Unit.objects.filter(pk=review.second.pk).update(
        target="二。", state=UnitState.NEEDS_REVIEW, previous_source="Đoạn thứ hai."
    )
    review.tab.reload()
    button = review.segment(review.second).locator("[data-approve]")
    unchanged = button.inner_text()

    review.text(review.second).fill("二つ目。")
    assert button.inner_text() != unchanged
    review.text(review.second).fill("二。")
    assert button.inner_text() == unchanged
    review.text(review.second).press("Control+Enter")

    expect(review.segment(review.second).locator(".desk-state--approved")).to_be_visible()
    review.second.refresh_from_db()
    assert (review.second.target, review.second.previous_source) == ("二。", "")


def test_whoever_comes_second_replaces_the_other_text_with_one_more_click(
    review: Review, console: list[str]
) -> None:
    units.edit(
        unit_id=review.second.pk, version=review.second.version, target="先の二。", person=review.reviewer
    )
    review.text(review.second).fill("私の二。")
    save = review.segment(review.second).locator("[data-save]")
    save.click()
    expect(review.segment(review.second).locator(".desk-target del")).to_have_text("先")
    [told] = console
    assert "409 (Conflict)" in told
    console.clear()

    save.click()

    expect(review.unsaved(review.second)).to_be_hidden()
    review.second.refresh_from_db()
    assert review.second.target == "私の二。"


def test_a_warning_is_dismissed_without_losing_what_is_typed_elsewhere(review: Review) -> None:
    units.edit(
        unit_id=review.second.pk, version=review.second.version, target="二である。", person=review.reviewer
    )
    review.tab.reload()
    review.text(review.first).fill("半分")
    finding = review.segment(review.second).locator(".desk-finding--warning")
    finding.locator("summary").click()
    finding.locator("textarea").fill("Trích nguyên văn.")
    finding.locator("button").click()

    expect(review.segment(review.second).locator(".desk-dismissed")).to_be_visible()
    expect(review.text(review.first)).to_have_value("半分")
    assert Dismissal.objects.get().reason == "Trích nguyên văn."


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_hangs_over_the_edge(review: Review, width: int) -> None:
    review.tab.set_viewport_size({"width": width, "height": 844})

    overhang = review.tab.evaluate(
        "() => { const d = document.querySelector('.desk'); return d.scrollWidth - d.clientWidth }"
    )

    assert overhang == 0
