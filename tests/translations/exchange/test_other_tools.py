"""Memories as Trados, memoQ, OmegaT, Weblate and Okapi write them, with our own words in them."""

import codecs
from io import BytesIO
from pathlib import Path

import pytest

from translations.models import MemoryEntry
from translations.operations.exchange import ImportReport, import_memory

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).with_name("samples")

Rows = list[tuple[str, str, str]]


def imported(name: str) -> tuple[ImportReport, Rows]:
    with (SAMPLES / name).open("rb") as file:
        report = import_memory(file=file, sample=False)
    return report, list(MemoryEntry.objects.order_by("pk").values_list("language", "source", "target"))


def test_trados() -> None:
    report, rows = imported("trados.tmx")

    assert rows == [
        (
            "en",
            "Khu bến tàu mới <1>đã mở cửa</1> từ tháng 7.",
            "The new wharf <1>has been open</1> since July.",
        ),
        ("en", "<1/>Giờ làm việc<2/>", "<1/>Opening hours<2/>"),
    ]
    assert report.refused == [(20, "English: The translation lacks <1/>.")]


def test_memoq_in_utf_16() -> None:
    assert (SAMPLES / "memoq.tmx").read_bytes().startswith(codecs.BOM_UTF16_LE)

    report, rows = imported("memoq.tmx")

    assert rows == [
        (
            "ja",
            "Người bán <1>cây giống</1> đến từ sáng sớm.<2/>",
            "<1>苗木</1>の売り手は早朝から来る。<2/>",
        )
    ]
    assert report.refused == [
        (19, "Japanese: The Vietnamese has no words."),
        (23, "Japanese: The translation has no words."),
    ]
    assert MemoryEntry.objects.get().context_key == ""


def test_omegat() -> None:
    report, rows = imported("omegat.tmx")

    assert rows == [
        (
            "ko",
            "Mang theo <1>áo ấm</1> và <2>bản đồ</2>.",
            "<2>지도</2>와 <1>따뜻한 옷</1>을 가져오세요.",
        ),
        ("ko", "Đường dài khoảng bốn cây số.", "길이는 약 4킬로미터입니다."),
    ]
    assert report.refused == []


def test_weblate() -> None:
    report, rows = imported("weblate.tmx")

    assert rows == [
        ("en", "Đăng ký nhận tin", "Subscribe to news"),
        ("en", "Đã gửi %(so)s thư & tệp", "%(so)s letters & files sent"),
    ]
    assert report.refused == [(16, "English: The translation is not in this language.")]


def test_okapi() -> None:
    report, rows = imported("okapi.tmx")

    source = "Nhóm <1>của chúng tôi</1><2/>trả lời trong một ngày."
    assert rows == [
        ("en", source, "Our <1>team</1><2/>answers within a day."),
        ("en", source, "The <1>team</1><2/>replies within a day."),
        ("ja", "<1/>Phần tiếp theo ở trang sau", "<1/>続きは次のページ"),
    ]
    assert report.refused == [(14, "It translates from 'en'; this memory is from Vietnamese.")]


def test_a_file_of_the_first_version() -> None:
    report, rows = imported("tmx11.tmx")

    assert rows == [("en", "Trạm xe ở cạnh bưu điện.", "The bus stop is next to the post office.")]
    assert report.refused == []


@pytest.mark.parametrize("name", ["trados.tmx", "memoq.tmx", "omegat.tmx", "weblate.tmx", "okapi.tmx"])
def test_importing_again_changes_nothing(name: str) -> None:
    first, rows = imported(name)
    again, rows_again = imported(name)

    assert (again.added, again.kept, again.refused) == (0, first.added, first.refused)
    assert rows_again == rows


@pytest.mark.parametrize(
    ("mark", "encoding", "declared"),
    [
        (codecs.BOM_UTF8, "utf-8", "UTF-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
        # The declaration speaks of the text before it was written to the file.
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-8"),
        (b"", "utf-8", "utf-16"),
        (b"", "cp1258", "windows-1258"),
    ],
)
def test_every_encoding_gives_the_same(mark: bytes, encoding: str, declared: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{declared}"?><tmx version="1.4"><header srclang="vi"/><body>'
        '<tu><tuv xml:lang="vi"><seg>Xin chào</seg></tuv><tuv xml:lang="en"><seg>Hello</seg></tuv></tu>'
        "</body></tmx>"
    )
    written = text.replace("à", "a\u0300") if encoding == "cp1258" else text

    report = import_memory(file=BytesIO(mark + written.encode(encoding)), sample=False)

    assert report.added == 1
    assert MemoryEntry.objects.get().source == "Xin chào"
