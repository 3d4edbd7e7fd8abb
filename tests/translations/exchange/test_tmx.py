import tracemalloc
from collections.abc import Iterable, Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translations.exchange.documents import tmx, unit
from tests.translations.exchange.strategies import SEGMENTS
from translations.exchange.bounded_xml import Garbled
from translations.exchange.tmx import Entry, Unreadable, read, written

TARGETS = st.lists(st.tuples(st.sampled_from(["en", "ja", "ko"]), SEGMENTS), min_size=1, max_size=4).map(
    tuple
)
ENTRIES = st.builds(
    Entry,
    source=SEGMENTS.filter(lambda text: text.strip()),
    targets=TARGETS,
    context_key=st.sampled_from(["", "articlepage.body", "a<b&c"]),
    origin=st.sampled_from(["", "person", "import"]),
    sample=st.booleans(),
    only_for=st.sampled_from(["", "content.articlepage:5"]),
)


def through_a_file(entries: Iterable[Entry]) -> list[Entry | Unreadable]:
    return list(read(BytesIO("".join(written(entries)).encode())))


@given(st.lists(ENTRIES, max_size=4))
def test_a_memory_comes_back_exactly_from_its_file(entries: list[Entry]) -> None:
    assert through_a_file(entries) == entries


def test_texts_with_placeholders_come_back_exactly() -> None:
    entry = Entry(
        "Khu <1>14 vị vua</1> &<2/>", (("en", "<1>14 kings</1> <2/> <\\3>"),), "page.body", "person", True
    )

    assert through_a_file([entry]) == [entry]


def test_the_file_is_the_same_every_time() -> None:
    entries = [Entry("một", (("en", "one"), ("ja", "一")))]

    assert list(written(entries)) == list(written(entries))


def test_a_unit_knows_the_line_it_begins_on() -> None:
    first, second = read(tmx(unit("một", en="one"), "", unit("hai", en="two")))

    assert (first.line, second.line) == (6, 8)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_of_other_tools_are_read(encoding: str) -> None:
    text = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="*all*"><note>x</note></header><body>
<tu tuid="7"><prop type="x-other">y</prop><note>n</note>
  <tuv lang="EN-us"><seg>ward</seg></tuv>
  <tuv xml:lang="vi-VN"><seg>phường</seg></tuv>
  <tuv xml:lang="fr"><seg>quartier</seg></tuv>
  <tuv xml:lang="ja_JP"><prop type="z">1</prop><seg>街区</seg></tuv>
</tu></body></tmx>"""

    assert list(read(BytesIO(text.encode(encoding)))) == [Entry("phường", (("en", "ward"), ("ja", "街区")))]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (unit("<b>một</b>", en="one"), "<b>"),
        (unit("một", en="&unknown;"), "<&unknown;>"),
        (unit("một", ' srclang="ko"', en="one"), "'ko'"),
        ('<tu><tuv xml:lang="en"><seg>one</seg></tuv></tu>', "no Vietnamese"),
        (unit(" ", en="one"), "no Vietnamese"),
        (unit("một", fr="un"), "no English, Japanese or Korean"),
    ],
)
def test_a_unit_that_gives_nothing_costs_only_itself(broken: str, says: str) -> None:
    good, bad = sorted(
        read(tmx(broken, unit("hai", en="two"), prologue='<!DOCTYPE tmx SYSTEM "tmx14.dtd">')),
        key=lambda found: isinstance(found, Unreadable),
    )

    assert isinstance(good, Entry)
    assert isinstance(bad, Unreadable)
    assert bad.line == 6
    assert says in bad.reason


@pytest.mark.parametrize(
    ("file", "line", "says"),
    [
        (BytesIO(b""), 1, "damaged"),
        (BytesIO(b"not xml at all"), 1, "damaged"),
        (BytesIO(b"<html>\n</html>"), 1, "<html>"),
        (BytesIO(tmx(unit("một", en="one")).getvalue()[:-20]), 6, "damaged"),
        (tmx("<tu>", "<tuv></tu>"), 7, "damaged"),
        (tmx(unit("một", en="one"), header='<header srclang="en-US"/>'), 4, "'en-US'"),
        (BytesIO(b"<tu/>"), 1, "begins with <tu>"),
        (tmx(unit("&a;", en="one"), prologue='<!DOCTYPE tmx [<!ENTITY a "aaa">]>'), 2, "entities"),
        (
            tmx(unit("&a;", en="one"), prologue='<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///x">]>'),
            2,
            "entities",
        ),
        (BytesIO(b'<?xml version="1.0" encoding="latin-9000"?><tmx/>'), 1, "damaged|encoding"),
        (BytesIO(b"<?xml version='1.0'?>\n<tmx>\n<tu>\xff\xfe</tu></tmx>"), 3, "damaged"),
    ],
)
def test_a_garbled_file_is_named_with_its_line(file: BytesIO, line: int, says: str) -> None:
    with pytest.raises(Garbled, match=says) as caught:
        list(read(file))

    assert caught.value.line == line


class Endless(BytesIO):
    """A TMX file that is written while it is read."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._lines = self._written(count)

    @staticmethod
    def _written(count: int) -> Iterator[bytes]:
        yield b'<tmx version="1.4"><header srclang="vi"/><body>\n'
        for number in range(count):
            yield (unit(f"câu số {number} " * 20, en=f"sentence {number} " * 20) + "\n").encode()
        yield b"</body></tmx>\n"

    def read(self, size: int | None = -1, /) -> bytes:
        return next(self._lines, b"")


def test_reading_a_long_file_holds_one_unit_at_a_time() -> None:
    tracemalloc.start()
    try:
        count = sum(1 for _ in read(Endless(4_000)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert count == 4_000
    assert peak < 2_000_000
