import pytest
from hypothesis import given

from tests.translations.engines.contract import assert_refused, is_sentence
from tests.translations.engines.segment_texts import SEGMENT_TEXTS
from translations.engines import sources
from translations.engines.characters import unwanted
from translations.engines.markup import to_html
from translations.engines.protocol import Language, Refused
from translations.engines.replies import judge

SOURCE = "Đền <1>Trần</1> và <2/> chùa"
REPLY = '<span data-n="1">陳</span>廟と<img data-n="2">寺'


def test_a_sound_reply_is_taken_with_its_placeholders_in_their_new_order() -> None:
    assert judge(SOURCE, REPLY, "ja") == "<1>陳</1>廟と<2/>寺"


@given(SEGMENT_TEXTS)
def test_a_faithful_reply_is_never_refused_and_never_changed(text: str) -> None:
    if sources.has_words(text) and sources.refusal(text) is None:
        assert judge(text, to_html(text), "ko") == text


@pytest.mark.parametrize(
    "reply",
    [
        "陳廟と寺",
        '<span data-n="1">陳</span>廟と寺',
        '陳廟と<img data-n="2">寺',
        f'{REPLY}<img data-n="2">',
        f'{REPLY}<span data-n="1">廟</span>',
        f'{REPLY}<img data-n="3">',
        REPLY.replace('data-n="1"', 'data-n="4"'),
        REPLY.replace('data-n="2"', 'data-n="1"'),
    ],
)
def test_a_lost_or_invented_placeholder_is_refused(reply: str) -> None:
    assert_refused(judged(SOURCE, reply, "ja"), "placeholders", "The translation")


def test_a_placeholder_that_a_combining_stroke_would_swallow_is_refused() -> None:
    reply = '<span data-n="1">\u0338陳</span>廟と<img data-n="2">寺'
    assert_refused(judged(SOURCE, reply, "ja"), "placeholders", "lacks <1>")


def test_crossed_pairs_are_refused() -> None:
    reply = '<span data-n="1">a<span data-n="2">b</span></span>'
    assert judged("<1>a</1><2>b</2>", reply, "en") == "<1>a<2>b</2></1>"
    assert_refused(judged("<1>a</1><2>b</2>", f"{reply}</span>", "en"), "markup", "not open")


@pytest.mark.parametrize(
    "foreign", ["<b>陳</b>", "<!-- -->", "<script>陳</script>", "</p>", "<a href='//x'>陳</a>"]
)
def test_foreign_markup_is_refused_not_stripped(foreign: str) -> None:
    assert_refused(judged(SOURCE, REPLY + foreign, "ja"), "markup", "The reply")


@pytest.mark.parametrize(
    "spoilt",
    [
        "\b",
        "\x00",
        "\x7f",
        "\x85",
        "\r",
        "\ufffd",
        chr(0xD83D),
        "\u2028",
        "&#8;",
        "&#x8;",
        "&#0;",
        "&#13;",
        "&#x1F",
    ],
)
def test_control_and_broken_characters_are_refused(spoilt: str) -> None:
    assert_refused(judged(SOURCE, REPLY + spoilt, "ja"), "garbled", "invisible or broken")


@pytest.mark.parametrize("mark", ["\u202e", "&#x202e;", "&rlm;", "\u2066"])
def test_a_direction_mark_may_stay_but_may_not_come_in(mark: str) -> None:
    assert_refused(judged(SOURCE, REPLY + mark, "ja"), "garbled", "invisible or broken")
    assert judged("\u202eĐền", "\u202e廟", "ja") == "\u202e廟"


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
@pytest.mark.parametrize("reply", ["", "  ", "。", "<br>", "&nbsp;"])
def test_a_reply_without_words_is_refused(language: Language, reply: str) -> None:
    assert_refused(judged("Đền Trần", reply, language), "empty", "no words")


@pytest.mark.parametrize(
    ("language", "reply"),
    [("ja", "쩐 사원"), ("ko", "チャン寺"), ("en", "チャン"), ("en", "陳廟"), ("en", "쩐 사원")],
)
def test_another_languages_script_is_refused(language: Language, reply: str) -> None:
    assert_refused(judged("Đền Trần", reply, language), "script", "script")
    assert judged(f"Đền Trần ({reply})", reply, language) == reply


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ja", "チャン寺・陳廟 FPT 5"),
        ("ko", "쩐 사원・陳廟 FPT 5"),
        ("en", "Đền Trần temple 5"),
        ("ja", "FPT"),
    ],
)
def test_the_languages_own_script_latin_names_and_figures_pass(language: Language, reply: str) -> None:
    assert judged("Đền Trần", reply, language) == reply


def test_the_ends_follow_the_source() -> None:
    assert judged(" Đền Trần\n", "陳廟", "ja") == " 陳廟\n"
    assert judged("Đền Trần", " 陳廟 \n", "ja") == "陳廟"


def test_decomposed_letters_come_out_composed() -> None:
    assert judged("Đền Trần", "Trâ\u0300n", "en") == "Trần"


def test_the_reason_of_a_refusal_never_quotes_the_text() -> None:
    refused = judged(SOURCE, REPLY + "<b>", "ja")
    assert isinstance(refused, Refused)
    assert is_sentence(refused.reason)
    assert "陳" not in refused.reason


def judged(source: str, reply: str, language: Language) -> str | Refused:
    judgement = judge(source, reply, language)
    assert isinstance(judgement, Refused) or unwanted(judgement) == []
    return judgement
