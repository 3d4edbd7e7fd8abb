"""Pairs that translators deliver are checked from a table, in plain text or HTML."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.translations.checks.demo import demo_pairs
from translations.checks.delivered import check_delivered
from translations.checks.finding import Severity
from translations.checks.pair import Pair
from translations.models import Term
from translations.operations.expected_terms import ExpectedTerms

HEADING = "language\tsource\ttarget\n"
OTHER_FACT = ["facts.missing", "facts.added"]
NOT_TRANSLATED = ["unchanged", "script.missing", "vietnamese.left"]


def checks(language: str, source: str, target: str) -> list[str]:
    found = check_delivered(Pair(language, source, target))  # type: ignore[arg-type]  # from a table
    return [finding.check for finding in found]


@pytest.mark.parametrize(
    ("language", "source", "target", "found"),
    [
        ("en", "Dự án có vốn 15 tỷ đồng.", "The project has a capital of VND 15 billion.", []),
        (
            "en",
            "Dự án có vốn 15 tỷ đồng.",
            "The project has a capital of VND 15 million.",
            OTHER_FACT,
        ),
        ("ja", "Lễ hội diễn ra ở đền.", "祭りは사당で開かれます。", ["script.foreign"]),
        (
            "ja",
            "Khu công nghiệp mới mở cửa",
            "Khu công nghiệp mới mở cửa",
            NOT_TRANSLATED,
        ),
        ("ko", "Lễ hội diễn ra ở đền Trần.", "축제는 khu vực đền thờ cổ 열립니다.", ["vietnamese.left"]),
        ("ja", "Lễ hội diễn ra ở đền mỗi năm.", "祭りは祠で毎年開かれるものである。", ["register"]),
        ("ko", "Lễ hội diễn ra ở đền mỗi năm.", "축제는 매년 사당에서 열린다고 한다.", ["register"]),
        ("en", "Nhà máy mới đã mở cửa.", "The the new factory has opened.", ["doubled"]),
        ("en", "Nhà máy mới đã mở cửa.", "The new factory has opened", ["ending.missing"]),
        ("en", "Nhà máy mới", "The new factory.", ["ending.added"]),
        ("ja", "Diện tích 15 ha", "面積は１５ヘクタール", ["width"]),
        ("en", "Nhà máy mới đã mở cửa.", "  ", ["empty"]),
    ],
)
def test_each_kind_of_mistake_is_found_and_no_other(
    language: str, source: str, target: str, found: list[str]
) -> None:
    assert checks(language, source, target) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("<p>Khu <b>công nghiệp</b> mới.</p>", "<p>The new <b>industrial park</b>.</p>", []),
        ("<p>Khu <b>công nghiệp</b> mới.</p>", "<p>The new industrial park.</p>", ["tags.missing"]),
        ("<p>Khu mới.</p>", "<p>The <i>new</i> park.</p>", ["tags.added"]),
        (
            '<p>Xem <a href="https://a.vn/1">trang này</a>.</p>',
            '<p>See <a href="https://a.vn/2">this page</a>.</p>',
            ["tags.missing", "tags.added"],
        ),
        ("<p>Một câu văn.</p><p>Hai câu văn.</p>", "<p>One sentence. Two sentences.</p>", ["blocks"]),
        (
            "<ul><li>Vốn 3 tỷ đồng</li><li>Hai</li></ul>",
            "<ul><li>VND 4 billion</li><li>Two</li></ul>",
            OTHER_FACT,
        ),
        ("<p>A &amp; B c d e</p>", "<p>A &amp; B the rest</p>", []),
    ],
)
def test_html_is_compared_block_by_block(source: str, target: str, found: list[str]) -> None:
    assert checks("en", source, target) == found


def test_the_demonstration_has_no_error_and_few_warnings() -> None:
    pairs = demo_pairs()
    found = [
        finding
        for pair in pairs
        for finding in check_delivered(Pair(pair.language, pair.source, pair.target))  # type: ignore[arg-type]  # from a file
    ]

    assert [str(one) for one in found if one.severity is Severity.ERROR] == []
    assert len(found) <= 0.03 * len(pairs)


def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> tuple[list[dict[str, object]], str]:
    table = tmp_path / "pairs.tsv"
    table.write_bytes(data)
    call_command("check_pairs", str(table))
    *said, summary = capsys.readouterr().out.splitlines()
    return [json.loads(line) for line in said], summary


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_each_finding_is_a_line_of_json_and_the_last_line_sums_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    rows = "en\tVốn 15 tỷ đồng\tVND 15 million\nko\tVốn 15 tỷ đồng\t150억 동\n"

    found, summary = run(tmp_path, capsys, (HEADING + rows).encode(encoding))

    assert [(one["row"], one["check"], one["severity"]) for one in found] == [
        (2, "facts.missing", "error"),
        (2, "facts.added", "error"),
    ]
    assert "15 tỷ đồng" in str(found[0]["sentence"])
    assert summary == "2 rows checked: 2 errors, 0 warnings."


@pytest.mark.django_db
def test_a_row_that_cannot_be_checked_says_why_and_the_others_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "en\tMột\nfr\tMột câu\tUne phrase\n\nen-GB\tVốn 15 tỷ đồng\tVND 15 billion\n"

    found, summary = run(tmp_path, capsys, (HEADING + rows).encode())

    assert [(one["row"], one["check"]) for one in found] == [(2, "row"), (3, "row")]
    assert "2 columns instead of 3" in str(found[0]["sentence"])
    assert "“fr” is none of the languages en, ja, ko." in str(found[1]["sentence"])
    assert summary == "3 rows checked: 2 errors, 0 warnings."


@pytest.mark.django_db
def test_approved_terms_of_the_glossary_are_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Term.objects.create(vi="tỷ lệ lấp đầy", en="occupancy rate", approved=True)
    Term.objects.create(vi="khu công nghiệp", en="industrial park", approved=False)
    row = "en\tTỷ lệ lấp đầy của khu công nghiệp\tThe landfill rate of the industrial zone\n"

    found, _summary = run(tmp_path, capsys, row.encode())

    assert [(one["row"], one["check"], one["severity"]) for one in found] == [(1, "term.missing", "warning")]
    assert "occupancy rate" in str(found[0]["sentence"])


@pytest.mark.django_db
def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "pairs.xlsx"
    table.write_bytes(b"PK\x03\x04\xff\xfe\x80")

    with pytest.raises(CommandError, match="neither UTF-8 nor UTF-16"):
        call_command("check_pairs", str(table))
    with pytest.raises(CommandError, match="cannot be opened"):
        call_command("check_pairs", str(tmp_path / "none.tsv"))


BAD_FILES = {
    "nothing at all": b"",
    "a heading alone": HEADING.encode(),
    "empty lines": b"\n\r\n\n",
}


@pytest.mark.django_db
@pytest.mark.parametrize("data", BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_without_rows_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    with pytest.raises(CommandError, match="holds no rows"):
        run(tmp_path, capsys, data)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("một cột", "1 columns instead of 3"),
        ("en\tMột\tOne\tbốn", "4 columns instead of 3"),
        ("\tMột câu\tA sentence", "“” is none of the languages"),
        ("english\tMột câu\tA sentence", "“english” is none of the languages"),
        ("en\t  \tA sentence", "has no source"),
        (f"en\tMột\t{'a' * 50_001}", "more than 50,000 characters"),
        ("en\tMột câu\t \u00a0\u3000", "There is no translation"),
        ("en\tMột câu\t", "There is no translation"),
        ("en\tMột câu\tA\0 sentence", "U+0000"),
        ("en\tMột câu\tA \u200bsentence", "U+200B"),
        ("ja\t<p>Một câu</p>\t<p>  </p>", "There is no translation"),
        ("en\t<p>Một <b>câu</b></p>\t<p>One <b>sentence</p", "Mend the HTML"),
        ("en\t<p><b>Một</b> <i>câu</i></p>\t<p><b>A <i>long</b> sentence</i></p>", "Mend the HTML"),
    ],
)
def test_a_row_that_nobody_can_publish_is_reported_and_the_file_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, sentence: str
) -> None:
    found, summary = run(tmp_path, capsys, f"{row}\r\nen\tVốn 15 tỷ đồng\tVND 15 billion\r\n".encode())

    assert {one["row"] for one in found} == {1}
    assert sentence in " ".join(str(one["sentence"]) for one in found)
    assert summary.startswith("2 rows checked: ")


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-8"])
def test_a_table_of_any_spreadsheet_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str, ending: str
) -> None:
    rows = [
        "en\tVốn 15 tỷ đồng\tVND 15 billion",
        'en\t"Khu ""mới"" rộng 5 ha"\t"The ""new"" park covers 5 ha"',
    ]

    found, summary = run(tmp_path, capsys, (ending.join(rows) + ending).encode(encoding))

    assert (found, summary) == ([], "2 rows checked: 0 errors, 0 warnings.")


@pytest.mark.django_db
def test_one_text_in_two_rows_has_one_translation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (
        "en\tKhu công nghiệp mới mở cửa\tThe new industrial park has opened\n"
        "en\t<p>Khu công nghiệp <b>mới</b> mở cửa.</p>\t<p>A <b>new</b> industrial zone opened doors.</p>\n"
        "ja\tKhu công nghiệp mới mở cửa\t新しい工業団地が開業\n"
    )

    found, _summary = run(tmp_path, capsys, rows.encode())

    assert [(one["row"], one["check"], one["severity"]) for one in found] == [
        (1, "consistency", "warning"),
        (2, "consistency", "warning"),
    ]
    assert "A new industrial zone opened doors." in str(found[0]["sentence"])


@pytest.mark.django_db
def test_without_a_glossary_the_command_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_table(_self: object) -> object:
        raise OperationalError("no such table: translations_term")

    monkeypatch.setattr(ExpectedTerms, "of", lambda self, *_texts: no_table(self))

    with pytest.raises(CommandError, match=r"Run `manage\.py migrate` first"):
        run(tmp_path, capsys, b"en\tM\tOne\n")


_PIECES = (
    *(
        "en",
        "ja",
        "ko",
        "\t",
        "\n",
        "\r",
        '"',
        "<b>",
        "</b>",
        "<a href='x",
        "<",
        "&amp;",
        "\0",
        "\x85",
        "\ud800",
    ),
    *("\ufeff", "\u2028", "<1>", "</1>", "\\", "%s", "%(fact)s", "{}", "1/0/0", "99h99", "Vốn 15 tỷ", "15億"),
)


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(_PIECES), max_size=30) | st.binary(max_size=60))
def test_any_file_is_checked_or_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pieces: list[str] | bytes
) -> None:
    data = pieces if isinstance(pieces, bytes) else "".join(pieces).encode("utf-8", "surrogatepass")
    try:
        _found, said = run(tmp_path, capsys, data)
    except CommandError as error:
        said = str(error)

    assert re.search(
        r"rows checked: \d+ errors, \d+ warnings\.$|holds no rows\.|neither UTF-8 nor UTF-16\.", said
    )
