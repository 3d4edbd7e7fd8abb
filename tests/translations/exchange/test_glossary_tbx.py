"""Glossaries as other tools write them in TBX, with our own words in them."""

import codecs
from io import BytesIO
from pathlib import Path

import pytest

from tests.translations.exchange import hostile
from translations.exceptions import BadImport
from translations.exchange.bounded_xml import Garbled
from translations.exchange.glossary_tbx import read
from translations.models import Term
from translations.operations.glossary import GlossaryReport, Outcome, RowReport, import_glossary

SAMPLES = Path(__file__).with_name("samples")

in_database = pytest.mark.django_db


def imported(name: str) -> GlossaryReport:
    with (SAMPLES / name).open("rb") as file:
        return import_glossary(file=file)


@in_database
def test_version_two_row_by_row() -> None:
    report = imported("terms-v2.tbx")

    assert report.rows == [
        RowReport(10, "bến cảng", Outcome.ADDED),
        RowReport(10, "bến tàu", Outcome.ADDED),
        RowReport(28, "", Outcome.REFUSED, "It holds no Vietnamese term that may be used."),
        RowReport(32, "luồng lạch", Outcome.REFUSED, "The Korean term is in another script."),
        RowReport(36, "phao tiêu", Outcome.ADDED),
    ]
    assert report.other_languages == {"fr": 2, "de": 1}


@in_database
def test_deprecated_terms_are_forbidden_and_the_preferred_one_is_said() -> None:
    imported("terms-v2.tbx")

    for name in ("bến cảng", "bến tàu"):
        term = Term.objects.get(vi=name)
        assert (term.en, term.ja, term.ko) == ("wharf", "埠頭", "")
        assert term.forbidden("en") == ("jetty", "landing stage")
        assert term.note == "Dùng trong tin kinh tế\nen also pier"
        assert term.approved


@in_database
def test_a_question_mark_of_its_own_in_a_note_marks_a_doubtful_term() -> None:
    imported("terms-v2.tbx")

    assert not Term.objects.get(vi="phao tiêu").approved


@in_database
def test_version_three_with_elements_for_categories() -> None:
    report = imported("terms-v3.tbx")

    term = Term.objects.get()
    assert (report.added, report.refused) == (1, [])
    assert (term.vi, term.en, term.forbidden("en")) == ("hiện vật", "artefact", ("relic",))


@in_database
@pytest.mark.parametrize("name", ["terms-v2.tbx", "terms-v3.tbx"])
def test_importing_again_changes_nothing(name: str) -> None:
    first = imported(name)
    before = list(Term.objects.order_by("pk").values())

    again = imported(name)

    assert (again.added, again.updated, again.kept) == (0, 0, first.added)
    assert list(Term.objects.order_by("pk").values()) == before


@in_database
def test_a_file_that_speaks_of_one_language_leaves_the_others() -> None:
    Term.objects.create(vi="hiện vật", ja="展示品", note="đã duyệt", kind="term", locked=True, approved=True)

    imported("terms-v3.tbx")

    term = Term.objects.get()
    assert (term.en, term.ja, term.note, term.locked) == ("artefact", "展示品", "đã duyệt", True)


@in_database
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_every_encoding_gives_the_same(mark: bytes, encoding: str) -> None:
    text = (SAMPLES / "terms-v3.tbx").read_text(encoding="utf-8")

    report = import_glossary(file=BytesIO(mark + text.encode(encoding)))

    assert report.added == 1
    assert Term.objects.get().vi == "hiện vật"


@in_database
def test_of_a_file_that_breaks_off_nothing_is_kept() -> None:
    whole = (SAMPLES / "terms-v2.tbx").read_bytes()

    with pytest.raises(BadImport, match=r"Line \d+: The file is damaged or cut off\. Nothing was imported"):
        import_glossary(file=BytesIO(whole[:-40]))

    assert not Term.objects.exists()


@pytest.mark.parametrize("file", [b"<html/>", b"<conceptEntry/>", b"<martif"])
def test_xml_that_is_no_glossary_is_refused(file: bytes) -> None:
    with pytest.raises(Garbled, match=r"not TBX|damaged"):
        list(read(BytesIO(file)))


@pytest.mark.parametrize("root", ["martif", "tbx"])
@pytest.mark.parametrize("attack", hostile.REFUSED, ids=lambda attack: attack.__name__)
def test_an_attack_is_refused(attack: hostile.Attack, root: str) -> None:
    with pytest.raises(Garbled):
        list(read(attack(root, "termEntry")))


@in_database
def test_an_attack_changes_nothing_and_is_answered_with_a_sentence() -> None:
    with pytest.raises(BadImport, match=r"Line 1: The file defines entities .* Nothing was imported"):
        import_glossary(file=hostile.billion_laughs("martif", "termEntry"))
