import codecs
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from tests.translations.exchange.documents import table
from translations.exceptions import BadImport
from translations.models import Term
from translations.operations import glossary
from translations.operations.glossary import Outcome, RowReport, import_glossary

pytestmark = pytest.mark.django_db

WARD = "phường\tward\t街区\t동\t"


def terms() -> list[tuple[Any, ...]]:
    return sorted(Term.objects.values_list("vi", "en", "ja", "ko", "note", "approved"))


def test_a_term_without_doubt_is_approved_and_a_doubtful_one_waits() -> None:
    report = import_glossary(file=table(WARD, "thị trấn\ttownship\t町\t읍\t? ko unclear"))

    assert (report.added, report.updated, report.kept, report.refused) == (2, 0, 0, [])
    assert terms() == [
        ("phường", "ward", "街区", "동", "", True),
        ("thị trấn", "township", "町", "읍", "ko unclear", False),
    ]


def test_importing_again_changes_nothing() -> None:
    import_glossary(file=table(WARD))

    report = import_glossary(file=table(WARD))

    assert (report.added, report.updated, report.kept) == (0, 0, 1)


def test_a_changed_row_updates_the_term_and_keeps_it_approved() -> None:
    import_glossary(file=table(WARD))

    report = import_glossary(file=table("phường\turban ward\t街区\t동\tsince 2025"))

    assert report.updated == 1
    assert terms() == [("phường", "urban ward", "街区", "동", "since 2025", True)]


def test_a_doubtful_row_does_not_undo_what_a_person_approved() -> None:
    import_glossary(file=table("phường\tward\t街区\t동\t?"))
    Term.objects.update(approved=True)
    before = terms()

    report = import_glossary(file=table("phường\tquarter\t区\t동\t?"))

    assert report.kept == 1
    assert terms() == before


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("\tward\t街区\t동\t", "needs its Vietnamese"),
        ("xã\t\t\t\t", "at least one translation"),
        (f"xã\t{'c' * 300}\t村\t코뮌\t", "too long"),
        ("xã\tcommune\u200e\x7f\t村\t코뮌\t", "U+007F"),
        ("xã\t村\t村\t코뮌\t", "another script"),
        ("phường\tquarter\t区\t동\t", "already stands in row 2"),
    ],
)
def test_a_row_that_is_no_term_is_refused_and_the_rest_is_kept(row: str, says: str) -> None:
    report = import_glossary(file=table(WARD, row))

    ((number, reason),) = report.refused
    assert (number, report.added) == (3, 1)
    assert says in reason
    assert terms() == [("phường", "ward", "街区", "동", "", True)]


def test_of_a_table_with_a_broken_row_the_others_are_kept() -> None:
    report = import_glossary(file=table(WARD, "xã\tcommune", "huyện\tdistrict\t県\t현\t"))

    assert report.refused == [(3, "It has 2 columns instead of 5.")]
    assert [row[0] for row in terms()] == ["huyện", "phường"]


def test_every_row_is_told_with_what_became_of_it() -> None:
    import_glossary(file=table(WARD, "xã\tcommune\t村\t코뮌\t", "huyện\tdistrict\t県\t현\t"))

    report = import_glossary(
        file=table(
            "phường\turban ward\t街区\t동\t",
            "",
            "xã\tvillage\t村\t코뮌\t?",
            "huyện\tdistrict\t県\t현\t",
            "thôn\t\t\t\t",
            "ấp\thamlet\t\t\t",
        )
    )

    assert report.rows == [
        RowReport(2, "phường", Outcome.UPDATED),
        RowReport(4, "xã", Outcome.KEPT, "The term is approved, and the row is doubtful."),
        RowReport(5, "huyện", Outcome.KEPT),
        RowReport(6, "thôn", Outcome.REFUSED, "A term needs its Vietnamese and at least one translation."),
        RowReport(7, "ấp", Outcome.ADDED),
    ]
    assert (report.added, report.updated, report.kept, len(report.refused)) == (1, 1, 2, 1)


FULL = "vi\ten\tja\tko\tnote\tkind\tlocked\tforbidden_en\tforbidden_ja\tvalid_from\tvalid_to\tapproved"


def test_a_table_may_say_everything_of_a_term() -> None:
    row = "phường\tward\t街区\t\t? ghi chú\tplace\tyes\tquarter| urban  area\t\t2025-07-01\t\tyes"

    import_glossary(file=table(row, heading=FULL))

    term = Term.objects.get()
    assert (term.kind, term.locked, term.approved) == ("place", True, True)
    assert (term.forbidden("en"), term.forbidden("ja")) == (("quarter", "urban area"), ())
    assert (term.valid_from, term.valid_to) == (date(2025, 7, 1), None)
    # The file says itself that somebody stands behind it.
    assert term.note == "? ghi chú"


def test_what_a_table_does_not_speak_of_stays_and_what_it_leaves_empty_goes() -> None:
    row = "phường\tward\t街区\t동\t\tplace\tyes\tquarter\t\t2025-07-01\t2026-01-01\tyes"
    import_glossary(file=table(row, heading=FULL))

    assert import_glossary(file=table(WARD)).kept == 1
    assert Term.objects.get(kind="place", locked=True, valid_from="2025-07-01").forbidden("en") == (
        "quarter",
    )

    import_glossary(file=table("phường\tward\t街区\t동\t\t\t\t\t\t\t\t", heading=FULL))
    term = Term.objects.get(kind="place", locked=False, valid_from=None, valid_to=None, approved=True)
    assert term.forbidden("en") == ()


def test_a_row_that_is_not_approved_never_changes_an_approved_term() -> None:
    import_glossary(file=table(WARD))

    report = import_glossary(file=table("phường\tquarter\t\t\t\t\t\t\t\t\t\tno", heading=FULL))

    assert report.kept == 1
    assert terms() == [("phường", "ward", "街区", "동", "", True)]


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ("thing\t\t\t\t\t\t", "“thing” is no kind of term. Use one of agency, place"),
        ("\tperhaps\t\t\t\t\t", "'perhaps' in locked is neither yes nor no."),
        ("\t\tWard\t\t\t\t", "forbidden itself"),
        ("\t\t\t\t1/7/2025\t\t", "'1/7/2025' in valid_from is no date; write it as 2025-07-01."),
        ("\t\t\t\t2025-07-01\t2025-06-30\t", "before the first"),
        ("\t\t\t\t\t\tmaybe", "'maybe' in approved is neither yes nor no."),
    ],
)
def test_a_row_that_contradicts_itself_is_refused_with_a_sentence(cells: str, says: str) -> None:
    report = import_glossary(file=table(f"phường\tward\t街区\t동\t\t{cells}", heading=FULL))

    ((number, reason),) = report.refused
    assert number == 2
    assert says in reason
    assert not Term.objects.exists()


def test_a_row_with_broken_bytes_costs_only_itself() -> None:
    file = table(WARD, "x?\tcommune\t村\t코뮌\t")
    broken = BytesIO(file.getvalue().replace(b"x?", b"x\xe3"))

    report = import_glossary(file=broken)

    assert report.refused == [(3, "It holds bytes that are no text. Save the table as UTF-8.")]
    assert [row[0] for row in terms()] == ["phường"]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_every_encoding_gives_the_same(mark: bytes, encoding: str) -> None:
    text = table(WARD, f"Sở Tài chính\t{'long ' * 30}\t\t\t").getvalue().decode()

    report = import_glossary(file=BytesIO(mark + text.replace("\n", "\r\n").encode(encoding)))

    assert report.added == 2
    assert terms()[1] == ("phường", "ward", "街区", "동", "", True)


def test_a_long_table_is_read_over_many_pieces() -> None:
    rows = [f"thuật ngữ {number}\tterm {number}\t\t\t{'ghi chú ' * 20}" for number in range(1_500)]

    report = import_glossary(file=BytesIO("\n".join(["vi\ten\tja\tko\tnote", *rows]).encode("utf-16")))

    assert (report.added, report.refused) == (1_500, [])
    assert import_glossary(file=table(*rows)).kept == 1_500


def test_an_old_workbook_is_named() -> None:
    with pytest.raises(BadImport, match="old or protected workbook"):
        import_glossary(file=BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)))


def test_spaces_inside_a_term_are_tidied_before_it_is_looked_up() -> None:
    import_glossary(file=table(WARD))

    report = import_glossary(file=table("khu  phố\tquarter\t\t\t", "khu phố\tstreet\t\t\t", WARD))

    assert (report.added, report.kept) == (1, 1)
    assert report.refused == [(3, "The term already stands in row 2.")]
    assert Term.objects.filter(vi="khu phố", en="quarter").exists()


def test_more_terms_than_a_glossary_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glossary, "MOST_ROWS", 2)
    rows = [f"thuật ngữ {number}\tterm\t\t\t" for number in range(3)]

    assert import_glossary(file=table(*rows[:2])).added == 2
    with pytest.raises(BadImport, match="more than 2 terms"):
        import_glossary(file=table(*rows))
