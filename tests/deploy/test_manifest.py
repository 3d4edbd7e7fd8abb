import hashlib
import json
import os
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy.exceptions import CorruptManifest, InvalidEntry, InvalidKey, UnknownContentType, UnsafeFolder
from deploy.manifest import FileEntry, Manifest, Origin, build

EMPTY_HASH = hashlib.sha256(b"").hexdigest()
ENTRY = FileEntry("en/index.html", EMPTY_HASH, 0, "text/html; charset=utf-8", "no-store", 7, "en")

names = st.text(alphabet="abđễ日한-. ", min_size=1, max_size=8).map(lambda text: text.strip(" .") + "x")
keys = st.lists(names, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".html")
entries = st.builds(
    FileEntry,
    key=keys,
    sha256=st.binary(max_size=4).map(lambda data: hashlib.sha256(data).hexdigest()),
    size=st.integers(0, 2**53),
    content_type=st.sampled_from(["text/html; charset=utf-8", "image/png"]),
    cache_control=st.sampled_from(["no-store", "public, max-age=60"]),
    page=st.none() | st.integers(1, 2**40),
    language=st.none() | st.sampled_from(["vi", "en", "ja", "ko", "zh-Hant"]),
)
manifests = st.lists(entries, max_size=8, unique_by=lambda entry: entry.key).map(Manifest)


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for key, data in files.items():
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def stored(**changes: Any) -> bytes:
    """Return a stored manifest of one file in which *changes* were made."""
    document = json.loads(Manifest([ENTRY]).to_json())
    document["files"]["en/index.html"] |= changes
    return json.dumps(document).encode()


@given(manifests)
def test_a_stored_manifest_reads_back_equal(manifest: Manifest) -> None:
    again = Manifest.from_json(manifest.to_json())

    assert again == manifest
    assert again.sha256 == manifest.sha256
    assert list(again) == sorted(manifest)


@given(st.lists(entries, max_size=8, unique_by=lambda entry: entry.key), st.randoms())
def test_the_order_in_which_files_are_found_does_not_matter(found: list[FileEntry], random: Any) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)

    assert Manifest(shuffled).to_json() == Manifest(found).to_json()
    assert list(Manifest(shuffled)) == sorted(entry.key for entry in found)


def test_the_stored_form_is_sorted_and_plain() -> None:
    page = replace(ENTRY, key="vi/lễ.html", page=None, language=None)

    assert Manifest([page, ENTRY]).to_json().decode() == (
        '{"files":{"en/index.html":{"cache_control":"no-store","content_type":"text/html; charset=utf-8",'
        f'"language":"en","page":7,"sha256":"{EMPTY_HASH}","size":0}},'
        '"vi/lễ.html":{"cache_control":"no-store","content_type":"text/html; charset=utf-8",'
        f'"sha256":"{EMPTY_HASH}","size":0}}}},"format":1}}\n'
    )


def test_the_hash_is_that_of_the_stored_form() -> None:
    manifest = Manifest([ENTRY])

    assert manifest.sha256 == hashlib.sha256(manifest.to_json()).hexdigest()
    assert manifest.sha256 != Manifest([replace(ENTRY, size=1)]).sha256


def test_one_key_twice_is_refused() -> None:
    with pytest.raises(InvalidKey, match="is in the manifest twice"):
        Manifest([ENTRY, replace(ENTRY, size=1)])


def test_a_file_cannot_also_be_a_folder() -> None:
    with pytest.raises(InvalidKey, match=r"'en/index\.html' is a file, so"):
        Manifest([ENTRY, replace(ENTRY, key="en/index.html/a/b.html")])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b"1",
        b'{"files":{}}',
        b'{"format":1}',
        b'{"format":2,"files":{}}',
        b'{"format":true,"files":{}}',
        b'{"format":"1","files":{}}',
        b'{"format":1,"files":[]}',
        b'{"format":1,"files":{},"more":1}',
        b'{"format":1,"files":{},"files":{}}',
        b'{"format":1,"files":{"a.html":null}}',
        b'{"format":1,"files":{"a.html":{}}}',
        b'{"format":NaN,"files":{}}',
        b"[" * 100_000,
        b'{"format":1,"files":' + b"9" * 5_000 + b"}",
        Manifest([ENTRY]).to_json()[:-20],
        Manifest([ENTRY]).to_json() * 2,
    ],
)
def test_bytes_that_are_no_manifest_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(CorruptManifest, match=r"^The stored .*\.$"):
        Manifest.from_json(data)


@pytest.mark.parametrize(
    "changes",
    [
        {"sha256": "0" * 63},
        {"sha256": EMPTY_HASH.upper()},
        {"sha256": EMPTY_HASH + "\n"},
        {"sha256": None},
        {"size": -1},
        {"size": 1.0},
        {"size": True},
        {"size": "1"},
        {"content_type": ""},
        {"content_type": "text/html\r\nSet-Cookie: a=b"},
        {"cache_control": "no-store\n"},
        {"page": 0},
        {"page": "7"},
        {"language": "../en"},
        {"language": 1},
        {"unknown": 1},
    ],
)
def test_a_field_that_cannot_be_right_is_refused_and_its_file_named(changes: dict[str, Any]) -> None:
    with pytest.raises(CorruptManifest, match=r"cannot be trusted.*en/index\.html"):
        Manifest.from_json(stored(**changes))


@pytest.mark.parametrize(
    "key",
    ["../x.html", "/etc/passwd", "en//a.html", ".", unicodedata.normalize("NFD", "lễ.html"), "\ud800.html"],
)
def test_a_stored_key_that_leaves_the_site_or_has_another_form_is_refused(key: str) -> None:
    data = json.dumps({"format": 1, "files": {key: json.loads(stored())["files"]["en/index.html"]}})

    with pytest.raises(CorruptManifest, match="cannot be trusted"):
        Manifest.from_json(data.encode())


@given(manifests, st.integers(0, 2_000), st.integers(0, 255))
def test_a_damaged_byte_is_either_refused_or_changes_the_hash(manifest: Manifest, at: int, byte: int) -> None:
    data = bytearray(manifest.to_json())
    position = at % len(data)
    if data[position] == byte:
        return
    data[position] = byte
    try:
        read = Manifest.from_json(bytes(data))
    except CorruptManifest:
        return
    # White space at the end is no damage to what the document says.
    assert (read.sha256 != manifest.sha256) == (bytes(data).strip() != manifest.to_json().strip())


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_corrupt_manifest(data: bytes) -> None:
    with pytest.raises(CorruptManifest):
        Manifest.from_json(data)


def test_a_baked_folder_is_described_file_by_file(tmp_path: Path) -> None:
    write(
        tmp_path, {"index.html": b"root", "en/index.html": b"", "assets/a.5d41402abc4b.css": b"x" * 3_000_000}
    )

    manifest = build(tmp_path, origins={"en/index.html": Origin(page=7, language="en")})

    assert list(manifest) == ["assets/a.5d41402abc4b.css", "en/index.html", "index.html"]
    assert manifest["en/index.html"] == FileEntry(
        "en/index.html",
        EMPTY_HASH,
        0,
        "text/html; charset=utf-8",
        "public, max-age=60, stale-while-revalidate=600",
        7,
        "en",
    )
    style = manifest["assets/a.5d41402abc4b.css"]
    assert style.size == 3_000_000
    assert style.sha256 == hashlib.sha256(b"x" * 3_000_000).hexdigest()
    assert style.cache_control == "public, max-age=31536000, immutable"
    assert (style.page, style.language) == (None, None)


def test_the_same_files_give_the_same_manifest(tmp_path: Path) -> None:
    files = {"b.html": b"b", "a/index.html": b"a", "a.html": b"c"}
    first = write(tmp_path / "first", files)
    second = write(tmp_path / "second", dict(reversed(files.items())))

    assert build(first).to_json() == build(second).to_json()


def test_a_link_in_the_baked_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "site", {"en/index.html": b""})
    (tmp_path / "secret.html").write_bytes(b"secret")
    (tmp_path / "site/en/link.html").symlink_to(tmp_path / "secret.html")

    with pytest.raises(UnsafeFolder, match=r"'en/link\.html' in the baked folder is not a plain file"):
        build(tmp_path / "site")


def test_a_linked_folder_in_the_baked_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "outside", {"index.html": b""})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/en").symlink_to(tmp_path / "outside")

    with pytest.raises(UnsafeFolder, match="'en' in the baked folder"):
        build(tmp_path / "site")


def test_a_pipe_in_the_baked_folder_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")

    with pytest.raises(UnsafeFolder, match=r"'pipe\.html'"):
        build(tmp_path)


def test_a_file_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"en/.DS_Store": b""})

    with pytest.raises(UnknownContentType, match=r"en/\.DS_Store"):
        build(tmp_path)


@pytest.mark.parametrize(
    "name", [unicodedata.normalize("NFD", "lễ.html").encode(), b"\xff.html", b"a\nb.html"]
)
def test_a_name_that_cannot_be_an_address_is_refused(tmp_path: Path, name: bytes) -> None:
    (tmp_path / os.fsdecode(name)).write_bytes(b"")

    with pytest.raises(InvalidKey, match="Rename the file"):
        build(tmp_path)


def test_a_folder_that_was_never_baked_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnsafeFolder, match="Bake the site first"):
        build(tmp_path / "absent")


def test_an_empty_folder_has_an_empty_manifest(tmp_path: Path) -> None:
    assert build(tmp_path) == Manifest(())


def test_an_entry_is_checked_when_it_is_made() -> None:
    with pytest.raises(InvalidEntry, match="size"):
        replace(ENTRY, size=-1)
    with pytest.raises(InvalidKey):
        replace(ENTRY, key="../index.html")
