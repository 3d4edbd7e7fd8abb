"""Whether Japanese and Korean sentences are in the register that a portal speaks in."""

import re
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.sentences import gettext_noop

_END = r"[」』）)]*[。！!]"
_JAPANESE_PLAIN = re.compile(
    # Verbs and adjectives end so, nouns rarely: “まつり”, “ところ”, “お祝い”.
    r"(?:である|だろう|[っんいしえけせてねべめれられきびみりち]た|[たくぐむぶうつぬる]|だ|[っん]だ"
    r"|ない|[しなたよ]い|多い|高い|近い|深い|古い|長い|広い|大きい|な)" + _END
)
_NOT_PLAIN = ("ました", "でした", "ましょう", "でしょう", "ありがとう", "おめでとう", "ください")
_SHOWN = 8
_NOTED = re.compile(r"(?:[うくぐすつぬぶむる]|ない)。")
_INSTRUCTIONS = frozenset(
    "xem gửi dành nêu kèm không nhận đi giữ viết ghi chọn đặt mang chụp đăng nộp điền liên gọi tải mở nhấn "
    "hãy đừng tránh tìm lập xin chuẩn kiểm trả lưu ký thăm thử mua đeo mặc hỏi báo nhớ tham".split()
)
_KOREAN_PLAIN = re.compile(r"[가-힣]*(?<![니바])다[.!?]")
_KOREAN_CASUAL = re.compile(
    r"[가-힣]*(?:해요|예요|에요|네요|어요|아요|여요|워요|줘요|돼요|되요|와요|려요|져요|켜요|춰요|지요|죠|군요)[.!]"
    r"|[가-힣]+(?:[해봐와라자]|거야|이야)[.!]"
)


def check_register(pair: Pair) -> Iterator[Finding]:
    """Yield a warning for a sentence that ends plainly (である, 한다) or casually (해요)."""
    if pair.language == "en":
        return
    found = _in_japanese(pair) if pair.language == "ja" else _in_korean(pair)
    if found:
        yield Finding(
            "register",
            Severity.WARNING,
            gettext_noop("“%(ending)s” is not the register of the portal. End the sentence in %(wanted)s."),
            {"ending": found, "wanted": "です・ます" if pair.language == "ja" else "합니다"},
        )


def _in_japanese(pair: Pair) -> str:
    text = _outside_quotes(pair.target_words, "「」『』")
    for match in _JAPANESE_PLAIN.finditer(text):
        sentence = text[: match.end()].rstrip("。！？!?」』）)")
        if not sentence.endswith(_NOT_PLAIN) and not _is_noted_down(pair, text, match[0]):
            return text[max(0, match.end() - _SHOWN) : match.end()]
    return ""


def _is_noted_down(pair: Pair, text: str, ending: str) -> bool:
    """Whether it is one sentence in the dictionary form, as items of a list and instructions are written."""
    if not _NOTED.fullmatch(ending) or text.count("。") > 1:
        return False
    return pair.is_list_item or pair.source_words.partition(" ")[0].casefold() in _INSTRUCTIONS


def _in_korean(pair: Pair) -> str:
    text = _outside_quotes(pair.target_words, "“”‘’\"\"''")
    found = _KOREAN_PLAIN.search(text) or _KOREAN_CASUAL.search(text)
    return found[0] if found else ""


def _outside_quotes(text: str, marks: str) -> str:
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        text = re.sub(f"{opening}[^{closing}]*{closing}", "", text)
    return text
