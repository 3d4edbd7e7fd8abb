import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy.exceptions import InvalidKey
from deploy.keys import check_key, check_location


@pytest.mark.parametrize(
    "key",
    [
        "index.html",
        "en/invest/industrial-parks/index.html",
        ".well-known/security.txt",
        "media/..hidden.png",
        "vi/lễ-hội/đền-trần.html",
        "a" * 251 + ".txt",
    ],
)
def test_an_ordinary_path_is_a_key(key: str) -> None:
    check_key(key)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/",
        "/en",
        "en/",
        "en//a.html",
        ".",
        "..",
        "../x",
        "en/../x",
        "en/./x",
        "a\0b",
        ".portal/x",
        ".portal",
    ],
)
def test_a_path_that_leaves_the_site_is_no_place_in_it(key: str) -> None:
    with pytest.raises(InvalidKey):
        check_location(key)
    with pytest.raises(InvalidKey):
        check_key(key)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (unicodedata.normalize("NFD", "vi/lễ.html"), "NFC"),
        ("en\\a.html", "character"),
        ("en/a\nb.html", "character"),
        ("en/a\u202eb.html", "character"),
        ("en/a\u200bb.html", "character"),
        ("en/a\udc80b.html", "character"),
        ("en/" + "đ" * 128, "too long"),
        ("/".join(["a" * 90] * 10), "too long"),
    ],
)
def test_a_path_that_some_target_would_change_is_refused(key: str, reason: str) -> None:
    check_location(key)
    with pytest.raises(InvalidKey, match=reason):
        check_key(key)


@given(st.text(alphabet=st.sampled_from("./\\a\0é\u0301 "), max_size=12))
def test_an_accepted_key_always_stays_below_the_root(key: str) -> None:
    try:
        check_key(key)
    except InvalidKey:
        return
    assert not key.startswith("/")
    assert not {"", ".", ".."} & set(key.split("/"))
    assert unicodedata.normalize("NFC", key) == key
