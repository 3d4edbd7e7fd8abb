import unicodedata
from io import BytesIO, StringIO
from typing import Any

import pytest

from tests import factories
from tests.translations.exchange import hostile
from tests.translations.exchange.documents import tmx, unit
from translations.enums import MemoryOrigin
from translations.exceptions import BadImport
from translations.models import MemoryEntry
from translations.operations.exchange import export_memory, import_memory
from translations.operations.memory import remember
from translations.segments.segment import digest

pytestmark = pytest.mark.django_db

WARD = unit("phường", en="ward", ja="街区", ko="동")


OWN = '<header creationtool="portal" srclang="vi"/>'


def rows() -> list[tuple[Any, ...]]:
    columns = ("language", "source", "target", "context_key", "origin", "sample", "person_id")
    return sorted(MemoryEntry.objects.values_list(*columns))


def test_every_language_of_a_unit_becomes_an_entry() -> None:
    report = import_memory(file=tmx(WARD), sample=False)

    assert (report.added, report.kept, report.refused) == (3, 0, [])
    assert rows() == [
        ("en", "phường", "ward", "", "import", False, None),
        ("ja", "phường", "街区", "", "import", False, None),
        ("ko", "phường", "동", "", "import", False, None),
    ]


def test_importing_again_changes_nothing() -> None:
    import_memory(file=tmx(WARD, WARD), sample=False)
    before = sorted(MemoryEntry.objects.values_list("pk", "changed_at"))

    report = import_memory(file=tmx(WARD), sample=True, person=factories.person())

    assert (report.added, report.kept) == (0, 3)
    assert sorted(MemoryEntry.objects.values_list("pk", "changed_at")) == before


def test_what_a_person_approved_stays_theirs() -> None:
    page = factories.article("phường")
    factories.cleared(page)
    edition = factories.translated(page, "ja")
    approved = edition.units.get(source="phường")
    entry = remember(unit=approved, person=approved.approved_by)
    same = f'<tu><prop type="x-context">{entry.context_key}</prop>{unit("phường", ja=entry.target)[4:]}'

    import_memory(file=tmx(same, WARD), sample=True)

    entry.refresh_from_db()
    assert (entry.origin, entry.person, entry.sample) == (MemoryOrigin.PERSON, approved.approved_by, False)
    ranked = MemoryEntry.objects.exact(language="ja", source_hash=digest("phường"))
    assert next(found.origin for found in ranked) == MemoryOrigin.PERSON
    assert ranked.filter(target="街区").exists()


def test_an_import_keeps_who_brought_it_and_what_is_sample() -> None:
    person = factories.person()
    marked = f'<tu><prop type="x-sample">yes</prop>{unit("xã", en="commune")[4:]}'

    import_memory(file=tmx(WARD, marked), sample=False, person=person)

    assert set(MemoryEntry.objects.values_list("person_id", flat=True)) == {person.pk}
    assert list(MemoryEntry.objects.filter(sample=True).values_list("source", flat=True)) == ["xã"]


def test_decomposed_letters_are_composed() -> None:
    import_memory(
        file=tmx(unit(unicodedata.normalize("NFD", "phường"), ko=unicodedata.normalize("NFD", "동"))),
        sample=False,
    )

    assert rows() == [("ko", "phường", "동", "", "import", False, None)]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (unit('<bpt i="1"/>một<ept i="1"/>', en="one"), "lacks"),
        (unit("một", en='<ph x="1"/>one'), "which the source does not"),
        (unit("một", en="&#127; one"), "U+007F"),
        (unit("một", en="…"), "The translation has no words"),
        (unit('<ph x="1"/>', en='<ph x="1"/>'), "The Vietnamese has no words"),
        (unit("một", en="一"), "not in this language"),
        (unit("một", ko="ひとつ"), "not in this language"),
        (unit("phường", ja="phường"), "not in this language"),
        (unit("một", en="one " * 6_000), "longer than"),
        (f'<tu><prop type="x-context">{"a" * 200}</prop>{unit("một", en="one")[4:]}', "context"),
        (unit("một", fr="un"), "no English"),
    ],
)
def test_a_pair_that_cannot_be_trusted_is_refused_by_line_and_the_rest_is_kept(
    broken: str, says: str
) -> None:
    report = import_memory(file=tmx(WARD, broken, header=OWN), sample=False)

    ((line, reason),) = report.refused
    assert (line, report.added) == (7, 3)
    assert says in reason


def test_of_a_file_that_breaks_off_nothing_is_kept() -> None:
    units = [unit(f"câu {number}", en=f"sentence {number}") for number in range(1_200)]
    whole = tmx(*units)
    whole.truncate(len(whole.getvalue()) - 60)

    with pytest.raises(BadImport, match="Line 120"):
        import_memory(file=whole, sample=False)

    assert not MemoryEntry.objects.exists()


def test_progress_is_told_batch_by_batch() -> None:
    told: list[int] = []

    import_memory(
        file=tmx(*[unit(f"câu {n}", en=f"s {n}") for n in range(1_100)]), sample=False, progress=told.append
    )

    assert told == [500, 1_000, 1_100]


def test_a_memory_survives_the_way_out_and_in() -> None:
    import_memory(
        file=tmx(
            WARD,
            unit('<bpt i="1"/>một<ept i="1"/> &lt;2&gt;', en='&lt;2&gt; <bpt i="1"/>one<ept i="1"/>'),
            '<tu><prop type="x-context">page.title</prop><prop type="x-sample">yes</prop>'
            + unit("xã", ko="코뮌")[4:],
            unit("xã", ko="읍", en="commune"),
            unit("xã", ko="면"),
        ),
        sample=False,
    )
    before = rows()
    file = StringIO()

    report = export_memory(file=file)
    MemoryEntry.objects.all().delete()
    again = import_memory(file=tmx_from(file), sample=False)

    assert (report.written, report.left_out) == (len(before), 0)
    assert again.refused == []
    assert rows() == before


def tmx_from(file: StringIO) -> BytesIO:
    from_text = tmx()
    from_text.seek(0)
    from_text.truncate()
    from_text.write(file.getvalue().encode())
    from_text.seek(0)
    return from_text


def test_an_entry_that_xml_cannot_hold_is_left_out_and_counted() -> None:
    import_memory(file=tmx(WARD), sample=False)
    MemoryEntry.objects.filter(language="en").update(target="ward\x0b")
    file = StringIO()

    report = export_memory(file=file)

    assert (report.written, report.left_out) == (2, 1)
    assert import_memory(file=tmx_from(file), sample=False).kept == 2


def kept_to(only_for: str, vi: str, **targets: str) -> str:
    return f'<tu><prop type="x-only-for">{only_for}</prop>{unit(vi, **targets)[4:]}'


def test_an_entry_for_one_object_comes_back_where_that_object_holds_its_text() -> None:
    page = factories.article("phường")
    factories.cleared(page)
    factories.translated(page, "ja")
    only_for = f"content.articlepage:{page.pk}"

    import_memory(file=tmx(kept_to(only_for, "phường", ko="동"), unit("phường", ko="동")), sample=False)
    before = sorted(MemoryEntry.objects.filter(language="ko").values_list("only_for", "target"))
    assert before == [("", "동"), (only_for, "동")]

    file = StringIO()
    export_memory(file=file)
    MemoryEntry.objects.all().delete()
    assert import_memory(file=tmx_from(file), sample=False).refused == []
    assert sorted(MemoryEntry.objects.filter(language="ko").values_list("only_for", "target")) == before


@pytest.mark.parametrize(
    "only_for",
    [
        "content.articlepage:{other}",
        "content.homepage:{pk}",
        "content.articlepage:x",
        "nothing",
        "a.b:" + "9" * 40,
    ],
)
def test_an_entry_for_an_object_that_is_another_one_here_is_refused(only_for: str) -> None:
    page = factories.article("phường")
    factories.cleared(page)
    factories.translated(page, "ja")
    marked = kept_to(only_for.format(pk=page.pk, other=page.pk + 1), "phường", ko="동")

    report = import_memory(file=tmx(marked, WARD), sample=False)

    assert report.refused == [(6, "Korean: It is kept to one object, which does not hold this text here.")]
    assert not MemoryEntry.objects.exclude(only_for="").exists()


@pytest.mark.parametrize("attack", hostile.REFUSED, ids=lambda attack: attack.__name__)
def test_an_attack_changes_nothing_and_is_answered_with_a_sentence(attack: hostile.Attack) -> None:
    with pytest.raises(BadImport, match=r"^Line \d+: The file .*\. Nothing was imported\."):
        import_memory(file=attack("tmx", "tu"), sample=False)

    assert not MemoryEntry.objects.exists()


def test_a_unit_of_a_whole_book_is_refused_and_the_next_one_is_kept() -> None:
    report = import_memory(file=tmx(unit("một " * 600_000, en="one"), WARD), sample=False)

    assert report.refused == [(6, "It is too large to be one translated text.")]
    assert report.added == 3
