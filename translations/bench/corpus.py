"""Generated sources: sentences of an office, put together from the stretches of sample texts. Pure."""

import re
from collections.abc import Iterator, Sequence
from random import Random

_STRETCH = re.compile(r"[^.,;:!?()“”\"–]+")
_NUMBER = re.compile(r"\d+")
_FAMILIES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lương Mai".split()
)
_MIDDLES = (
    "Văn Thị Hữu Đức Minh Quang Thanh Ngọc Xuân Hồng Thu Bích Công Đình Gia Khánh Kim Mạnh Quốc".split()
)
_GIVENS = (
    "An Anh Bình Chi Cường Dũng Dung Duy Đạt Giang Hà Hải Hạnh Hiền Hiếu Hoa Hòa Hùng Huy Hương Khanh Khoa"
    " Lan Lâm Linh Loan Long Mạnh Nam Nga Nghĩa Nhung Phong Phúc Phương Quân Quyên Sơn Tài Tâm Thảo Thắng"
    " Thủy Tiến Toàn Trang Trung Tuấn Tùng Uyên Vân Việt Vinh Yến"
).split()
_PLACES = (
    "Bạch Bảo Cẩm Châu Đại Đông Hải Hồng Kim Lạc Long Mỹ Ninh Phú Phúc Sơn Tân Thạch Thanh Trực Vạn Xuân Yên"
).split()
_DECISIONS = ("QĐ-UBND", "KH-UBND", "NQ-HĐND", "CT-TTg", "TB-SXD", "CV-STC")


class Writer:
    """Writes distinct sources; the same texts and seed give the same ones.

    A source is one to five stretches of the sample texts with their numbers changed, and often
    a person, a place, a document, a date or a sum, as notices have them.
    """

    def __init__(self, texts: Sequence[str], random: Random) -> None:
        """Take plain Vietnamese *texts*.

        Raises:
            ValueError: none of them has three words in a row.
        """
        stretches = (found.split() for text in texts for found in _STRETCH.findall(text))
        self._stretches = [words for words in stretches if len(words) >= _SHORTEST]
        if not self._stretches:
            raise ValueError("The sample texts hold no stretch of three words.")
        self._random = random

    def sources(self, count: int) -> Iterator[str]:
        """Yield *count* sources, no two the same."""
        seen: set[str] = set()
        while len(seen) < count:
            source = self._source()
            if source not in seen:
                seen.add(source)
                yield source

    def edited(self, source: str, changes: int) -> str:
        """Return *source* with as many words replaced, dropped or added."""
        words = source.split()
        for place in sorted(self._random.sample(range(len(words)), min(changes, len(words))), reverse=True):
            other = self._random.choice(self._random.choice(self._stretches))
            words[place : place + 1] = self._random.choice([[other], [other], [], [words[place], other]])
        return " ".join(words)

    def _source(self) -> str:
        parts = [self._stretch() for _ in range(self._random.choices((1, 2, 3, 5), (2, 5, 4, 1))[0])]
        if len(parts) == 1 or self._random.random() < _SHARE_WITH_DETAIL:
            parts.insert(self._random.randrange(len(parts) + 1), self._detail())
        text = ", ".join(parts)
        return f"{text[0].upper()}{text[1:]}."

    def _stretch(self) -> str:
        words = self._random.choice(self._stretches)
        length = min(len(words), self._random.randint(_SHORTEST, _LONGEST))
        start = self._random.randrange(len(words) - length + 1)
        return _NUMBER.sub(self._another_number, " ".join(words[start : start + length]))

    def _another_number(self, found: re.Match[str]) -> str:
        size = 10 ** len(found[0])
        return str(self._random.randrange(size // 10, size))

    def _detail(self) -> str:
        pick, number = self._random.choice, self._random.randint
        match number(1, 5):
            case 1:
                return f"ông {pick(_FAMILIES)} {pick(_MIDDLES)} {pick(_GIVENS)}"
            case 2:
                return f"xã {pick(_PLACES)} {pick(_PLACES)}"
            case 3:
                return f"Quyết định số {number(1, 4000)}/{pick(_DECISIONS)}"
            case 4:
                return f"ngày {number(1, 28)}/{number(1, 12)}/{number(2005, 2026)}"
            case _:
                return f"với tổng số vốn {number(1, 999)},{number(1, 9)} tỷ đồng"


_SHORTEST, _LONGEST = 3, 12
_SHARE_WITH_DETAIL = 0.6
