"""Names of files: theirs and ours."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.names import LONGEST_ORIGINAL_NAME, ascii_slug, clean_name, stored_name, suffix_of

STORED = re.compile(r"[0-9a-f]{16}(-[a-z0-9]+)*\.jpg")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đền Trần – chùa Phổ Minh", "den-tran-chua-pho-minh"),
        (unicodedata.normalize("NFD", "Lễ hội Khai Ấn đền Trần"), "le-hoi-khai-an-den-tran"),
        ("ƯỚC MƠ ươm mầm", "uoc-mo-uom-mam"),
        ("陳朝の寺", ""),
        ("Straße_łódź", "strasse-lodz"),
        ("a" * 50, "a" * 40),
        ("a" * 39 + " b", "a" * 39),
    ],
)
def test_vietnamese_is_folded_to_ascii(title: str, slug: str) -> None:
    assert ascii_slug(title) == slug


@pytest.mark.parametrize(
    ("claimed", "kept"),
    [
        (unicodedata.normalize("NFD", "Đền Trần.jpg"), "Đền Trần.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Lan\\ảnh.png", "ảnh.png"),
        ("chùa\r\nSet-Cookie: a=b.jpg", "chùa Set-Cookie: a=b.jpg"),
        ("ảnh\u202egpj.exe", "ảnhgpj.exe"),
        ("bad\x00.jpg", "bad.jpg"),
        ("\ud800.jpg", "jpg"),
        ("  .htaccess ", "htaccess"),
        ("", "file"),
        ("...", "file"),
        ("folder/", "file"),
    ],
)
def test_a_senders_name_keeps_its_letters_and_loses_its_tricks(claimed: str, kept: str) -> None:
    assert clean_name(claimed) == kept


def test_a_long_name_keeps_its_suffix() -> None:
    kept = clean_name("ộ" * 400 + ".jpeg")

    assert len(kept) == LONGEST_ORIGINAL_NAME
    assert suffix_of(kept) == ".jpeg"


def test_the_stored_name_follows_content_and_real_suffix() -> None:
    assert stored_name(b"test", "Đền Trần.JPEG", ".jpg") == "9f86d081884c7d65-den-tran.jpg"
    assert stored_name(b"test", "陳朝.png", ".jpg") == "9f86d081884c7d65.jpg"
    assert stored_name(b"other", "Đền Trần.JPEG", ".jpg") != stored_name(b"test", "Đền Trần.JPEG", ".jpg")


@settings(max_examples=3000)
@given(st.text(max_size=300))
def test_any_name_becomes_a_safe_one(claimed: str) -> None:
    kept = clean_name(claimed)

    assert 1 <= len(kept) <= LONGEST_ORIGINAL_NAME
    assert kept == unicodedata.normalize("NFC", kept)
    assert not any(unicodedata.category(c).startswith("C") or c in "/\\" for c in kept)
    assert STORED.fullmatch(stored_name(claimed.encode("utf-8", "replace"), kept, ".jpg"))


@settings(max_examples=3000)
@given(st.text(max_size=300))
def test_a_clean_name_stays_as_it_is(claimed: str) -> None:
    assert clean_name(clean_name(claimed)) == clean_name(claimed)
