from typing import Any

import pytest

from tests.translations.exchange.documents import table
from translations.exceptions import BadImport
from translations.models import Term
from translations.operations.glossary import import_glossary

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


def test_of_a_table_with_a_broken_row_nothing_is_kept() -> None:
    with pytest.raises(BadImport, match="Row 3: It has 2 columns"):
        import_glossary(file=table(WARD, "xã\tcommune"))

    assert not Term.objects.exists()
