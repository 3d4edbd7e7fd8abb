import tracemalloc
from collections.abc import Callable
from io import BytesIO

import pytest

from tests.translations.exchange import hostile
from translations.exchange import bounded_xml
from translations.exchange.bounded_xml import Garbled, Opened, Record, TooLarge

MEGABYTE = 1_000_000


def read(file: str) -> list[Opened | Record | TooLarge]:
    return list(bounded_xml.read(BytesIO(file.encode()), {"r"}))


def peak(action: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_records_come_whole_and_what_is_around_them_by_its_beginning() -> None:
    root, around, record = read('<t a="1">\n<h>gone</h>\n<r xml:lang="vi">a<b c="2">d</b>e</r></t>')

    assert root == Opened("t", {"a": "1"}, 1)
    assert around == Opened("h", {}, 2)
    assert isinstance(record, Record)
    assert record.line == 3
    assert record.element.attrib == {"xml:lang": "vi"}
    assert [(child.tag, child.text, child.tail) for child in record.element.iter()] == [
        ("r", "a", None),
        ("b", "d", "e"),
    ]


def test_a_record_within_a_record_is_part_of_it() -> None:
    (_root, record) = read("<t><r><r>a</r></r></t>")

    assert isinstance(record, Record)
    assert record.element.findtext("r") == "a"


def test_namespaces_are_left_out() -> None:
    (_root, record) = read('<t xmlns="urn:x" xmlns:p="urn:y"><p:r p:a="1" lang="vi"/></t>')

    assert isinstance(record, Record)
    assert (record.element.tag, record.element.attrib) == ("r", {"a": "1", "lang": "vi"})


def test_a_doctype_line_is_passed_over_and_nothing_is_opened() -> None:
    assert read('<!DOCTYPE t SYSTEM "http://127.0.0.1:9/t.dtd"><t/>') == [Opened("t", {}, 1)]
    assert read('<!DOCTYPE t PUBLIC "-//x" "file:///etc/t.dtd"><t/>') == [Opened("t", {}, 1)]


def test_an_entity_of_an_unread_dtd_is_seen_in_its_record_only() -> None:
    (_root, record) = read('<!DOCTYPE t SYSTEM "t.dtd"><t>&nbsp;<r>a&nbsp;b</r></t>')

    assert isinstance(record, Record)
    assert [child.tag for child in record.element] == ["&nbsp;"]


@pytest.mark.parametrize("attack", hostile.REFUSED, ids=lambda attack: attack.__name__)
def test_an_attack_is_refused_before_it_costs_anything(attack: hostile.Attack) -> None:
    file = attack("t", "r")

    def fail() -> None:
        with pytest.raises(Garbled, match=r"\.$"):
            list(bounded_xml.read(file, {"r"}))

    assert peak(fail) < 2 * MEGABYTE


@pytest.mark.parametrize("attack", hostile.ENDLESS, ids=lambda attack: attack.__name__)
def test_of_a_tag_without_end_little_is_read(attack: Callable[[str, str], hostile.Endless]) -> None:
    file = attack("t", "r")

    with pytest.raises(Garbled, match="no end in sight"):
        list(bounded_xml.read(file, {"r"}))

    assert file.given < 2 * MEGABYTE


@pytest.mark.parametrize("content", ["x" * 50, "<b/>", "<b c='1'/>", "<b>" + "x" * 20 + "</b>"])
def test_a_record_without_bounds_is_left_out_and_the_next_one_is_read(content: str) -> None:
    many = f"<t>\n<r>{content * 100_000}</r>\n<r>a</r></t>".encode()
    found: list[Opened | Record | TooLarge] = []

    size = peak(lambda: found.extend(bounded_xml.read(BytesIO(many), {"r"})))

    _root, large, record = found
    assert large == TooLarge(2)
    assert isinstance(record, Record)
    assert record.element.text == "a"
    assert size < 30 * MEGABYTE


def test_elements_may_stand_deep_in_one_another_but_not_without_end() -> None:
    levels = bounded_xml.DEEPEST

    assert len(read("<a>" * levels + "</a>" * levels)) == levels
    with pytest.raises(Garbled, match="more than 100 elements"):
        read("<a>" * (levels + 1) + "</a>" * (levels + 1))


@pytest.mark.parametrize("file", [b"", b"text", b"<t>", b"<t></u>", b"<t>\xff</t>", b"\xff\xfe<"])
def test_what_is_no_xml_is_refused(file: bytes) -> None:
    with pytest.raises(Garbled, match="damaged"):
        list(bounded_xml.read(BytesIO(file), {"r"}))


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Garbled, match=r"damaged|encoding"):
        read('<?xml version="1.0" encoding="latin-9000"?><t/>')
