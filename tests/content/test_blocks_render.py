"""Every block renders soundly in every language, whatever it holds."""

from typing import Any

import pytest
from django.utils import translation
from wagtail.blocks import Block, StreamBlock

from content.blocks import BodyBlock, SourcesBlock
from content.surroundings import rendering_in
from media.models import PortalDocument, PortalImage
from media.multilingual import LANGUAGES
from tests.content.fakes import FakeSurroundings
from tests.content.markup import Markup, problems

BODY = BodyBlock()
BLOCKS: dict[str, Block] = {**BODY.child_blocks, **SourcesBlock().child_blocks}
HOSTILE = "<script>alert('1')</script>"
TABLE = {
    "caption": "Diện tích",
    "columns": [{"type": "text", "heading": "Tên"}, {"type": "text", "heading": "Diện tích"}],
    "rows": [{"values": ["<p>KCN <b>Hòa Xá</b></p>", "<p>285,37 ha</p>"]}],
}
# What every block holds when an editor has filled nothing that may stay empty.
BARE: dict[str, Any] = {
    "heading": {"text": "", "level": "h2"},
    "paragraph": "<p></p>",
    "list": {"style": "ordered", "items": ["<p></p>"]},
    "quote": {"text": "Uống nước nhớ nguồn.", "attribution": ""},
    "callout": {"tone": "note", "title": "", "text": "<p>Đóng cửa.</p>"},
    "table": {"caption": "", "columns": [{"type": "text", "heading": ""}], "rows": [{"values": [""]}]},
    "image": {"image": None, "alt": "", "decorative": False, "caption": "Một cái tháp"},
    "video": {"url": "https://example.org/film", "title": "Phim", "description": ""},
    "document": {"document": None, "title": "Tài liệu"},
    "button": {"text": "Liên hệ", "page": None, "url": ""},
    "link": {"text": "Liên hệ", "page": None, "url": ""},
    "parks": {"heading": "", "parks": [], "columns": []},
    "source": {"label": "", "url": ""},
}
HOSTILE_VALUES: dict[str, Any] = {
    "heading": {"text": HOSTILE, "level": "h3"},
    "paragraph": f"<p onclick='x()'>Chữ{HOSTILE}</p>",
    "list": {"style": HOSTILE, "items": [f"<p>Chữ{HOSTILE}</p>"]},
    "quote": {"text": HOSTILE, "attribution": HOSTILE},
    "callout": {"tone": HOSTILE, "title": HOSTILE, "text": f"<p>Chữ{HOSTILE}</p>"},
    "table": {
        "caption": HOSTILE,
        "columns": [{"type": "text", "heading": HOSTILE}],
        "rows": [{"values": [f"<p>Chữ{HOSTILE}</p>"]}],
    },
    "video": {"url": "https://example.org/film", "title": HOSTILE, "description": HOSTILE},
    "button": {"text": HOSTILE, "page": None, "url": "https://example.org"},
    "link": {"text": HOSTILE, "page": None, "url": "https://example.org"},
    "source": {"label": HOSTILE, "url": "https://example.org"},
}


def image(**fields: Any) -> PortalImage:
    words = {"alt_vi": "Tháp", "alt_ja": "塔"}
    return PortalImage(**{"pk": 7, "collection_id": 1, "width": 1600, "height": 1067, **words, **fields})


def document(**fields: Any) -> PortalDocument:
    return PortalDocument(**{"pk": 3, "collection_id": 1, "title_vi": "Tài liệu", **fields})


def rendered(name: str, value: Any, site: FakeSurroundings | None = None, **context: Any) -> str:
    """Return a block as a page shows it; *value* is as stored, or as Python has it."""
    site = site or FakeSurroundings()
    block = BLOCKS[name]
    with translation.override(site.language), rendering_in(site):
        return str(block.render(block.normalize(value), {"site": site, **context}))


def markup(name: str, value: Any, site: FakeSurroundings | None = None, **context: Any) -> Markup:
    return Markup(rendered(name, value, site, **context))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_renders_its_preview(name: str, language: str) -> None:
    block = BLOCKS[name]
    value = block.to_python(TABLE) if name == "table" else block.get_preview_value()

    assert problems(markup(name, value, FakeSurroundings(language=language))) == []


@pytest.mark.parametrize("name", BLOCKS)
def test_what_an_editor_left_empty_leaves_no_element(name: str) -> None:
    found = markup(name, BLOCKS[name].to_python(BARE[name]))

    assert problems(found) == []


@pytest.mark.parametrize(
    "name", ["image", "document", "heading", "paragraph", "button", "link", "source", "parks"]
)
def test_a_block_that_has_nothing_to_show_shows_nothing(name: str) -> None:
    assert rendered(name, BLOCKS[name].to_python(BARE[name])).strip() == ""


@pytest.mark.parametrize("name", HOSTILE_VALUES)
def test_a_hostile_text_stays_text(name: str) -> None:
    output = rendered(name, BLOCKS[name].to_python(HOSTILE_VALUES[name]))

    assert "<script" not in output
    assert "onclick" not in output
    assert "&lt;script&gt;" in output or "Chữ" in output
    assert problems(Markup(output)) == []


@pytest.mark.parametrize("level", ["h2", "h3"])
def test_a_heading_has_its_level_and_its_anchor(level: str) -> None:
    heading = markup("heading", {"text": "Mục đích", "level": level}, anchor="muc-dich").one(level)

    assert (heading.text, heading.attributes) == ("Mục đích", {"id": "muc-dich"})


def test_a_table_says_what_its_columns_are() -> None:
    table = markup("table", BLOCKS["table"].to_python(TABLE))

    assert table.one("caption").text == "Diện tích"
    assert [(cell.text, cell.attributes) for cell in table.all("th")] == [
        ("Tên", {"scope": "col"}),
        ("Diện tích", {"scope": "col"}),
    ]
    assert [cell.text for cell in table.all("td")] == ["KCN Hòa Xá", "285,37 ha"]


def test_a_wide_table_scrolls_by_keyboard_under_a_name() -> None:
    region = markup("table", BLOCKS["table"].to_python({**TABLE, "caption": ""})).all("div")[0]

    assert region.attributes["tabindex"] == "0"
    assert region.attributes["role"] == "region"
    assert region.attributes["aria-label"].endswith("Tên, Diện tích")


def test_a_table_without_columns_is_no_table() -> None:
    empty = BLOCKS["table"].to_python({"caption": "Diện tích", "columns": [], "rows": []})

    assert rendered("table", empty).strip() == ""


@pytest.mark.parametrize(("style", "tag"), [("bulleted", "ul"), ("ordered", "ol")])
def test_a_list_is_of_its_kind(style: str, tag: str) -> None:
    items = markup("list", BLOCKS["list"].to_python({"style": style, "items": ["<p>Một</p>", "<p>Hai</p>"]}))

    assert [item.text for item in items.one(tag).children] == ["Một", "Hai"]


def test_a_quotation_names_who_said_it() -> None:
    quote = markup("quote", {"text": "Cây có cội,\n\nnước có nguồn.", "attribution": "Tục ngữ"})

    assert quote.one("figure").children[0].tag == "blockquote"
    assert [line.text for line in quote.all("p")] == ["Cây có cội,", "nước có nguồn."]
    assert quote.one("figcaption").text == "Tục ngữ"


def test_an_image_comes_in_several_widths() -> None:
    value = {"image": image(credit="Nguyễn An"), "alt": "", "decorative": False, "caption": "Tháp Phổ Minh."}

    figure = markup("image", value)

    shown = figure.one("img").attributes
    assert shown["src"] == "/media/7.800.webp"
    assert [part.split()[1] for part in shown["srcset"].split(", ")] == ["480w", "800w", "1200w", "1600w"]
    assert (shown["width"], shown["height"], shown["loading"]) == ("800", "533", "lazy")
    assert "Tháp Phổ Minh." in figure.one("figcaption").text
    assert "Nguyễn An" in figure.one("figcaption").text


def test_a_small_image_is_offered_in_its_own_width_alone() -> None:
    value = {"image": image(width=300), "alt": "", "decorative": False, "caption": ""}

    shown = markup("image", value).one("img").attributes

    assert shown["src"] == "/media/7.300.webp"
    assert "srcset" not in shown


@pytest.mark.parametrize(
    ("own", "decorative", "language", "alt"),
    [
        ("", False, "vi", "Tháp"),
        ("", False, "ja", "塔"),
        ("", False, "ko", ""),
        ("Ngọn tháp", False, "vi", "Ngọn tháp"),
        ("Ngọn tháp", True, "vi", ""),
    ],
)
def test_an_image_is_described_by_its_use_or_by_itself(
    own: str, decorative: bool, language: str, alt: str
) -> None:
    value = {"image": image(), "alt": own, "decorative": decorative, "caption": ""}

    shown = markup("image", value, FakeSurroundings(language=language)).one("img")

    assert shown.attributes["alt"] == alt


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("image", {"image": image(), "alt": "Tháp", "decorative": False, "caption": "Tháp"}),
        ("document", {"document": document(), "title": "Tài liệu"}),
    ],
)
def test_a_lost_file_leaves_no_trace(name: str, value: Any) -> None:
    assert rendered(name, value, FakeSurroundings(files_are_lost=True)).strip() == ""


def test_a_document_says_what_a_click_will_fetch() -> None:
    value = {"document": document(file_size=1_234_567, file="documents/tai-lieu.pdf"), "title": ""}

    shown = markup("document", value).one("a")

    assert shown.attributes["href"] == "/media/3.pdf"
    assert shown.text == "Tài liệu PDF, 1,2 MB"


def test_a_film_is_a_link_and_loads_nothing() -> None:
    film = markup(
        "video", {"url": "https://www.films.example/1", "title": "Phim", "description": "Năm phút."}
    )

    assert film.one("a").attributes == {"href": "https://www.films.example/1", "rel": "noopener"}
    assert film.all("p")[-1].text.endswith("films.example")


@pytest.mark.parametrize("name", ["button", "link", "video", "source"])
def test_only_addresses_on_the_web_become_links(name: str) -> None:
    value = {"text": "Chữ", "title": "Chữ", "label": "Chữ", "page": None, "url": "javascript:alert(1)"}
    fields = {key: value[key] for key in BLOCKS[name].child_blocks if key in value}

    assert markup(name, fields).all("a") == []


def test_a_source_without_an_address_keeps_its_words() -> None:
    assert rendered("source", {"label": "Báo cáo năm 2025", "url": ""}).strip() == "Báo cáo năm 2025"


def test_every_block_of_the_body_has_been_thought_of() -> None:
    assert isinstance(BODY, StreamBlock)
    assert BARE.keys() == BLOCKS.keys()
    assert HOSTILE_VALUES.keys() == BLOCKS.keys() - {"image", "document", "parks"}
