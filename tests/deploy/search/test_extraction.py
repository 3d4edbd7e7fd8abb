"""What is searched is what a reader sees."""

import pytest

from deploy.search.exceptions import UnreadablePage
from deploy.search.extraction import PageText, page_text, published
from tests.deploy.search.baked import html
from tests.deploy.search.baked import published as published_on


def text_of(main: str, head: str = "") -> PageText:
    text = page_text(html(main, head=head).encode(), "vi/trang/index.html")
    assert text is not None
    return text


def test_only_the_main_part_is_searched() -> None:
    body = text_of("<h1>Đền Trần</h1><p>Nơi thờ</p>").body

    assert body.split() == ["Đền", "Trần", "Nơi", "thờ"]


def test_title_and_headings_are_known_apart() -> None:
    text = text_of("<h1>Đền Trần</h1><h2>Lịch sử</h2><p>Xưa</p><h3>Lễ hội</h3>")

    assert (text.title.strip(), text.headings.split("\n")) == ("Đền Trần", ["Lịch sử", "Lễ hội"])


def test_a_page_without_heading_has_the_title_of_its_window() -> None:
    assert text_of("<p>Không có tiêu đề</p>").title == "Trang – Cổng"


def test_a_word_half_in_bold_stays_one_word() -> None:
    assert "手続きを行う前に" in text_of("<p>手続きを<b>行う</b>前に</p>").body


def test_how_the_source_is_wrapped_does_not_matter() -> None:
    assert text_of("<p>Nam\n      Định</p>").body.strip() == "Nam Định"


@pytest.mark.parametrize(
    "main", ["<table><tr><td>Nam</td><td>Định</td></tr></table>", "<p>Nam</p><p>Định</p>", "Nam<br>Định"]
)
def test_two_cells_paragraphs_or_lines_do_not_become_one(main: str) -> None:
    assert [line.strip() for line in text_of(main).body.split("\n") if line.strip()] == ["Nam", "Định"]


def test_entities_are_read() -> None:
    assert "Q&A <b>" in text_of("<p>Q&amp;A &lt;b&gt;</p>").body


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>bí mật</script>",
        "<style>bí mật</style>",
        "<template>bí mật</template>",
        "<noscript>bí mật</noscript>",
        "<nav>bí mật</nav>",
        "<form><label>bí mật</label></form>",
        "<p hidden>bí mật</p>",
        "<svg><title>bí mật</title></svg>",
        "<!-- bí mật -->",
    ],
)
def test_what_is_not_read_is_not_searched(unseen: str) -> None:
    assert "mật" not in text_of(f"<h1>Trang</h1>{unseen}<p>Chữ</p>").body


@pytest.mark.parametrize(
    "page",
    [
        html("<h1>Không tìm thấy trang</h1>", head='<meta name="robots" content="noindex">'),
        html("<h1>Đã chuyển</h1>", head='<meta http-equiv="refresh" content="0; url=/vi/moi/">'),
        "<html><head><title>Đã chuyển</title></head><body><main><h1>Đã chuyển</h1></main></body></html>",
        "",
    ],
)
def test_what_is_no_page_is_left_out(page: str) -> None:
    assert page_text(page.encode(), "vi/trang/index.html") is None


def test_the_day_of_publication_is_read() -> None:
    assert published(html("", head=published_on("2026-03-04")).encode()) == "2026-03-04"
    assert published(html("").encode()) == ""


def test_bytes_that_are_no_text_are_named() -> None:
    with pytest.raises(UnreadablePage, match=r"vi/trang/index\.html is not a page in UTF-8\. Bake"):
        page_text(html("<h1>Đền</h1>").encode("utf-16"), "vi/trang/index.html")
