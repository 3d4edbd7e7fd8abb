"""What the memory suggests beside a segment."""

from typing import Any

from django.urls import reverse

from tests import factories
from tests.translations.desk.conftest import Desk
from tests.translations.desk.test_findings import segment
from tests.translations.desk.test_segment_actions import text_areas
from translations.enums import MemoryOrigin, Origin
from translations.models import MemoryEntry, Unit
from translations.segments.segment import digest


def remembered(unit: Unit, target: str, **fields: Any) -> MemoryEntry:
    entry: MemoryEntry = MemoryEntry.objects.create(
        **{
            "language": unit.edition.language,
            "source": unit.source,
            "source_hash": unit.source_hash,
            "target": target,
            "target_hash": digest(target),
            "origin": MemoryOrigin.PERSON,
            "person": factories.person(first_name="Mai"),
            **fields,
        }
    )
    return entry


def piece(desk: Desk, unit: Unit) -> str:
    address = reverse("translations:suggestions", args=[desk.edition.pk, unit.pk])
    response = desk.client.get(address, {"piece": ""})
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_a_remembered_text_is_suggested_with_where_it_came_from(desk: Desk) -> None:
    unit = desk.unit("hai")
    remembered(unit, "二つ目の段落です。", uses=3)

    html = piece(desk, unit)

    assert "二つ目の段落です。" in html
    assert "100 % alike, approved by a person, Mai, used 3 times" in html
    assert 'Use this <kbd class="desk-key">Alt 1</kbd>' in html


def test_markup_in_the_memory_is_shown_and_not_obeyed(desk: Desk) -> None:
    unit = desk.unit("hai")
    remembered(unit, "<script>alert(1)</script>")

    assert "<script>" not in piece(desk, unit)


def test_an_empty_memory_says_so(desk: Desk) -> None:
    assert "The translation memory has nothing like this." in piece(desk, desk.unit("hai"))


def test_the_page_shows_the_suggestions_of_the_segment_asked_for(desk: Desk) -> None:
    unit, other = desk.unit("hai"), desk.unit("một")
    remembered(unit, "二つ目の段落です。")
    remembered(other, "<1>一つ目</1>です。")
    assert f"?suggest={unit.pk}#unit-{unit.pk}" in desk.html()

    html = desk.client.get(desk.url, {"suggest": unit.pk}).content.decode()

    assert "二つ目の段落です。" in segment(html, unit)
    assert "一つ目" not in html


def test_a_suggestion_is_taken_without_a_script(desk: Desk) -> None:
    unit = desk.unit("hai")
    entry = remembered(unit, "二つ目の段落です。")

    desk.post("save", unit, target="途中", suggestion=str(entry.pk))

    kept = desk.unit("hai")
    entry.refresh_from_db()
    assert entry.uses == 1
    assert (kept.target, kept.origin, kept.edited_by) == ("二つ目の段落です。", Origin.PERSON, desk.reviewer)


def test_a_suggestion_that_is_gone_stores_nothing_and_loses_nothing(desk: Desk) -> None:
    unit = desk.unit("hai")

    response = desk.post("save", unit, target="途中", suggestion="12345")

    assert response.status_code == 422
    assert text_areas(response.content.decode(), unit) == "途中"
    assert desk.unit("hai").version == unit.version


def test_a_segment_of_another_edition_has_no_suggestions_here(desk: Desk) -> None:
    address = reverse("translations:suggestions", args=[desk.edition.pk + 1, desk.unit("hai").pk])

    response = desk.client.get(address, {"piece": ""})

    assert response.status_code == 404
