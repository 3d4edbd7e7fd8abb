"""Whether Japanese and Korean sentences are in the register that a portal speaks in."""

import re
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair

_JAPANESE_PLAIN = re.compile(
    r"(?:である|であった|だった|(?<![うくま])だ|(?<!ま)した|する|なった|なる|いる|いた|ある|あった|れる|れた|える|ない|きる)。"
)
_KOREAN_PLAIN = re.compile(
    r"(?<!니)(?:[았었했였]다|한다|된다|있다|없다|이다|는다|난다|진다|온다|간다|하다|같다)[.!]"
)
_KOREAN_CASUAL = re.compile(r"(?:해요|예요|이에요|네요|어요|아요)[.!?]")


def check_register(pair: Pair) -> Iterator[Finding]:
    """Yield a warning for a sentence that ends plainly (である, 한다) or casually (해요)."""
    if pair.language == "ja":
        found = _JAPANESE_PLAIN.search(_outside_quotes(pair.target_words, "「」『』"))
        wanted = "です・ます"
    elif pair.language == "ko":
        words = _outside_quotes(pair.target_words, "“”‘’")
        found = _KOREAN_PLAIN.search(words) or _KOREAN_CASUAL.search(words)
        wanted = "합니다"
    else:
        return
    if found:
        yield Finding(
            "register",
            Severity.WARNING,
            "“%(ending)s” is not the register of the portal. End the sentence in %(wanted)s.",
            {"ending": found[0], "wanted": wanted},
        )


def _outside_quotes(text: str, marks: str) -> str:
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        text = re.sub(f"{opening}[^{closing}]*{closing}", "", text)
    return text
