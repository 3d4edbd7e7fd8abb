"""The scan for other hosts finds every way in which a page can make a browser fetch something."""

from pathlib import Path

import pytest

from tests.cms.demo.loaded import elsewhere

ORIGIN = "https://portal.example"


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://a.example/x.js"></script>',
        '<img src="//a.example/x.png" alt="">',
        '<img src="/x.png" srcset="/x.png 1x, https://a.example/x.png 2x" alt="">',
        '<link rel="stylesheet" href="https://a.example/x.css">',
        '<link rel="shortcut icon" href="https://a.example/x.ico">',
        '<link rel="preconnect" href="https://a.example">',
        '<video poster="https://a.example/x.jpg"></video>',
        '<iframe src="https://a.example/"></iframe>',
        '<svg><use href="https://a.example/x.svg#a"></use></svg>',
        "<p style=\"background: url('https://a.example/x.png')\">x</p>",
        "<style>@import 'https://a.example/x.css';</style>",
        f'<img src="{ORIGIN}.elsewhere.example/x.png" alt="">',
    ],
)
def test_whatever_is_fetched_from_another_host_is_found(markup: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(markup)

    assert len(elsewhere(tmp_path / "page.html", ORIGIN)) == 1


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://a.example/">a source</a>',
        f'<link rel="canonical" href="https://a.example/"><link rel="icon" href="{ORIGIN}/x.svg">',
        '<img src="data:image/gif;base64,R0lGOD" alt=""><img src="x.png" alt="">',
        '<svg><use href="#here"></use></svg>',
    ],
)
def test_links_and_what_is_of_the_site_are_left_alone(markup: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(markup)

    assert elsewhere(tmp_path / "page.html", ORIGIN) == []


def test_style_sheets_are_read(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text(
        '@import "//a.example/x.css"; p { background: url(/x.png), url(https://b.example/y) }'
    )

    assert elsewhere(tmp_path / "site.css", ORIGIN) == ["//a.example/x.css", "https://b.example/y"]
