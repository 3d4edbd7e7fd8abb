from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cms.models import User
from content.models import DirectoryPage, SectorPage
from tests.cms.importing.conftest import table

pytestmark = pytest.mark.django_db
ROW = ("det-may", "Dệt may", None, "skhdt")


def run(name: str, *args: object, **options: object) -> str:
    told = StringIO()
    call_command(name, *map(str, args), stdout=told, stderr=told, **options)
    return told.getvalue()


def test_a_table_is_exported_changed_and_imported(
    directory: DirectoryPage, administrator: User, tmp_path: Path
) -> None:
    file = tmp_path / "nganh.xlsx"
    file.write_bytes(table(ROW))

    said = run("import_sheet", "sectors", file, user="chief", publish=True)

    assert "1 rows: 1 new, 0 changed, 0 unchanged, 0 refused, 1 published." in said
    assert SectorPage.objects.get().live
    assert "1 rows were written" in run("export_sheet", "sectors", tmp_path / "out.csv")
    assert "1 unchanged" in run("import_sheet", "sectors", tmp_path / "out.csv", user="chief")


def test_a_dry_run_tells_and_changes_nothing(
    directory: DirectoryPage, administrator: User, tmp_path: Path
) -> None:
    file = tmp_path / "nganh.xlsx"
    file.write_bytes(table(ROW))

    said = run("import_sheet", "sectors", file, user="chief", dry_run=True, verbosity=2)

    assert "Row 2, det-may" in said
    assert not SectorPage.objects.exists()


def test_refused_rows_are_told_and_end_in_an_error_while_the_good_land(
    directory: DirectoryPage, administrator: User, tmp_path: Path
) -> None:
    file = tmp_path / "nganh.xlsx"
    file.write_bytes(table(ROW, ("Gỗ", "Gỗ")))

    with pytest.raises(CommandError, match="1 of 2 rows were refused"):
        run("import_sheet", "sectors", file, user="chief")

    assert SectorPage.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "content", "user", "says"),
    [
        ("ships", b"", "chief", "no table 'ships'. There are:"),
        ("sectors", b"", "nobody", "no account 'nobody'"),
        ("sectors", b"%PDF", "chief", "neither an Excel workbook"),
        ("sectors", None, "chief", "cannot be opened"),
    ],
)
def test_what_cannot_be_imported_is_told_in_a_sentence(
    administrator: User, tmp_path: Path, kind: str, content: bytes | None, user: str, says: str
) -> None:
    file = tmp_path / "x.xlsx"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(CommandError, match=says):
        run("import_sheet", kind, file, user=user)


def test_a_table_that_there_is_not_cannot_be_exported(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no table 'ships'"):
        run("export_sheet", "ships", tmp_path / "x.xlsx")
