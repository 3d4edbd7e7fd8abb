from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.translations.exchange.documents import table, tmx, unit
from translations.models import MemoryEntry, Term

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command(*map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_a_memory_goes_in_and_out(tmp_path: Path) -> None:
    source, target = tmp_path / "in.tmx", tmp_path / "out.tmx"
    source.write_bytes(tmx(unit("phường", en="ward"), unit("xã", fr="un")).getvalue())

    out, err = run("import_memory", source, "--sample")
    assert out == "1 translations added, 0 were there already, 1 refused.\n"
    assert "Line 7 was refused" in err
    assert MemoryEntry.objects.get().sample

    assert run("export_memory", target) == ("1 translations written.\n", "")
    assert "<seg>ward</seg>" in target.read_text(encoding="utf-8")
    assert list(tmp_path.glob("*.part")) == []


def test_a_glossary_goes_in(tmp_path: Path) -> None:
    source = tmp_path / "in.tsv"
    source.write_bytes(table("phường\tward\t街区\t동\t", "xã\t\t\t\t").getvalue())

    out, err = run("import_glossary", source)

    assert out == "1 terms added, 0 updated, 0 kept as they were, 1 refused.\n"
    assert "Row 3 was refused" in err
    assert Term.objects.count() == 1


@pytest.mark.parametrize("command", ["import_memory", "import_glossary"])
def test_a_file_that_is_not_there_or_not_readable_is_named(command: str, tmp_path: Path) -> None:
    missing, garbled = tmp_path / "missing", tmp_path / "garbled"
    garbled.write_bytes(b"\xff\xfe\x00garbled")

    with pytest.raises(CommandError, match="missing cannot be opened"):
        run(command, missing)
    with pytest.raises(CommandError, match=r"garbled: (Line|Row) 1"):
        run(command, garbled)


def test_an_export_that_fails_leaves_no_half_file(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        run("export_memory", tmp_path / "no" / "such" / "folder.tmx")

    assert list(tmp_path.iterdir()) == []
