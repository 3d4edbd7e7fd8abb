import unicodedata
from io import BytesIO, StringIO
from typing import Any

import pytest

from tests import factories
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
        (unit("một", en="…"), "no words"),
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
