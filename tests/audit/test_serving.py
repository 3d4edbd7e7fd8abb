"""The site is served to the audit as a content network serves it to readers."""

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from pytest_django import Settings

from cms.demo.serving import HOST, portal_server, serving
from deploy.headers import IMMUTABLE, SHORT
from scripts.audit.exceptions import AuditError
from scripts.audit.serving import POLICY, NetworkHandler, served

PAGE = "<p>Trang chủ</p>" * 50
FILES = {"vi/index.html": PAGE, "assets/site.0123456789abcdef.css": "p{}", "media/a.webp": "webp"}


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    server = portal_server(0, tmp_path, NetworkHandler)
    with serving(server):
        yield server.server_address[1]


def get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(HOST, port, timeout=10)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_text_travels_compressed_to_whoever_takes_it(port: int) -> None:
    response, body = get(port, "/vi/", **{"Accept-Encoding": "gzip, br"})
    plain, as_it_is = get(port, "/vi/")

    assert response.getheader("Content-Encoding") == "gzip"
    assert (gzip.decompress(body), int(response.getheader("Content-Length", "0"))) == (
        PAGE.encode(),
        len(body),
    )
    assert (plain.getheader("Content-Encoding"), as_it_is) == (None, PAGE.encode())


def test_a_picture_is_not_compressed_twice(port: int) -> None:
    response, body = get(port, "/media/a.webp", **{"Accept-Encoding": "gzip"})

    assert (response.getheader("Content-Encoding"), body) == (None, b"webp")


@pytest.mark.parametrize(
    ("path", "kept"), [("/vi/", SHORT), ("/assets/site.0123456789abcdef.css", IMMUTABLE)]
)
def test_files_are_kept_as_long_as_those_of_a_release(path: str, kept: str, port: int) -> None:
    response, _body = get(port, path, **{"Accept-Encoding": "gzip"})

    assert response.headers.get_all("Cache-Control") == [kept]
    policies = response.headers.get_all("Content-Security-Policy") or []
    assert POLICY in {one.strip() for policy in policies for one in policy.split(",")}


def test_a_file_that_is_not_there_is_not_found(port: int) -> None:
    assert get(port, "/vi/nowhere/")[0].status == 404
    assert get(port, "/../../etc/passwd")[0].status == 404


@pytest.mark.parametrize("address", ["https://portal.example", "http://127.0.0.1"])
def test_pages_that_name_another_machine_are_not_audited(
    address: str, tmp_path: Path, settings: Settings
) -> None:
    settings.PORTAL_BASE_URL = address

    with pytest.raises(AuditError, match="Leave PORTAL_BASE_URL unset"), served(tmp_path):
        pass
