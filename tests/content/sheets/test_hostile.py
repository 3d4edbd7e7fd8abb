"""Files that break, lie about themselves or attack whoever reads them."""

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from content.sheets import archives, marks
from content.sheets.files import read_sheet
from content.sheets.sentences import BadSheet
from tests.content.sheets.samples import PARKS, SHEET_PART, with_part, workbook

GOOD = ("a", "A")
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
FOREIGN = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
DEEP = b"<a>" * 1_000


def refused(file: BytesIO, says: str) -> None:
    with pytest.raises(BadSheet, match=says):
        read_sheet(PARKS, file)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04 no workbook", "damaged"),
        (archives.OLD_OFFICE + bytes(600), "old kind"),
        (archives.OLD_OFFICE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (b"%PDF-1.7", "neither an Excel workbook"),
        (b"<html><table></table></html>", "neither an Excel workbook"),
        (b"\x00\x01\x02", "neither an Excel workbook"),
        ("Mã khu;Tên".encode("cp1258", "replace") + b"\xff", "not in UTF-8"),
        ('Mã khu;Tên KCN\na;"A\n'.encode(), "a quotation mark has no end"),
        (b"", "No heading was found"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(content: bytes, says: str) -> None:
    refused(BytesIO(content), says)


def test_a_file_larger_than_the_limit_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 1024)

    refused(workbook(GOOD), "more than 0 MB")


def test_macros_are_refused() -> None:
    refused(with_part(workbook(GOOD), "xl/vbaProject.bin", lambda _: b"\xcc\xcc"), "holds macros")
    renamed = with_part(
        workbook(GOOD),
        "[Content_Types].xml",
        lambda xml: xml.replace(b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main"),
    )
    refused(renamed, "holds macros")


def test_a_workbook_with_a_locked_part_is_refused() -> None:
    file = bytearray(workbook(GOOD).getvalue())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (at := file.find(signature, start)) >= 0:
            file[at + place] |= 1
            start = at + 4

    refused(BytesIO(bytes(file)), "has a password")


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(SHEET_PART, bytes(archives.MOST_UNPACKED + 1))
    assert len(bomb.getvalue()) < 100_000

    refused(bomb, "unpacks to more")


def test_a_workbook_of_many_parts_or_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(archives.MOST_PARTS + 1):
            archive.writestr(f"{number}.xml", b"")
    refused(many, "unpacks to more")

    monkeypatch.setattr(archives, "MOST_ELEMENTS", 40)
    refused(workbook(*[(f"a-{number}", "A") for number in range(40)]), "unpacks to more")


@pytest.mark.parametrize("part", [SHEET_PART, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("attack", [ENTITIES, FOREIGN, DEEP], ids=["entities", "foreign", "deep"])
def test_an_attack_in_a_part_is_refused(attack: bytes, part: str) -> None:
    refused(with_part(workbook(GOOD), part, lambda _: attack), "none that Excel writes")


def test_merged_cells_over_the_whole_sheet_cost_no_time() -> None:
    file = workbook(GOOD, prepared=lambda page: page.merge_cells("D1:E1"))
    all_merged = with_part(file, SHEET_PART, lambda xml: xml.replace(b'ref="D1:E1"', b'ref="A2:XFD1048576"'))

    (bad,) = read_sheet(PARKS, all_merged).bad

    assert "merged with others (A2:XFD1048576)" in str(bad.faults[0])


def test_more_merged_cells_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "MOST_MERGED", 1)

    def merge(page: object) -> None:
        for area in ("D1:E1", "D2:E2"):
            page.merge_cells(area)  # type: ignore[attr-defined]  # a sheet of openpyxl

    refused(workbook(GOOD, prepared=merge), "more than 1 merged cells")


def test_a_sheet_that_ends_in_its_last_possible_row_is_refused_in_time() -> None:
    last = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'

    refused(
        with_part(workbook(GOOD), SHEET_PART, lambda xml: xml.replace(b"</sheetData>", last)),
        f"more than {marks.MOST_LINES} lines",
    )


def test_a_workbook_that_was_cut_off_is_refused() -> None:
    whole = workbook(GOOD).getvalue()

    for length in range(100, len(whole), 500):
        refused(BytesIO(whole[:length]), "damaged")


def test_a_workbook_with_changed_bytes_is_refused_or_read() -> None:
    whole = workbook(*[(f"a-{number}", f"Khu {number}") for number in range(50)]).getvalue()

    for place in range(0, len(whole), 97):
        changed = bytearray(whole)
        changed[place] ^= 0xFF
        # Anything else that is raised fails this test.
        with suppress(BadSheet):
            read_sheet(PARKS, BytesIO(bytes(changed)))
