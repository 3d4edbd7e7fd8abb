"""A lunar day in words of the reader's language.

Vietnam names the first month Giêng, the last Chạp, and the first ten days with "mùng". Japanese and
Korean readers keep lunar calendars of their own, which in some years differ from the Vietnamese one
by a day or a month, so for them it is named. The years carry the animals of Vietnam: the cat stands
where neighbours have the rabbit, and the buffalo, the goat and the pig where some have others.
"""

from collections.abc import Callable

from content.calendars.lunar import LunarDate

_STEMS_VI = "Giáp Ất Bính Đinh Mậu Kỷ Canh Tân Nhâm Quý".split()
_BRANCHES_VI = "Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi".split()
_STEMS_HAN = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES_HAN = "子丑寅卯辰巳午未申酉戌亥"
_STEMS_KO = "갑을병정무기경신임계"
_BRANCHES_KO = "자축인묘진사오미신유술해"
_ANIMALS_EN = "Rat Buffalo Tiger Cat Dragon Snake Horse Goat Monkey Rooster Dog Pig".split()
_ANIMALS_JA = "ネズミ 水牛 トラ ネコ 竜 ヘビ ウマ ヤギ サル トリ イヌ ブタ".split()
_ANIMALS_KO = "쥐 물소 호랑이 고양이 용 뱀 말 염소 원숭이 닭 개 돼지".split()
_NAMED_MONTHS_VI = {1: "Giêng", 12: "Chạp"}
_LAST_DAY_WITH_MUNG = 10
# The year 4 of our era was the first of a round of sixty (Giáp Tý).
_FIRST_ROUND = 4
_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def lunar_date(day: LunarDate, language: str) -> str:
    """Return *day* without its year, such as ``ngày 15 tháng 8 âm lịch``.

    Raises:
        KeyError: *language* is none of vi, en, ja, ko.
    """
    return _DATES[language](day)


def lunar_span(first: LunarDate, last: LunarDate, language: str) -> str:
    """Return the days from *first* to *last*; one day alone where they are the same.

    Raises:
        KeyError: *language* is none of vi, en, ja, ko.
    """
    if (first.month, first.day, first.is_leap) == (last.month, last.day, last.is_leap):
        return lunar_date(first, language)
    return _SPANS[language](first, last)


def year_name(year: int, language: str) -> str:
    """Return the name of a lunar year in the round of sixty, such as ``năm Bính Ngọ`` for 2026.

    Raises:
        KeyError: *language* is none of vi, en, ja, ko.
    """
    return _YEARS[language](*_place_in_round(year))


def _place_in_round(year: int) -> tuple[int, int]:
    return (year - _FIRST_ROUND) % 10, (year - _FIRST_ROUND) % 12


def _in_month(one: LunarDate, other: LunarDate) -> bool:
    return (one.month, one.is_leap) == (other.month, other.is_leap)


def _day_vi(day: int) -> str:
    return f"mùng {day}" if day <= _LAST_DAY_WITH_MUNG else f"ngày {day}"


def _month_vi(day: LunarDate) -> str:
    name = _NAMED_MONTHS_VI.get(day.month, str(day.month))
    return f"tháng {name}{' nhuận' if day.is_leap else ''}"


def _date_vi(day: LunarDate) -> str:
    return f"{_day_vi(day.day)} {_month_vi(day)} âm lịch"


def _span_vi(first: LunarDate, last: LunarDate) -> str:
    begins = _day_vi(first.day) if _in_month(first, last) else f"{_day_vi(first.day)} {_month_vi(first)}"
    return f"từ {begins} đến {_date_vi(last)}"


def _ordinal(number: int) -> str:
    return f"{number}{'th' if number in _TEENS else _ENDINGS.get(number % 10, 'th')}"


def _month_en(day: LunarDate) -> str:
    return f"the {'leap ' if day.is_leap else ''}{_ordinal(day.month)} lunar month"


def _date_en(day: LunarDate) -> str:
    return f"{_ordinal(day.day)} day of {_month_en(day)}"


def _span_en(first: LunarDate, last: LunarDate) -> str:
    if _in_month(first, last):
        return f"{_ordinal(first.day)} to {_ordinal(last.day)} days of {_month_en(last)}"
    return f"{_date_en(first)} to {_date_en(last)}"


def _day_ja(day: LunarDate) -> str:
    return f"{'閏' if day.is_leap else ''}{day.month}月{day.day}日"


def _date_ja(day: LunarDate) -> str:
    return f"ベトナム旧暦{_day_ja(day)}"


def _span_ja(first: LunarDate, last: LunarDate) -> str:
    return f"{_date_ja(first)}～{f'{last.day}日' if _in_month(first, last) else _day_ja(last)}"


def _day_ko(day: LunarDate) -> str:
    return f"{'윤' if day.is_leap else ''}{day.month}월 {day.day}일"


def _date_ko(day: LunarDate) -> str:
    return f"베트남 음력 {_day_ko(day)}"


def _span_ko(first: LunarDate, last: LunarDate) -> str:
    return f"{_date_ko(first)}~{f'{last.day}일' if _in_month(first, last) else _day_ko(last)}"


def _year_vi(stem: int, branch: int) -> str:
    return f"năm {_STEMS_VI[stem]} {_BRANCHES_VI[branch]}"


def _year_en(stem: int, branch: int) -> str:
    return f"Year of the {_ANIMALS_EN[branch]} ({_STEMS_VI[stem]} {_BRANCHES_VI[branch]})"


def _year_ja(stem: int, branch: int) -> str:
    return f"{_STEMS_HAN[stem]}{_BRANCHES_HAN[branch]}（{_ANIMALS_JA[branch]}年）"


def _year_ko(stem: int, branch: int) -> str:
    return f"{_STEMS_KO[stem]}{_BRANCHES_KO[branch]}년({_ANIMALS_KO[branch]}의 해)"


_DATES: dict[str, Callable[[LunarDate], str]] = {
    "vi": _date_vi,
    "en": _date_en,
    "ja": _date_ja,
    "ko": _date_ko,
}
_SPANS: dict[str, Callable[[LunarDate, LunarDate], str]] = {
    "vi": _span_vi,
    "en": _span_en,
    "ja": _span_ja,
    "ko": _span_ko,
}
_YEARS: dict[str, Callable[[int, int], str]] = {
    "vi": _year_vi,
    "en": _year_en,
    "ja": _year_ja,
    "ko": _year_ko,
}
