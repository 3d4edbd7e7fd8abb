import pytest

from deploy.exceptions import UnknownContentType
from deploy.headers import CONTENT_TYPES, IMMUTABLE, SHORT, cache_control, content_disposition, content_type

TEXT = ["text/", "application/xml", "application/json", "application/rss+xml", "application/manifest+json"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("assets/portal.css", "text/css; charset=utf-8"),
        ("assets/portal.js", "text/javascript; charset=utf-8"),
        ("assets/portal.mjs", "text/javascript; charset=utf-8"),
        ("vi/feed.xml", "application/rss+xml; charset=utf-8"),
        ("ko/invest/feed.xml", "application/rss+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("sitemap-vi.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("media/logo.svg", "image/svg+xml"),
        ("media/PHOTO.JPG", "image/jpeg"),
        ("assets/font.woff2", "font/woff2"),
        ("media/captions.vtt", "text/vtt; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
    ],
)
def test_a_file_is_served_with_the_type_of_its_suffix(key: str, expected: str) -> None:
    assert content_type(key) == expected


@pytest.mark.parametrize("kind", sorted(set(CONTENT_TYPES.values())))
def test_every_kind_of_text_names_its_charset_and_nothing_else_does(kind: str) -> None:
    assert kind.endswith("; charset=utf-8") == any(kind.startswith(text) for text in TEXT)


@pytest.mark.parametrize(
    "key", ["a", "CNAME", "media/run.exe", "db.sqlite3", ".DS_Store", "en/page.php", "html"]
)
def test_a_suffix_that_is_not_on_the_list_is_refused(key: str) -> None:
    with pytest.raises(UnknownContentType, match="Leave the file out of the bake, or add its suffix"):
        content_type(key)


@pytest.mark.parametrize(
    "key",
    [
        "assets/portal.5d41402abc4b.css",
        "assets/fonts/serif-5d41402abc4b2a76.woff2",
        "media/images/5d41402abc4b2a76b9719d911017c592.fill-800x450.webp",
        "media/documents/5d41402abc4b2a76b9719d911017c592ae3f00aa5d41402abc4b2a76b9719d91_quy-hoach.pdf",
    ],
)
def test_a_name_that_changes_with_the_content_is_kept_for_a_year(key: str) -> None:
    assert cache_control(key) == IMMUTABLE


@pytest.mark.parametrize(
    "key",
    [
        "index.html",
        "en/5d41402abc4b.html",
        "assets/portal.css",
        "media/images/den-tran.jpg",
        "media/images/den-tran.2e16d0ba.fill-800x450.jpg",
        "media/images/20251123083000.jpg",
        "media/5d41402abc4b/den-tran.jpg",
        "media/x5d41402abc4b.jpg",
        "sitemap.xml",
    ],
)
def test_every_other_file_is_asked_for_again_after_a_minute(key: str) -> None:
    assert cache_control(key) == SHORT


def test_only_documents_say_whether_they_are_shown_or_saved() -> None:
    shown = {suffix: content_disposition(kind) for suffix, kind in CONTENT_TYPES.items()}

    assert {suffix: how for suffix, how in shown.items() if how} == {
        ".pdf": "inline",
        ".docx": "attachment",
        ".xlsx": "attachment",
    }
