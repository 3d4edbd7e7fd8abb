"""What the review page shows of the checks, and what a reviewer does about it."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.sound_targets import sound
from tests.translations.desk.conftest import Desk, logged_in
from tests.translations.desk.test_segment_actions import text_areas
from translations.checks.finding import Severity, fingerprint
from translations.enums import UnitState
from translations.models import Dismissal, Edition, Term, Unit
from translations.operations import units
from translations.operations.expected_terms import ExpectedTerms
from translations.operations.judgement import judged

PLAIN = "二つ目の段落である。"
"""A Japanese sentence in the wrong register: a warning."""

NOT_TRANSLATED = "第二の của phường Lộc Vượng です。"


def store(desk: Desk, source: str, target: str) -> Unit:
    unit = desk.unit(source)
    return units.edit(unit_id=unit.pk, version=unit.version, target=target, person=desk.reviewer)


def segment(html: str, unit: Unit) -> str:
    """The piece of the page for one segment, with single spaces."""
    start = html.index(f'id="unit-{unit.pk}"')
    return " ".join(unescape(html[start : html.index("</article>", start)]).split())


def fingerprints(html: str) -> list[str]:
    return re.findall(r'name="fingerprint" value="([0-9a-f]{64})"', html)


def dismiss(desk: Desk, unit: Unit, reason: str, **data: str) -> Any:
    [mark] = fingerprints(desk.html())
    return desk.post("dismiss", unit, **{"fingerprint": mark, f"reason-{mark}": reason, **data})


def test_errors_stand_at_their_segment_and_are_counted_in_the_head(desk: Desk) -> None:
    unit = store(desk, "hai", NOT_TRANSLATED)

    html = desk.html()

    assert "“của phường Lộc Vượng” is still Vietnamese." in segment(html, unit)
    assert "still Vietnamese" not in segment(html, desk.unit("một"))
    assert "The checks found: 1 segment with errors." in html


def test_an_error_has_no_form_to_dismiss_it(desk: Desk) -> None:
    store(desk, "hai", NOT_TRANSLATED)

    assert fingerprints(desk.html()) == []


def test_the_terms_of_the_glossary_are_among_what_is_checked(desk: Desk) -> None:
    Term.objects.create(vi="đoạn", ja="段落", approved=True)
    unit = store(desk, "hai", "二つ目です。")

    assert "“đoạn” is “段落” by the glossary" in segment(desk.html(), unit)


def test_a_text_with_errors_is_stored_and_its_approval_refused_with_the_reason(desk: Desk) -> None:
    assert desk.post("save", desk.unit("hai"), target=NOT_TRANSLATED).status_code == 302

    response = desk.post("approve", desk.unit("hai"), target=f"{NOT_TRANSLATED} と")

    html = unescape(response.content.decode())
    assert response.status_code == 422
    assert "is still Vietnamese" in segment(html, desk.unit("hai"))
    assert segment(html, desk.unit("hai")).count("is still Vietnamese") == 1
    assert text_areas(html, desk.unit("hai")) == f"{NOT_TRANSLATED} と"
    assert desk.unit("hai").state == UnitState.TRANSLATED


def test_a_warning_is_dismissed_with_a_reason_and_shown_folded(desk: Desk) -> None:
    unit = store(desk, "hai", PLAIN)
    assert "The checks found: 1 warning." in desk.html()

    response = dismiss(desk, unit, "Trích nguyên văn.", target=PLAIN)

    html = desk.html()
    assert response.url == f"{desk.url}#unit-{unit.pk}"
    assert "The checks found" not in html
    assert "1 dismissed warning" in segment(html, unit)
    assert 'Lan: <q lang="">Trích nguyên văn.</q>' in segment(html, unit)


def test_a_dismissal_is_taken_back_from_the_page(desk: Desk) -> None:
    unit = store(desk, "hai", PLAIN)
    dismiss(desk, unit, "Trích nguyên văn.")
    [mark] = fingerprints(desk.html())

    desk.post("take_back", unit, fingerprint=mark)

    assert not Dismissal.objects.exists()
    assert "The checks found: 1 warning." in desk.html()


def test_a_dismissal_without_a_reason_is_refused(desk: Desk) -> None:
    unit = store(desk, "hai", PLAIN)

    response = dismiss(desk, unit, "  ")

    assert response.status_code == 422
    assert "Say why the warning does not apply." in segment(response.content.decode(), unit)
    assert not Dismissal.objects.exists()


def test_what_is_typed_in_the_text_is_not_lost_by_dismissing(desk: Desk) -> None:
    unit = store(desk, "hai", PLAIN)

    response = dismiss(desk, unit, "Trích nguyên văn.", target="まだ途中")

    html = response.content.decode()
    assert response.status_code == 422
    assert text_areas(html, unit) == "まだ途中"
    assert "The warning is about the stored text." in html
    assert not Dismissal.objects.exists()


def test_a_reason_typed_for_a_text_that_changed_meanwhile_is_refused_as_stale(desk: Desk) -> None:
    seen = store(desk, "hai", PLAIN)
    [mark] = fingerprints(desk.html())
    store(desk, "hai", "二つ目の文章である。")

    response = desk.post(
        "dismiss", seen, **{"fingerprint": mark, f"reason-{mark}": "Trích.", "target": PLAIN}
    )

    assert response.status_code == 409
    assert "二つ目の文章である。" in segment(response.content.decode(), seen)
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("mark", ["", "x", "0" * 63, "\0" * 64, "0" * 64])
def test_a_fingerprint_that_is_none_dismisses_nothing(desk: Desk, mark: str) -> None:
    unit = store(desk, "hai", PLAIN)

    response = desk.post("dismiss", unit, fingerprint=mark, **{f"reason-{mark}": "Trích."})

    assert response.status_code in {409, 422}
    assert not Dismissal.objects.exists()


def test_a_reader_of_the_desk_sees_findings_without_forms(desk: Desk) -> None:
    unit = store(desk, "hai", PLAIN)
    reader = logged_in(factories.person("access_admin", "review_ko"))

    html = reader.get(desk.url).content.decode()

    assert "is not the register of the portal" in segment(html, unit)
    assert fingerprints(html) == []


@pytest.mark.parametrize(
    ("show", "sources"),
    [
        ("", ["Tin mới", "một", "hai"]),
        ("waiting", ["một", "hai"]),
        ("errors", ["hai"]),
        ("warnings", ["một"]),
        ("nonsense", ["Tin mới", "một", "hai"]),
    ],
)
def test_a_link_shows_only_some_segments(desk: Desk, show: str, sources: list[str]) -> None:
    desk.post("approve", desk.unit("Tin mới"), target="新着")
    store(desk, "một", "<1>一つ目</1>である。")
    store(desk, "hai", NOT_TRANSLATED)

    html = desk.client.get(desk.url, {"show": show}).content.decode()

    shown = [int(pk) for pk in re.findall(r'data-segment="(\d+)"', html)]
    assert shown == [desk.unit(source).pk for source in sources]
    number = segment(html, desk.unit(sources[-1]))
    assert f'<a class="desk-segment__number" href="#unit-{shown[-1]}">' in number
    expected = 3 if sources[-1] == "hai" else 2
    assert f">{expected}</a>" in number


def test_the_choice_of_segments_stays_through_an_action(desk: Desk) -> None:
    other = store(desk, "một", "<1>của phường Lộc</1> 一")
    unit = store(desk, "hai", NOT_TRANSLATED)
    address = reverse("translations:approve", args=[desk.edition.pk, unit.pk])
    assert f'{address}?show=errors"' in desk.client.get(desk.url, {"show": "errors"}).content.decode()

    response = desk.client.post(
        f"{address}?show=errors", {"version": unit.version, "target": "二つ目です。", "advance": "1"}
    )

    assert response["Location"] == f"{desk.url}?show=errors#unit-{other.pk}"


def test_all_are_approved_only_where_all_are_on_the_screen(desk: Desk) -> None:
    for source in ("Tin mới", "một"):
        store(desk, source, sound(desk.unit(source).source, "ja"))
    store(desk, "hai", PLAIN)

    def has_button(show: str) -> bool:
        return "data-approve-all" in desk.client.get(desk.url, {"show": show}).content.decode()

    assert [has_button(show) for show in ("", "waiting", "errors", "warnings")] == [True, True, False, False]


def a_warning(unit: Unit) -> str:
    found = judged(unit, ExpectedTerms())
    return next(
        fingerprint(one, unit.source, unit.target) for one in found if one.severity is Severity.WARNING
    )


def test_the_number_of_queries_does_not_grow_with_what_is_found(desk: Desk) -> None:
    Term.objects.create(vi="đoạn", ja="段落", approved=True)

    def queries(count: int) -> int:
        page = factories.article(*(f"Đoạn {number}." for number in range(count)))
        factories.cleared(page)
        edition = Edition.objects.of(page).get(language="ja")
        edition.units.update(target="段落の của phường Lộc Vượng である。", state=UnitState.TRANSLATED)
        desk.edition = edition
        Dismissal.objects.bulk_create(
            Dismissal(unit=unit, check_id="x", fingerprint=a_warning(unit), reason="x", person=desk.reviewer)
            for unit in edition.units.all()
        )
        assert desk.html().count("1 dismissed warning") == count + 1
        with CaptureQueriesContext(connection) as captured:
            assert f"{count + 1} segments with errors" in desk.html()
        return len(captured)

    assert queries(60) == queries(3)


def test_a_text_that_is_translated_otherwise_on_another_page_is_warned_of(desk: Desk) -> None:
    said_here, said_there = "町の古いお寺です。", "都市の歴史ある寺院です。"
    source = "Ngôi chùa cổ của thành phố."
    pages = [factories.article(source, title_vi=title) for title in ("Một", "Hai")]
    here, there = (Edition.objects.of(page).get(language="ja") for page in map(_opened, pages))
    for edition, said in ((there, said_there), (here, said_here)):
        unit = edition.units.get(source=source)
        units.approve(unit_id=unit.pk, version=unit.version, target=said, person=desk.reviewer)

    address = reverse("translations:review", args=[here.pk])
    assert f"translated elsewhere as “{said_there}”" in unescape(desk.client.get(address).content.decode())

    there.units.filter(source=source).update(only_here=True)
    assert "translated elsewhere" not in unescape(desk.client.get(address).content.decode())


def _opened(page: Any) -> Any:
    factories.cleared(page)
    return page
