"""A page in Chromium: what it weighs, whether anything moves or sticks out, and what axe-core says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, sync_playwright

from scripts.audit.tools import CHROMIUM, CHROMIUM_FLAGS

MOST_BYTES = 60_000
MOST_SCRIPT_BYTES = 15_000

_WIDE, _PHONE, _SMALL = 1280, 390, 320
_HEIGHT = 900
_UNWEIGHED = frozenset({"image", "media"})
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

_IN_PAGE = (Path(__file__).parent / "in_page.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Weight:
    """What the first view of a page loads, compressed as it travels, without images and films; in bytes."""

    total: int
    script: int
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """What was seen on a page; *faults* and *overflow* are sentences, *errors* are those of the console."""

    weight: Weight
    shift: float
    faults: tuple[str, ...]
    overflow: tuple[str, ...]
    errors: tuple[str, ...]


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium, and stop it in the end."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        yield running
        running.close()


def visit(running: Browser, url: str, axe: str) -> Visit:
    """Look at *url*: on a telephone for the first time, then wide and narrow, by day and by night.

    Args:
        axe: the source of axe-core.
    """
    with _context(running, "light", _PHONE) as context:
        weight, shift, errors = _first_view(context.new_page(), url)
    faults: list[str] = []
    overflow: list[str] = []
    for scheme in _SCHEMES:
        with _context(running, scheme, _WIDE) as context:
            page = context.new_page()
            page.goto(url, wait_until="networkidle")
            page.evaluate(axe)
            faults += [f"{said} ({scheme}, {_WIDE} px)" for said in page.evaluate("audit.violations()")]
            for width in (_PHONE, _SMALL):
                page.set_viewport_size(_viewport(width))
                overflow += _sticking_out(page, width)
                page.evaluate("audit.openAll()")
                overflow += _sticking_out(page, width)
                faults += [f"{said} ({scheme}, {width} px)" for said in page.evaluate("audit.violations()")]
    return Visit(weight, shift, tuple(faults), tuple(dict.fromkeys(overflow)), tuple(errors))


def _sticking_out(page: Page, width: int) -> list[str]:
    return [f"{name} is wider than a screen of {width} px" for name in page.evaluate("audit.tooWide()")]


@contextmanager
def _context(running: Browser, scheme: Literal["light", "dark"], width: int) -> Iterator[BrowserContext]:
    context = running.new_context(color_scheme=scheme, viewport=_viewport(width))
    context.add_init_script(_IN_PAGE)
    yield context
    context.close()


def _viewport(width: int) -> ViewportSize:
    return {"width": width, "height": _HEIGHT}


def _first_view(page: Page, url: str) -> tuple[Weight, float, list[str]]:
    requests: list[Request] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright marks a handler
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url, wait_until="networkidle")
    loaded = list(requests)
    page.evaluate("audit.scrollThrough()")
    page.wait_for_load_state("networkidle")
    shift = float(page.evaluate("audit.shift"))
    return _weigh(loaded, requests, urlsplit(url).netloc), round(shift, 4), errors


def _weigh(loaded: list[Request], all_of_them: list[Request], host: str) -> Weight:
    sizes: dict[str, int] = {}
    for request in loaded:
        if request.resource_type not in _UNWEIGHED and _host(request):
            sizes[request.resource_type] = sizes.get(request.resource_type, 0) + _body(request)
    elsewhere = {request.url for request in all_of_them if _host(request) not in {host, ""}}
    return Weight(sum(sizes.values()), sizes.get("script", 0), tuple(sorted(elsewhere)))


def _host(request: Request) -> str:
    return urlsplit(request.url).netloc


def _body(request: Request) -> int:
    measured: Any = request.sizes()
    return int(measured["responseBodySize"])
