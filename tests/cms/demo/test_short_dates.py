"""The scan for ambiguous dates tells dates from everything else that is written in figures."""

import pytest

from tests.cms.demo.short_dates import Seen, short_dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("sau ngày 1/7/2025.", "1/7/2025"),
        ("(4/3/26)", "4/3/26"),
        ("ký 4.2.2025, có hiệu lực", "4.2.2025"),
        ("on 01-07-2025", "01-07-2025"),
        ("12–31–25", "12-31-25"),
        ("2025/7/1に", "2025/7/1"),
        ("２０２５／７／１", "2025/7/1"),
        ("2025년 계획은 2025.7.1부터", "2025.7.1"),
        ("2025. 7. 1.", "2025. 7. 1"),
        ("as of 2026-06-30", "2026-06-30"),
        ("hạn: ngày 1/1", "ngày 1/1"),
        ("từ 1/3 đến 30/9", "từ 1/3 đến 30/9"),
    ],
)
def test_a_day_in_figures_is_found(text: str, date: str) -> None:
    assert short_dates(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 1 tháng 7 năm 2025",
        "1 July 2025",
        "2025年7月1日、2025년 7월 1일",
        "Quyết định số 88/QĐ-TTg, Luật số 143/2025/QH15, Nghị định 12/2024/NĐ-CP",
        "tháng 5/2025, giai đoạn 2021-2022, 2021–2025",
        "1/3 diện tích, 24/7, từ 1/3 diện tích",
        "1.668,57 km² · 13.950 ha · 1,668.57 · 12.5.1",
        "+84 228 3 12 25, 0228.3.12.25, 12/5/6A",
        "https://portal.example/2025/7/1 · a@1.2.2025.example",
        "10–12–2",
    ],
)
def test_what_has_one_reading_is_left_alone(text: str) -> None:
    assert short_dates(text) == []


def test_what_is_seen_or_read_out_is_looked_at_and_what_programs_read_is_not() -> None:
    page = (
        '<title>A</title><meta name="description" content="B">'
        '<meta property="article:published_time" content="no"><img alt="C" src="no"><script>no</script>'
        '<p>D <time datetime="no">E</time></p><style>no</style><p>F</p>'
    )

    assert [piece.strip() for piece in Seen(page).pieces] == ["A", "B", "C", "D", "E", "F"]
