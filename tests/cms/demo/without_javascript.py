"""A reader whose browser runs no scripts, at the pages of a folder."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Locator, Page, sync_playwright

from cms.demo.serving import HOST, portal_server, serving
from scripts.audit.tools import CHROMIUM, CHROMIUM_FLAGS

_PATIENCE = 20_000
"""Milliseconds; generous, because both cores are busy with other tests."""
_PHONE = 390

_UNSEEN = """() => [...document.querySelectorAll("main :is(h2, h3, p, li, td, th, dt, dd, label)")]
  .filter((one) => one.textContent.trim() && !one.closest("[hidden], details:not([open]) > :not(summary)"))
  .filter((one) => one.getClientRects().length === 0)
  .map((one) => one.textContent.trim().slice(0, 40))"""
"""Texts that take up no room, save what a reader may unfold and what only a program puts to use."""

_T = TypeVar("_T")


def read(folder: Path, look: Callable[[Page], _T], paths: list[str]) -> list[_T]:
    """Return what *look* says of each of the *paths*, opened on a telephone without JavaScript."""
    # In a thread of its own: the event loop that Playwright keeps would make Django refuse its database.
    server = portal_server(0, folder)
    with serving(server), ThreadPoolExecutor(1) as elsewhere:
        origin = f"http://{HOST}:{server.server_address[1]}"
        return elsewhere.submit(_read, origin, look, paths).result()


def _read(origin: str, look: Callable[[Page], _T], paths: list[str]) -> list[_T]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        context = browser.new_context(java_script_enabled=False, viewport={"width": _PHONE, "height": 800})
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        found = []
        for path in paths:
            page.goto(origin + path)
            found.append(look(page))
        browser.close()
    return found


def whats_amiss(page: Page) -> list[str]:
    """Say in sentences what a reader cannot do: see the text, use the menu, change the language."""
    address = page.url
    said = [f"{address}: {text!r} is not seen." for text in _lost(page)]
    if not page.locator("h1").is_visible():
        said.append(f"{address}: its heading is not seen.")
    menu = page.locator("header details").first
    if menu.count():
        menu.locator("summary").click()
        entries = menu.get_by_role("link").all()
        said += [f"{address}: the menu does not show an entry." for one in entries if not one.is_visible()]
        said += _leads_on(page, menu.locator("a:not([aria-current])").first)
        page.goto(address)
    other = page.locator("a[hreflang]:not([aria-current])")
    # A sheet for printing leads back to its page only.
    return said + (_leads_on(page, other.first) if other.count() else [])


def _lost(page: Page) -> set[str]:
    """Return the texts that are seen only where scripts run; some a narrow screen leaves out for all."""
    assert page.context.browser is not None
    with_scripts = page.context.browser.new_page(viewport=page.viewport_size)
    with_scripts.goto(page.url)
    everywhere = set(with_scripts.evaluate(_UNSEEN))
    with_scripts.close()
    return set(page.evaluate(_UNSEEN)) - everywhere


def _leads_on(page: Page, link: Locator) -> list[str]:
    left, name = page.url, link.inner_text()
    link.click()
    page.wait_for_url(lambda url: url != left)
    return [] if page.locator("h1").is_visible() else [f"{left}: {name!r} leads to nothing."]
