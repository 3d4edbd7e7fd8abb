import zipfile
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from tests.translations.exchange import hostile
from tests.translations.exchange.workbooks import HEADING, SHEET, sheet, with_part, workbook
from translations.exchange import glossary_xlsx, workbook_parts
from translations.exchange.glossary_xlsx import read, write
from translations.exchange.term_rows import BadRow, BadTable, StoredTerm, TermRow

WARD = ("phường", "ward", "街区", "동", "")


def test_a_row_is_read_with_its_number() -> None:
    assert list(read(workbook(WARD, (), ("xã", "commune", None, None, "? ko")))) == [
        TermRow(2, "phường", {"en": "ward", "ja": "街区", "ko": "동", "note": ""}),
        TermRow(4, "xã", {"en": "commune", "ja": "", "ko": "", "note": "ko"}, doubtful=True),
    ]


def test_dates_numbers_and_truth_are_read_as_what_they_are() -> None:
    (row,) = read(
        workbook(
            ("5S", "5S", None, None, 2025, True, datetime(2025, 7, 1), "2026-01-01", False),  # noqa: DTZ001 - Excel knows no time zones
            heading=(*HEADING, "locked", "valid_from", "valid_to", "approved"),
        )
    )

    assert isinstance(row, TermRow)
    assert row.text("note") == "2025"
    assert row.values["locked"] is True
    assert (row.values["valid_from"], row.values["valid_to"]) == (date(2025, 7, 1), date(2026, 1, 1))
    assert row.doubtful


def test_a_formula_is_refused_and_never_worked_out() -> None:
    bad, good = read(workbook(("xã", "=1+1", None, None, None), WARD))

    assert bad == BadRow(2, "It holds a formula or an error. Write the value itself into the cell.")
    assert isinstance(good, TermRow)


def test_comments_choices_and_colours_do_no_harm() -> None:
    book = load_workbook(workbook(WARD))
    page = book.active
    assert page is not None
    page["A2"].comment = Comment("đã duyệt", "Lan")
    page.add_data_validation(DataValidation(type="list", formula1='"yes,no"'))
    book.create_sheet("Other").append(["anything"])
    file = BytesIO()
    book.save(file)

    assert len(list(read(file))) == 1


def test_what_begins_as_a_formula_is_written_as_words() -> None:
    file = BytesIO()
    write([StoredTerm("xã", {"en": "=cmd|' /C calc'!A0"}, approved=True)], file)

    (row,) = read(file)

    assert isinstance(row, TermRow)
    assert row.text("en") == "=cmd|' /C calc'!A0"


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (BytesIO(b"PK\x03\x04 no workbook"), "damaged"),
        (with_part(workbook(), "[Content_Types].xml", b""), "damaged"),
        (with_part(workbook(), "[Content_Types].xml", b"<Types/>"), "damaged"),
        (with_part(workbook(), "xl/workbook.xml", b"<workbook"), "damaged"),
        (with_part(workbook(), SHEET, sheet('<row r="1"><c r="?1"><v>a</v></c></row>')), "damaged"),
        (with_part(workbook(), SHEET, sheet("")), "empty"),
        (workbook(heading=("vi", "en")), "columns must be"),
    ],
)
def test_what_is_no_glossary_is_refused_with_a_sentence(file: BytesIO, says: str) -> None:
    with pytest.raises(BadTable, match=says):
        list(read(file))


def test_a_workbook_that_was_cut_off_is_refused() -> None:
    whole = workbook(WARD).getvalue()

    for length in range(100, len(whole), 500):
        with pytest.raises(BadTable, match="damaged"):
            list(read(BytesIO(whole[:length])))


def test_a_workbook_with_changed_bytes_is_refused_or_read() -> None:
    whole = workbook(*[(f"thuật ngữ {number}", "term", "", "", "") for number in range(50)]).getvalue()

    for place in range(0, len(whole), 97):
        changed = bytearray(whole)
        changed[place] ^= 0xFF
        # Anything else that is raised fails this test.
        with suppress(BadTable):
            list(read(BytesIO(bytes(changed))))


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(SHEET, bytes(workbook_parts.MOST_BYTES + 1))
    assert len(bomb.getvalue()) < 100_000

    with pytest.raises(BadTable, match="unpacks to more than 64 MB"):
        list(read(bomb))


def test_a_workbook_of_many_parts_is_refused() -> None:
    many = BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(workbook_parts.MOST_PARTS + 1):
            archive.writestr(f"{number}.xml", b"")

    with pytest.raises(BadTable, match="unpacks to more"):
        list(read(many))


@pytest.mark.parametrize("attack", hostile.REFUSED, ids=lambda attack: attack.__name__)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_an_attack_in_a_part_is_refused(attack: hostile.Attack, part: str) -> None:
    file = with_part(workbook(WARD), part, attack("worksheet", "row").read())

    with pytest.raises(BadTable, match="no usual one"):
        list(read(file))


@pytest.mark.parametrize(
    "rows",
    ["<row/>" * 310_000, "<x/>" * 310_000, f"<row>{'<c/>' * 150_000}</row>"],
    ids=["rows", "others", "cells"],
)
def test_a_part_with_too_many_elements_is_refused(rows: str) -> None:
    with pytest.raises(BadTable, match="too large for a glossary"):
        list(read(with_part(workbook(), SHEET, sheet(rows))))


def test_a_sheet_that_ends_in_its_last_possible_row_is_refused_in_time() -> None:
    file = with_part(workbook(), SHEET, sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))

    with pytest.raises(BadTable, match="more than 20000 rows"):
        list(read(file))


def test_more_rows_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glossary_xlsx, "MOST_ROWS", 3)
    rows = [(f"thuật ngữ {number}", "term", "", "", "") for number in range(4)]

    assert len(list(read(workbook(*rows[:2])))) == 2
    with pytest.raises(BadTable, match="more than 3 rows"):
        list(read(workbook(*rows)))


def test_a_cell_longer_than_excel_allows_is_refused() -> None:
    long = f'<c t="inlineStr"><is><t>{"a" * 40_000}</t></is></c>'
    heading = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in HEADING)
    file = with_part(workbook(), SHEET, sheet(f"<row>{heading}</row><row>{long * 5}</row>"))

    assert list(read(file)) == [BadRow(2, "A cell is longer than 32767 characters.")]


def test_a_workbook_without_sheets_is_refused() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    book.create_chartsheet("only")
    book.remove(page)
    file = BytesIO()
    book.save(file)

    with pytest.raises(BadTable, match="damaged"):
        list(read(file))
