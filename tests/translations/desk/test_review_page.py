"""What the review page shows."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.translations.desk.conftest import Desk
from translations.enums import Origin, UnitState, Waiting
from translations.models import Edition, Term, Unit
from translations.operations.editions import open_editions


def change(desk: Desk, old: str, new: str) -> Unit:
    """Change a paragraph of the article and clear it; return its unit."""
    body = desk.page.body_vi.get_prep_value()
    for block in body:
        block["value"] = block["value"].replace(old, new)
    desk.page.body_vi = body
    desk.page.save()
    factories.cleared(desk.page)
    return desk.unit(new)


def flat(html: str) -> str:
    return " ".join(html.split())


def test_segments_stand_in_reading_order_under_their_fields(desk: Desk) -> None:
    html = desk.html()

    places = [html.index(words) for words in ("Title</h2>", 'vi">Tin mới</p>', "Body</h2>", "Đoạn hai.</p>")]
    assert places == sorted(places)


def test_source_and_target_say_their_language(desk: Desk) -> None:
    html = desk.html()

    assert '<p class="desk-source" lang="vi">Đoạn hai.</p>' in html
    assert f'id="target-{desk.unit("hai").pk}" name="target" lang="ja"' in html


def test_placeholders_are_visible_marks_in_the_source(desk: Desk) -> None:
    html = desk.html()

    assert 'Đoạn <code class="desk-chip" translate="no">&lt;1&gt;</code>một<code' in html
    assert "stand for bold type, links or line breaks" in html


def test_the_marks_are_explained_only_where_there_are_some(desk: Desk) -> None:
    change(desk, "Đoạn <b>một</b>.", "Không có gì đậm.")

    assert "stand for bold type" not in desk.html()


def test_markup_in_a_text_is_shown_and_not_obeyed(desk: Desk) -> None:
    unit = desk.unit("hai")
    Unit.objects.filter(pk=unit.pk).update(
        source="<script>alert(1)</script> <\\1>",
        target="</textarea><b>x</b>",
        note="<i>n</i>",
        refusal="<u>r</u>",
    )

    html = desk.html()

    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &lt;1&gt;</p>" in html
    assert "</textarea><b>" not in html
    assert "<i>n" not in html
    assert "<u>r" not in html


def test_a_changed_source_shows_which_words_changed(desk: Desk) -> None:
    desk.post("approve", desk.unit("hai"), target="二。")

    change(desk, "Đoạn hai", "Đoạn cuối")

    assert "Đoạn <del>hai</del><ins>cuối</ins>." in desk.html()


def test_the_engines_text_for_the_new_wording_is_offered(desk: Desk) -> None:
    desk.post("approve", desk.unit("hai"), target="二。")
    unit = change(desk, "Đoạn hai", "Đoạn cuối")
    Unit.objects.filter(pk=unit.pk).update(machine_text="最後。", machine_hash=unit.source_hash)

    html = desk.html()

    assert "data-machine-text>最後。</p>" in html
    assert ">\n二。</textarea>" in html


def test_the_engines_text_for_an_old_wording_is_not_offered(desk: Desk) -> None:
    desk.post("approve", desk.unit("hai"), target="二。")
    Unit.objects.filter(pk=desk.unit("hai").pk).update(machine_text="古い。", machine_hash="0" * 64)
    change(desk, "Đoạn hai", "Đoạn cuối")

    assert "古い。" not in desk.html()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"origin": Origin.MEMORY, "engine": "memory", "score": 100.0},
            "from translation memory, 100 % alike",
        ),
        ({"origin": Origin.ENGINE, "engine": "deepl", "score": None}, "from machine (deepl)"),
        ({"refusal": "The engine gave no text."}, "The engine gave no text."),
        ({"note": "Dùng thể lịch sự."}, "Dùng thể lịch sự."),
        ({"state": UnitState.NEEDS_REVIEW}, "needs review</span>"),
    ],
)
def test_what_is_known_of_a_segment_is_shown(desk: Desk, fields: dict[str, object], words: str) -> None:
    assert words not in desk.html()

    Unit.objects.filter(pk=desk.unit("hai").pk).update(**fields)

    assert words in flat(desk.html())


def test_an_old_text_for_a_changed_source_is_approved_as_still_correct(desk: Desk) -> None:
    desk.post("approve", desk.unit("hai"), target="二。")
    assert "Still correct" not in desk.html()
    unit = change(desk, "Đoạn hai", "Đoạn thứ hai")
    assert ">Still correct</button>" in desk.html()

    desk.post("approve", unit, target="二。")

    approved = desk.unit("thứ hai")
    assert (approved.state, approved.target, approved.previous_source) == (UnitState.APPROVED, "二。", "")
    assert "Still correct" not in desk.html()


def test_a_patched_text_says_what_was_patched(desk: Desk) -> None:
    desk.post("approve", desk.unit("hai"), target="二。")
    unit = change(desk, "Đoạn hai", "Đoạn 12")
    Unit.objects.filter(pk=unit.pk).update(origin=Origin.REPAIR, target="12。")

    html = desk.html()

    assert html.count("Patched: only figures or names changed.") == 1
    assert "Đoạn <del>hai</del><ins>12</ins>." in html


def test_a_text_of_use_only_here_says_so_in_its_form(desk: Desk) -> None:
    assert 'name="only_here" value="1" checked' not in desk.html()

    Unit.objects.filter(pk=desk.unit("hai").pk).update(only_here=True)

    assert desk.html().count('name="only_here" value="1" checked') == 1


def test_who_wrote_and_who_approved_is_named(desk: Desk) -> None:
    desk.post("approve", desk.unit("hai"), target="二。")

    assert "written by Lan, approved by Lan" in desk.html()


def test_terms_of_the_glossary_stand_beside_the_source(desk: Desk) -> None:
    Term.objects.create(vi="đoạn hai", ja="第二段落", approved=True)
    Term.objects.create(vi="Tin mới", ja="新着情報", approved=False)
    Term.objects.create(vi="Đền Trần", ja="陳廟", approved=True)

    html = flat(desk.html())

    assert 'lang="ja">第二段落</span> <span class="desk-meta">approved</span>' in html
    assert 'lang="ja">新着情報</span> <span class="desk-meta">doubtful</span>' in html
    assert html.count("desk-term--doubtful") == 1
    assert "陳廟" not in html


def test_a_term_that_nobody_translated_says_so(desk: Desk) -> None:
    Term.objects.create(vi="đoạn hai", en="second paragraph", approved=True)

    html = desk.html()

    assert "not in the glossary yet" in html
    assert "second paragraph" not in html


def test_the_limit_of_a_field_is_told(desk: Desk) -> None:
    assert desk.html().count("At most 255 characters.") == 1


def test_a_text_that_cannot_be_read_is_named_and_the_segments_stay(desk: Desk) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE content_articlepage SET body_vi = %s", ['[{"type": "paragraph", "id": "b7"}]'])
    open_editions(instance=type(desk.page).objects.get(pk=desk.page.pk))

    html = unescape(desk.html())

    assert Edition.objects.get(pk=desk.edition.pk).waiting == Waiting.CORRUPT
    assert "The stored Vietnamese cannot be read" in html
    assert "The block at body/b7" in html
    assert "Đoạn hai." in html


def test_an_object_that_cannot_be_loaded_can_still_be_read(desk: Desk) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE content_articlepage SET body_vi = %s", ['{"blocks": []}'])

    assert "Đoạn hai." in desk.html()


def test_the_number_of_queries_does_not_grow_with_the_segments(desk: Desk) -> None:
    long = factories.article(*(f"Đoạn {number}." for number in range(30)))
    factories.cleared(long)
    edition = Edition.objects.of(long).get(language="ja")
    Unit.objects.update(state=UnitState.APPROVED, origin=Origin.PERSON, edited_by=desk.reviewer)
    Unit.objects.update(approved_by=desk.reviewer)
    desk.html()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            desk.html()
        return len(captured)

    few = queries()
    desk.edition = edition
    assert queries() == few


def test_the_page_has_no_script_of_its_own_but_the_file(desk: Desk) -> None:
    html = desk.html()

    body = html[html.index('data-desk="') :]
    assert "<script" not in body
    assert "onclick" not in body
    assert "translations/review.js" in html
