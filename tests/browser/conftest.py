"""A real browser, and a watch on its console."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

_CHROMIUM = "/usr/bin/chromium"
_PATIENCE = 20_000
"""Milliseconds; generous, because both cores are busy with other tests."""
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_FLAGS))
        yield running
        running.close()
        # Beside Playwright's loop Django kept connections of its own, which nobody else can close.
        connections.close_all()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def console() -> list[str]:
    """What the browser complained about; a test ends with it empty."""
    return []


@pytest.fixture
def context(browser: Browser, console: list[str]) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    opened.set_default_timeout(_PATIENCE)
    opened.on("console", lambda message: _note(message, console))
    opened.on("weberror", lambda error: console.append(str(error.error)))
    yield opened
    if os.environ.get("SCREENSHOTS"):
        for number, page in enumerate(opened.pages):
            page.screenshot(path=Path(os.environ["SCREENSHOTS"]) / f"last-{number}.png")
    opened.close()


def _note(message: ConsoleMessage, console: list[str]) -> None:
    if message.type == "error":
        console.append(f"{message.text} ({message.location.get('url')})")


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    return context.new_page()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The folder the portal is published to, and the address it is served at."""
    folder = tmp_path / "site"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
