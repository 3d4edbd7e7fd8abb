"""A glossary out and in again."""

from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from translations.enums import TermKind
from translations.exchange.glossary_files import Form, form_of
from translations.models import Term
from translations.operations.glossary import import_glossary
from translations.operations.glossary_export import export_glossary

pytestmark = pytest.mark.django_db

DEMO = Path(__file__).parents[3] / "demo"


def stored() -> list[dict[str, Any]]:
    names = [field.name for field in Term._meta.get_fields() if field.name != "id"]
    return list(Term.objects.order_by("vi").values(*names))


def a_glossary() -> None:
    Term.objects.create(
        vi="tỷ lệ lấp đầy",
        en="occupancy rate",
        ja="入居率",
        ko="입주율",
        kind=TermKind.TERM,
        locked=True,
        forbidden_en="fill rate\nfilling rate",
        forbidden_ja="埋め立て率",
        valid_from=date(2025, 7, 1),
        valid_to=date(2030, 12, 31),
        note='? "埋め立て" <b>& co</b>',
        approved=True,
    )
    Term.objects.create(vi="phường", en='"ward"', ko="동", note="ja ?", approved=True)
    Term.objects.create(vi="ấp", en="=hamlet", kind=TermKind.PLACE, approved=False)
    Term.objects.create(vi="Sở Tài chính", en="Department of Finance", kind=TermKind.AGENCY, approved=True)


def through_a_file(form: Form) -> BytesIO:
    file = BytesIO()
    report = export_glossary(file=file, form=form)
    assert (report.written, report.left_out) == (Term.objects.count(), 0)
    return file


@pytest.mark.parametrize("form", Form)
def test_a_glossary_comes_back_whole(form: Form) -> None:
    a_glossary()
    before = stored()
    file = through_a_file(form)
    assert form_of(file) is form
    Term.objects.all().delete()

    report = import_glossary(file=file)

    assert (report.added, report.refused) == (4, [])
    assert stored() == before


@pytest.mark.parametrize("form", Form)
def test_what_came_out_changes_nothing_when_it_goes_in_again(form: Form) -> None:
    a_glossary()
    before = stored()

    report = import_glossary(file=through_a_file(form))

    assert (report.added, report.updated, report.kept) == (0, 0, 4)
    assert stored() == before


@pytest.mark.parametrize("form", [Form.TBX, Form.XLSX])
def test_a_note_of_several_lines_keeps_them(form: Form) -> None:
    Term.objects.create(vi="xã", en="commune", note="one\n\ntwo\tthree", approved=True)
    file = through_a_file(form)
    Term.objects.all().delete()

    import_glossary(file=file)

    assert Term.objects.get().note == "one\n\ntwo\tthree"


@pytest.mark.parametrize("form", [Form.TBX, Form.TSV])
def test_the_same_glossary_gives_the_same_file(form: Form) -> None:
    a_glossary()

    assert through_a_file(form).getvalue() == through_a_file(form).getvalue()


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        (Form.TBX, {"note": "a\x0bb"}),
        (Form.XLSX, {"note": "a\x0bb"}),
        (Form.XLSX, {"note": "a" * 40_000}),
    ],
)
def test_a_term_that_a_file_cannot_hold_is_left_out_and_counted(form: Form, fields: dict[str, str]) -> None:
    a_glossary()
    Term.objects.filter(vi="phường").update(**fields)
    file = BytesIO()

    report = export_glossary(file=file, form=form)

    assert (report.written, report.left_out) == (3, 1)
    assert import_glossary(file=file).kept == 3


@pytest.mark.parametrize("form", Form)
def test_the_glossaries_of_the_demonstration_go_through_every_form(form: Form) -> None:
    for name in ("glossary.tsv", "glossary_extra.tsv"):
        with (DEMO / name).open("rb") as file:
            assert import_glossary(file=file).refused == []
    before = stored()
    assert len(before) == 119
    exported = through_a_file(form)
    Term.objects.all().delete()

    assert import_glossary(file=exported).refused == []

    assert stored() == before


def run(*arguments: object, **options: Any) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command(*map(str, arguments), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


@pytest.mark.parametrize("ending", ["tsv", "xlsx", "tbx", "TBX"])
def test_the_commands_go_by_the_ending_and_by_the_contents(ending: str, tmp_path: Path) -> None:
    a_glossary()
    exported, renamed = tmp_path / f"out.{ending}", tmp_path / "in.any"

    assert run("export_glossary", exported) == ("4 terms written.\n", "")
    exported.rename(renamed)

    out, err = run("import_glossary", renamed, verbosity=2)
    assert err == ""
    assert out.endswith("0 terms added, 0 updated, 4 kept as they were, 0 refused.\n")
    assert "phường: kept" in out
    assert list(tmp_path.glob("*.part")) == []


def test_a_name_without_a_known_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="should end in one of"):
        run("export_glossary", tmp_path / "glossary.doc")

    assert list(tmp_path.iterdir()) == []


def test_an_export_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        run("export_glossary", tmp_path / "no" / "such" / "folder.tsv")


def test_other_languages_and_refused_rows_are_told(tmp_path: Path) -> None:
    sample = Path(__file__).with_name("samples") / "terms-v2.tbx"

    out, err = run("import_glossary", sample)

    assert out.splitlines() == [
        "1 terms in de were passed over.",
        "2 terms in fr were passed over.",
        "3 terms added, 0 updated, 0 kept as they were, 2 refused.",
    ]
    assert "Row 28 was refused: It holds no Vietnamese term" in err
