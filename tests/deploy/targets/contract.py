"""What every publishing target promises. A target's tests inherit this class."""

import hashlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from deploy.exceptions import InvalidKey, PublishError
from deploy.headers import cache_control, content_type
from deploy.manifest import FileEntry
from deploy.targets import StoredObject, Target

Publish = Callable[[Target, str, bytes], FileEntry]

VIETNAMESE = "vi/lễ-hội/đền-trần-khai-ấn.html"
ESCAPING = [
    "../out.html",
    "en/../../out.html",
    "/etc/out.html",
    "en//out.html",
    "",
    ".",
    ".portal/manifest.json",
]


class Neighbour(Protocol):
    """A file that lies just outside the target, where a careless prefix would reach it."""

    def write(self, data: bytes) -> None: ...

    def read(self) -> bytes | None: ...


def described(key: str, data: bytes) -> FileEntry:
    digest = hashlib.sha256(data).hexdigest()
    return FileEntry(key, digest, len(data), content_type(key), cache_control(key))


def listed(target: Target) -> dict[str, int]:
    return {found.key: found.size for found in target.keys()}  # noqa: SIM118 - a target is no mapping


class TargetContract:
    many = 1_003
    """More than any one request lists or deletes."""

    @pytest.fixture
    def target(self) -> Target:
        raise NotImplementedError

    @pytest.fixture
    def second(self) -> Target:
        """The same place, opened again by another process."""
        raise NotImplementedError

    @pytest.fixture
    def neighbour(self) -> Neighbour:
        raise NotImplementedError

    @pytest.mark.parametrize(
        "data", [b"", b"<!doctype html>", bytes(range(256)) * 9_000], ids=["empty", "short", "2 MB"]
    )
    def test_what_was_put_is_read_back(self, target: Target, publish: Publish, data: bytes) -> None:
        publish(target, "en/index.html", data)

        assert target.read("en/index.html") == data

    def test_a_file_that_was_never_put_reads_as_none(self, target: Target, publish: Publish) -> None:
        publish(target, "en/index.html", b"home")

        assert target.read("en/absent.html") is None
        assert target.read("en") is None
        assert target.read("en/index.html/below.html") is None

    def test_a_new_target_is_empty(self, target: Target) -> None:
        assert listed(target) == {}

    def test_every_file_is_listed_with_its_size(self, target: Target, publish: Publish) -> None:
        publish(target, "index.html", b"12345")
        publish(target, "en/invest/index.html", b"123")

        assert sorted(target.keys(), key=lambda found: found.key) == [
            StoredObject("en/invest/index.html", 3),
            StoredObject("index.html", 5),
        ]

    def test_vietnamese_names_keep_their_nfc_form(self, target: Target, publish: Publish) -> None:
        publish(target, VIETNAMESE, "Lễ hội".encode())

        assert target.read(VIETNAMESE) == "Lễ hội".encode()
        assert list(listed(target)) == [VIETNAMESE]
        target.delete([VIETNAMESE])
        assert listed(target) == {}

    def test_a_name_with_url_characters_is_kept_to_the_letter(self, target: Target, publish: Publish) -> None:
        key = "media/a b+c%20d&e=f?g#h~'(1).jpg"
        publish(target, key, b"jpeg")

        assert target.read(key) == b"jpeg"
        assert list(listed(target)) == [key]
        target.delete([key])
        assert listed(target) == {}

    def test_a_reader_never_sees_half_of_an_overwritten_file(
        self, target: Target, second: Target, publish: Publish
    ) -> None:
        versions = [bytes([letter]) * 3_000_000 for letter in b"ab"]
        publish(target, "en/index.html", versions[0])
        seen: list[bytes | None] = []
        finished = threading.Event()

        def watch() -> None:
            while not finished.is_set():
                seen.append(second.read("en/index.html"))

        with ThreadPoolExecutor(1) as reader:
            watching = reader.submit(watch)
            for round_ in range(12):
                publish(target, "en/index.html", versions[(round_ + 1) % 2])
            finished.set()
            watching.result()

        assert seen
        assert all(data in versions for data in seen)

    def test_a_source_that_is_not_the_file_of_the_manifest_is_refused(
        self, target: Target, publish: Publish, tmp_path: Path
    ) -> None:
        entry = publish(target, "en/index.html", b"good")
        (tmp_path / "other").write_bytes(b"evil")

        with pytest.raises(PublishError, match="not the one in the manifest") as raised:
            target.put(entry, tmp_path / "other")

        assert raised.value.failures.keys() == {"en/index.html"}
        assert target.read("en/index.html") == b"good"
        assert listed(target) == {"en/index.html": 4}

    def test_a_source_cut_short_is_refused(self, target: Target, tmp_path: Path) -> None:
        entry = described("en/index.html", b"whole")
        (tmp_path / "short").write_bytes(b"who")

        with pytest.raises(PublishError, match="not the one in the manifest"):
            target.put(entry, tmp_path / "short")

        assert target.read("en/index.html") is None

    def test_a_source_that_is_missing_is_named(self, target: Target, tmp_path: Path) -> None:
        with pytest.raises(PublishError, match=r"en/index\.html: The baked file cannot be read"):
            target.put(described("en/index.html", b""), tmp_path / "absent")

    def test_deleted_files_are_gone_and_all_others_stay(self, target: Target, publish: Publish) -> None:
        for key in ("en/a/index.html", "en/a/b/index.html", "en/index.html"):
            publish(target, key, b"page")

        target.delete(["en/a/index.html"])

        assert listed(target) == {"en/a/b/index.html": 4, "en/index.html": 4}

    def test_deleting_twice_is_quiet(self, target: Target, publish: Publish) -> None:
        publish(target, "en/a/index.html", b"page")

        target.delete(["en/a", "en/a/index.html", "en/absent.html", "en/a/index.html/below.html"])
        target.delete(["en/a/index.html"])
        target.delete([])

        assert listed(target) == {}

    def test_more_files_than_one_request_holds_are_listed_and_deleted(
        self, target: Target, tmp_path: Path
    ) -> None:
        (tmp_path / "source").write_bytes(b"page")
        keys = [f"en/{number:04}/index.html" for number in range(self.many)]
        with ThreadPoolExecutor(4) as pool:
            for _ in pool.map(lambda key: target.put(described(key, b"page"), tmp_path / "source"), keys):
                pass

        assert sorted(listed(target)) == keys
        target.delete(keys[:-1])
        assert list(listed(target)) == keys[-1:]

    def test_neighbours_of_the_target_are_neither_seen_nor_touched(
        self, target: Target, neighbour: Neighbour, publish: Publish
    ) -> None:
        neighbour.write(b"theirs")
        publish(target, "index.html", b"ours")

        assert listed(target) == {"index.html": 4}
        target.delete([*listed(target), "2/index.html"])
        assert neighbour.read() == b"theirs"

    @pytest.mark.parametrize("key", ESCAPING)
    def test_a_key_that_leaves_the_site_is_refused(self, target: Target, key: str) -> None:
        with pytest.raises(InvalidKey):
            target.read(key)
        with pytest.raises(InvalidKey):
            target.delete([key])

    def test_one_escaping_key_stops_the_whole_deletion(self, target: Target, publish: Publish) -> None:
        publish(target, "en/index.html", b"page")

        with pytest.raises(InvalidKey):
            target.delete(["en/index.html", "../out.html"])

        assert listed(target) == {"en/index.html": 4}

    def test_private_documents_are_kept_and_replaced(self, target: Target, second: Target) -> None:
        assert target.read_state("manifest.json") is None
        target.write_state("manifest.json", b"{}")
        target.write_state("releases/one.json", b"1")
        target.write_state("manifest.json", b'{"files":{}}')

        assert second.read_state("manifest.json") == b'{"files":{}}'
        assert second.read_state("releases/one.json") == b"1"

    def test_private_documents_are_no_part_of_the_site(self, target: Target, publish: Publish) -> None:
        publish(target, "manifest.json", b"public")
        target.write_state("manifest.json", b"private")

        assert listed(target) == {"manifest.json": 6}
        assert target.read("manifest.json") == b"public"
        target.delete(["manifest.json"])
        assert target.read_state("manifest.json") == b"private"

    @pytest.mark.parametrize("name", ["../manifest.json", "/manifest.json", ""])
    def test_a_private_name_that_leaves_its_place_is_refused(self, target: Target, name: str) -> None:
        with pytest.raises(InvalidKey):
            target.write_state(name, b"{}")
        with pytest.raises(InvalidKey):
            target.read_state(name)

    def test_what_one_process_put_another_one_sees(
        self, target: Target, second: Target, publish: Publish
    ) -> None:
        publish(target, "en/index.html", b"page")

        assert second.read("en/index.html") == b"page"
        assert listed(second) == {"en/index.html": 4}
        assert second.describe() == target.describe()

    def test_a_changed_header_alone_can_be_put(
        self, target: Target, publish: Publish, tmp_path: Path
    ) -> None:
        entry = publish(target, "en/index.html", b"page")

        target.put(replace(entry, cache_control="no-store"), tmp_path / "source")

        assert target.read("en/index.html") == b"page"
