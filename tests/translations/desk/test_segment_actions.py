"""Storing, approving and returning one segment."""

import re
from html import unescape

import pytest
from django.db import connection
from django.urls import reverse

from tests import factories
from tests.sound_targets import sound
from tests.translations.desk.conftest import Desk, logged_in
from translations.enums import EditionState, Origin, UnitState
from translations.forms import LONGEST_TARGET
from translations.models import Edition, Unit
from translations.operations import units

VERBS = ("save", "approve", "send_back")


def text_areas(html: str, unit: Unit) -> str:
    """The contents of the segment's text area."""
    start = html.index(f'id="target-{unit.pk}"')
    return unescape(html[html.index(">\n", start) + 2 : html.index("</textarea>", start)])


def test_a_stored_edit_waits_for_approval(desk: Desk) -> None:
    unit = desk.unit("hai")

    response = desk.post("save", unit, target="二。")

    unit.refresh_from_db()
    assert (unit.target, unit.state, unit.origin) == ("二。", UnitState.TRANSLATED, Origin.PERSON)
    assert unit.edited_by == desk.reviewer
    assert response.status_code == 302
    assert response.url == f"{desk.url}#unit-{unit.pk}"


def test_approving_takes_the_last_edit_along(desk: Desk) -> None:
    unit = desk.unit("hai")

    response = desk.post("approve", unit, target="二。")

    unit.refresh_from_db()
    assert (unit.target, unit.state, unit.approved_by) == ("二。", UnitState.APPROVED, desk.reviewer)
    assert response.url == f"{desk.url}#unit-{unit.pk}"


def test_the_line_ends_of_a_browser_are_no_edit(desk: Desk) -> None:
    unit = desk.unit("hai")
    Unit.objects.filter(pk=unit.pk).update(
        source="a\nb", target="一\n二", state=UnitState.MACHINE, origin=Origin.ENGINE, engine="deepl"
    )

    desk.post("approve", unit, target="一\r\n二")

    unit.refresh_from_db()
    assert (unit.target, unit.state, unit.origin) == ("一\n二", UnitState.APPROVED, Origin.ENGINE)


def test_storing_an_approved_segment_as_it_is_keeps_the_approval(desk: Desk) -> None:
    desk.post("approve", desk.unit("hai"), target="二。")
    unit = desk.unit("hai")

    desk.post("save", unit, target="二。")

    assert desk.unit("hai").version == unit.version
    assert desk.unit("hai").state == UnitState.APPROVED


def test_the_keys_lead_on_to_the_next_waiting_segment(desk: Desk) -> None:
    title, first, second = desk.edition.units.all()
    desk.post("approve", first, target="<1>一</1>。")

    after_title = desk.post("approve", title, target="新着", advance="1")

    assert after_title.url == f"{desk.url}#unit-{second.pk}"


def test_the_last_segment_leads_round_to_the_first_that_waits(desk: Desk) -> None:
    title, first, second = desk.edition.units.all()

    assert desk.post("approve", second, target="二。", advance="1").url == f"{desk.url}#unit-{title.pk}"
    assert desk.post("approve", title, target="新着", advance="1").url == f"{desk.url}#unit-{first.pk}"
    assert desk.post("approve", first, target="<1>一</1>", advance="1").url == f"{desk.url}#unit-{first.pk}"


def test_the_last_approval_makes_the_edition_public_and_says_so(desk: Desk) -> None:
    for unit in desk.edition.units.all():
        response = desk.post("approve", unit, target=sound(unit.source, "ja"))

    html = desk.client.get(response.url).content.decode()
    assert Edition.objects.get(pk=desk.edition.pk).state == EditionState.APPROVED
    assert "the Japanese edition is public now" in html


@pytest.mark.parametrize("verb", ["save", "approve"])
def test_a_text_is_kept_from_other_objects_and_given_free_again(desk: Desk, verb: str) -> None:
    desk.post("approve", desk.unit("hai"), target="二。")
    desk.post(verb, desk.unit("hai"), target="二。", only_here="1")
    assert desk.unit("hai").only_here

    desk.post(verb, desk.unit("hai"), target="二。")

    assert not desk.unit("hai").only_here


def test_the_choice_to_keep_a_text_here_survives_a_refusal(desk: Desk) -> None:
    html = desk.post("save", desk.unit("hai"), target=" ", only_here="1").content.decode()

    assert html.count('name="only_here" value="1" checked') == 1
    assert not desk.unit("hai").only_here


def test_the_engines_text_can_be_taken_without_a_script(desk: Desk) -> None:
    unit = desk.unit("hai")
    Unit.objects.filter(pk=unit.pk).update(machine_text="機械の二。", machine_hash=unit.source_hash)

    desk.post("save", unit, target="半分", machine="1")

    assert desk.unit("hai").target == "機械の二。"


def test_a_returned_segment_carries_its_note_and_the_text_so_far(desk: Desk) -> None:
    desk.post("approve", desk.unit("hai"), target="二。")

    desk.post("send_back", desk.unit("hai"), target="二、です。", note="Dùng thể lịch sự.")

    unit = desk.unit("hai")
    assert (unit.state, unit.note, unit.target) == (UnitState.NEEDS_REVIEW, "Dùng thể lịch sự.", "二、です。")


def test_an_emptied_text_is_returned_as_it_was_stored(desk: Desk) -> None:
    desk.post("save", desk.unit("hai"), target="二。")

    desk.post("send_back", desk.unit("hai"), target="  ", note="Viết lại.")

    assert (desk.unit("hai").target, desk.unit("hai").note) == ("二。", "Viết lại.")


def test_returning_needs_a_note_and_keeps_what_was_typed(desk: Desk) -> None:
    unit = desk.unit("hai")

    response = desk.post("send_back", unit, target="半分", note=" ")

    assert response.status_code == 422
    assert "Say in a note why the segment is returned." in response.content.decode()
    assert text_areas(response.content.decode(), unit) == "半分"
    assert desk.unit("hai").version == unit.version


@pytest.mark.parametrize(
    ("source", "typed", "sentence"),
    [
        ("một", "一。", "The translation lacks </1>, <1>."),
        ("một", "<1>一</1><2/>", "The translation has <2/>, which the source does not."),
        ("một", "</1>一<1>", "The translation closes its placeholders in a crossed order."),
        ("hai", "   ", "The translation is empty."),
        ("hai", "二\n三", "This segment is one line."),
        ("hai", "二\x07", "The translation holds control characters."),
        ("hai", "二\x00", "Null characters are not allowed."),
        ("Tin mới", "新" * 256, "The translation has 256 characters and its field takes 255."),
        ("hai", "二" * (LONGEST_TARGET + 1), "a segment takes at most 100000"),
    ],
)
@pytest.mark.parametrize("verb", ["save", "approve"])
def test_what_cannot_be_kept_is_refused_with_a_reason_and_nothing_typed_is_lost(
    desk: Desk, verb: str, source: str, typed: str, sentence: str
) -> None:
    unit = desk.unit(source)

    response = desk.post(verb, unit, target=typed)

    html = response.content.decode()
    assert response.status_code == 422
    assert sentence in unescape(html)
    assert text_areas(html, unit).replace("\r\n", "\n") == typed
    assert desk.unit(source).version == unit.version


@pytest.mark.parametrize("version", ["", "x", "-1", "0", str(10**20)])
def test_a_form_that_arrives_broken_loses_nothing(desk: Desk, version: str) -> None:
    unit = desk.unit("hai")
    address = reverse("translations:save", args=[desk.edition.pk, unit.pk])

    response = desk.client.post(address, {"version": version, "target": "二。"})

    assert response.status_code == 422
    assert "The form arrived incomplete." in response.content.decode()
    assert text_areas(response.content.decode(), unit) == "二。"


@pytest.mark.parametrize("verb", VERBS)
def test_whoever_comes_second_sees_both_texts_and_loses_nothing(desk: Desk, verb: str) -> None:
    unit = desk.unit("hai")
    other = factories.reviewer()
    units.edit(unit_id=unit.pk, version=unit.version, target="先の二。", person=other)

    response = desk.post(verb, unit, target="後の二。", note="n")

    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else changed this segment" in html
    assert text_areas(html, unit) == "後の二。"
    assert '<p class="desk-target" lang="ja">先の二。</p>' in html
    assert "<del>先</del><ins>後</ins>の二。" in html
    assert desk.unit("hai").target == "先の二。"


@pytest.mark.parametrize("verb", VERBS)
def test_the_second_may_store_after_having_seen_the_first(desk: Desk, verb: str) -> None:
    unit = desk.unit("hai")
    units.edit(unit_id=unit.pk, version=unit.version, target="先の二。", person=factories.reviewer())
    html = desk.post(verb, unit, target="後の二。", note="n").content.decode()
    start = html.index(f'id="unit-{unit.pk}"')
    [shown] = re.findall(r'name="version" value="(\d+)"', html[start : html.index("</article>", start)])

    desk.post(verb, unit, target="後の二。", note="n", version=shown)

    assert desk.unit("hai").target == "後の二。"


@pytest.mark.parametrize("verb", VERBS)
def test_a_text_for_a_segment_that_is_gone_is_given_back(desk: Desk, verb: str) -> None:
    unit = desk.unit("hai")
    Unit.objects.filter(pk=unit.pk).delete()

    response = desk.post(verb, unit, target="二 & <b>。", note="n")

    html = response.content.decode()
    assert response.status_code == 409
    assert "This segment is no longer part of the text" in html
    assert "二 &amp; &lt;b&gt;。</textarea>" in html


def test_a_segment_of_another_edition_is_not_touched(desk: Desk) -> None:
    korean = Edition.objects.of(desk.page).get(language="ko").units.get(source="Đoạn hai.")
    desk.reviewer.user_permissions.add(*factories.person("review_ko").user_permissions.all())

    response = desk.post("approve", korean, target="둘.")

    korean.refresh_from_db()
    assert response.status_code == 409
    assert korean.state == UnitState.EMPTY


@pytest.mark.parametrize("verb", VERBS)
def test_a_text_by_somebody_without_the_right_is_not_stored_and_not_lost(desk: Desk, verb: str) -> None:
    unit = desk.unit("hai")
    desk.client = logged_in(factories.person("access_admin", "review_ko"))

    response = desk.post(verb, unit, target="二 typed", note="n")

    assert response.status_code == 403
    assert '<p class="desk-target" lang="ja">二 typed</p>' in response.content.decode()
    assert desk.unit("hai").version == unit.version


def test_other_segments_show_what_is_stored_after_a_refusal(desk: Desk) -> None:
    desk.post("save", desk.unit("hai"), target="二。")

    html = desk.post("save", desk.unit("một"), target="一").content.decode()

    assert text_areas(html, desk.unit("hai")) == "二。"
    assert text_areas(html, desk.unit("một")) == "一"


def test_a_text_that_begins_with_a_line_break_comes_back_whole(desk: Desk) -> None:
    typed = "\n\n二"

    html = desk.post("save", desk.unit("hai"), target=typed).content.decode()

    assert text_areas(html, desk.unit("hai")) == typed


def test_a_source_that_changed_meanwhile_is_read_before_it_is_approved(desk: Desk) -> None:
    unit = desk.unit("hai")
    body = desk.page.body_vi.get_prep_value()
    body[1]["value"] = "<p>Đoạn hai mới.</p>"
    desk.page.body_vi = body
    desk.page.save()
    factories.cleared(desk.page)

    response = desk.post("approve", unit, target="二。")

    assert response.status_code == 409
    assert "Đoạn hai mới." in response.content.decode()
    assert desk.unit("hai mới").state == UnitState.EMPTY


def test_a_text_for_an_object_that_cannot_be_loaded_is_stored(desk: Desk) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE content_articlepage SET body_vi = %s", ['{"blocks": []}'])

    response = desk.post("approve", desk.unit("hai"), target="二。")

    assert response.status_code == 302
    assert desk.unit("hai").state == UnitState.APPROVED
