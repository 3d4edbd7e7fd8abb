"""The portal's folder as the demonstration serves it, over real HTTP on loopback."""

import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from cms.demo.serving import HOST, PortTaken, cms_server, portal_server, serving

FILES = {
    "index.html": "cửa vào",
    "404.html": "cửa vào",
    "ja/index.html": "トップ",
    "ja/404.html": "見つかりません",
    "ja/feed.xml": "<rss/>",
    "assets/site.css": "p{}",
    "media/a.webp": "",
    "odd.unknown": "?",
}


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "secret.txt").write_text("secret")
    site = tmp_path / "site"
    for name, text in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    server = portal_server(0, site)
    with serving(server):
        yield server.server_address[1]


def get(port: int, path: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(HOST, port, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/", "cửa vào", "text/html; charset=utf-8"),
        ("/ja/", "トップ", "text/html; charset=utf-8"),
        ("/ja/?from=here", "トップ", "text/html; charset=utf-8"),
        ("/ja/feed.xml", "<rss/>", "application/rss+xml; charset=utf-8"),
        ("/assets/site.css", "p{}", "text/css; charset=utf-8"),
        ("/media/a.webp", "", "image/webp"),
        ("/odd.unknown", "?", "application/octet-stream"),
    ],
)
def test_a_file_comes_with_the_type_of_a_release(port: int, path: str, body: str, kind: str) -> None:
    response, text = get(port, path)

    assert (response.status, text, response.getheader("Content-Type")) == (200, body, kind)
    assert response.getheader("Cache-Control") == "no-cache"


def test_an_address_without_its_slash_leads_on(port: int) -> None:
    response, _text = get(port, "/ja")

    assert (response.status, response.getheader("Location")) == (301, "/ja/")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/ja/nothing/", "見つかりません"),
        ("/ko/nothing/", "cửa vào"),
        ("/nothing", "cửa vào"),
        ("/media/", "cửa vào"),
        ("/../secret.txt", "cửa vào"),
        ("/%2e%2e/secret.txt", "cửa vào"),
    ],
)
def test_what_is_not_there_is_said_in_the_language_of_the_address(port: int, path: str, body: str) -> None:
    response, text = get(port, path)

    assert (response.status, text) == (404, body)
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"


@pytest.mark.parametrize(("path", "status"), [("/ja/", b"200"), ("/ja/nothing/", b"404")])
def test_head_answers_without_a_body(port: int, path: str, status: bytes) -> None:
    with socket.create_connection((HOST, port), timeout=10) as connection:
        connection.sendall(f"HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(4096), b""))

    head, body = answer.split(b"\r\n\r\n", 1)
    assert head.split()[1] == status
    assert body == b""


def test_a_site_without_its_own_404_page_still_answers(tmp_path: Path) -> None:
    server = portal_server(0, tmp_path)
    with serving(server):
        response, _text = get(server.server_address[1], "/ja/")

    assert response.status == 404


def test_a_taken_port_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(PortTaken, match=f"Port {port} of this machine is taken.*Stop that program"):
            portal_server(port, tmp_path)
        with pytest.raises(PortTaken, match=f"Port {port} "):
            cms_server(port)
