"""What the demonstration ships is sound before anything is built from it."""

import re
from dataclasses import replace
from io import BytesIO

import pytest

from cms.demo import articles
from cms.demo.contents import FOLDER, Contents
from cms.demo.covers import COVERS
from translations.exchange import glossary_tsv, tmx
from translations.exchange.term_rows import TermRow
from translations.segments.placeholders import problems
from translations.segments.segment import normalise

CONTENTS = Contents.read()
MEMORY = list(tmx.read(BytesIO((FOLDER / "memory.tmx").read_bytes())))
TONE_MARKED = re.compile(
    "[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíòóõùúýĩũ]", re.IGNORECASE
)
LEGAL_NUMBER = re.compile(r"\d+/QĐ-[A-ZĐ]+", re.IGNORECASE)


def test_every_section_and_article_has_its_place_and_its_picture() -> None:
    assert len(CONTENTS.articles) == len(CONTENTS.article_covers) == 12
    assert {CONTENTS.section_of(article) for article in CONTENTS.articles} == {
        section.key for section in CONTENTS.sections
    } - {"Đầu tư"}
    named = {section.cover for section in CONTENTS.sections} | set(CONTENTS.article_covers.values())
    assert named | {"home"} == set(CONTENTS.covers) == set(COVERS)


def test_a_section_stands_below_the_one_its_key_begins_with() -> None:
    above = {section.key: CONTENTS.parent_of(section) for section in CONTENTS.sections}

    assert above["Đầu tư - Khu công nghiệp"] == "Đầu tư"
    assert above["Văn hóa - Di sản"] == ""
    assert above["Đầu tư"] == ""


def test_an_article_of_an_unknown_section_is_named() -> None:
    lost = replace(CONTENTS.articles[0], section="Thể thao - Bóng đá")

    with pytest.raises(LookupError, match=f"{lost.slug}.*Thể thao"):
        CONTENTS.section_of(lost)


def test_every_agency_of_an_article_is_there() -> None:
    assert {article.agency for article in CONTENTS.articles} <= {agency.name for agency in CONTENTS.agencies}


def test_the_shipped_memory_is_written_as_the_project_writes_it() -> None:
    entries = [entry for entry in MEMORY if isinstance(entry, tmx.Entry)]

    assert entries == MEMORY
    assert "".join(tmx.written(entries)) == (FOLDER / "memory.tmx").read_text(encoding="utf-8")


def test_every_shipped_translation_keeps_the_markup_and_is_marked_as_sample() -> None:
    for entry in MEMORY:
        assert isinstance(entry, tmx.Entry)
        assert entry.sample
        assert [language for language, _text in entry.targets] == ["en", "ja", "ko"]
        for _language, text in entry.targets:
            assert problems(entry.source, text) == []
            assert text == normalise(text).strip()


def test_no_shipped_translation_into_japanese_or_korean_holds_vietnamese() -> None:
    left = [
        text
        for entry in MEMORY
        if isinstance(entry, tmx.Entry)
        for language, text in entry.targets
        if language != "en" and TONE_MARKED.search(LEGAL_NUMBER.sub("", text))
    ]

    assert left == []


def test_the_shipped_glossaries_hold_their_doubts() -> None:
    with (FOLDER / "glossary.tsv").open("rb") as file:
        rows = [row for row in glossary_tsv.read(file) if isinstance(row, TermRow)]

    assert len(rows) == 100
    assert sum(row.doubtful for row in rows) == 37
    assert not any(row.text("note").startswith("?") for row in rows)


def test_a_file_without_front_matter_is_named() -> None:
    with pytest.raises(ValueError, match=r"site\.toml has no front matter"):
        articles.read(FOLDER / "site.toml")


def test_markdown_that_no_block_holds_is_named() -> None:
    odd = replace(CONTENTS.articles[0], body="```\ncode\n```")

    with pytest.raises(ValueError, match=f"{odd.slug}.*fence"):
        odd.blocks(lambda address: None)


def test_markdown_becomes_blocks_with_the_same_ids_every_time() -> None:
    body = """## Tựa

Một *hai* **ba** [bốn](/vi/co/) [năm](/vi/khong/) & <6>.

1. bảy

> "Tám."

> Lưu ý: chín mười.

| a | b |
| --- | --- |
| c | **d** |
"""
    sample = replace(CONTENTS.articles[0], body=body)

    blocks = sample.blocks({"/vi/co/": 4}.get)

    assert blocks == sample.blocks({"/vi/co/": 4}.get)
    assert len({block["id"] for block in blocks}) == 6
    heading, paragraph, numbered, quote, callout, table = (block["value"] for block in blocks)
    assert heading == {"text": "Tựa", "level": "h2"}
    assert (
        paragraph == '<p>Một <i>hai</i> <b>ba</b> <a linktype="page" id="4">bốn</a> năm &amp; &lt;6&gt;.</p>'
    )
    assert (numbered["style"], numbered["items"][0]["value"]) == ("ordered", "<p>bảy</p>")
    assert quote == {"text": "Tám.", "attribution": ""}
    assert (callout["title"], callout["text"]) == ("Lưu ý", "<p>Chín mười.</p>")
    assert [column["heading"] for column in table["columns"]] == ["a", "b"]
    assert table["rows"] == [{"values": ["<p>c</p>", "<p><b>d</b></p>"]}]
