"""Baked pages of made-up text in four scripts, as many as wanted; the same number is always the same page.

As a program it fills a folder, for measuring: ``python -m tests.deploy.search.generated FOLDER 10000``.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

LANGUAGES = ("vi", "en", "ja", "ko")
_VOCABULARY = 6_000
_PARAGRAPHS = 12
_WORDS = {"vi": 60, "en": 55, "ja": 60, "ko": 45}
"""Words a paragraph; together about 5 kB of Vietnamese, and as much to read in the other languages."""

_ONSETS = "b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x".split()
_RHYMES = (
    "a à ả ã á ạ ăn ắm ặt âu ầy ấn ậc e è ẻ ê ề ể ế ệ i ì ỉ í ị o ò ỏ ó ọ ô ồ ố ộ ơ ờ ớ ợ "
    "u ù ú ụ ư ừ ứ ự ương ường iên iền"
).split()
_KANJI = "山川水田人口中心工業港海道文化祭教育春秋東西南北新古市町村寺塔門石木金米魚船車橋家国産物研究"
_PARTICLES = {"ja": "の に を は が と で".split(), "ko": "은 는 이 을 를 에 의".split()}
_PLAIN = "an be cor dal en fi gra hol in ket lan mor nis or pel qua res sta tor un ver win".split()


@dataclass(frozen=True, slots=True)
class Article:
    """One generated page; the paragraphs are lists of words as they are written."""

    language: str
    number: int
    title: str
    paragraphs: tuple[tuple[str, ...], ...]

    @property
    def address(self) -> str:
        return f"/{self.language}/s{self.number % 20}/p{self.number}/"

    def text(self, paragraph: int) -> str:
        return _joined(self.language, self.paragraphs[paragraph])

    def html(self) -> str:
        day = date(2020, 1, 1) + timedelta(days=self.number // 4)
        menu = "".join(f'<li><a href="/{self.language}/s{n}/">{self.title} {n}</a></li>' for n in range(20))
        body = "".join(f"<p>{self.text(n)}.</p>" for n in range(len(self.paragraphs)))
        return (
            f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8">'
            f'<title>{self.title} – Portal</title><meta property="article:published_time" content="{day}">'
            f'</head><body><header><nav><ul>{menu}</ul></nav></header><main id="content"><article>'
            f"<h1>{self.title}</h1>{body}</article></main><footer><ul>{menu}</ul></footer></body></html>"
        )


def article(language: str, number: int) -> Article:
    """Return one article; words are as unevenly frequent as in any language."""
    random = Random(f"{language} {number}")  # noqa: S311 - text for a test, no secret
    words, weights = _vocabulary(language)

    def some(count: int) -> tuple[str, ...]:
        return tuple(random.choices(words, cum_weights=weights, k=count))

    return Article(
        language=language,
        number=number,
        title=_joined(language, some(5)),
        paragraphs=tuple(some(_WORDS[language]) for _ in range(_PARAGRAPHS)),
    )


def write_site(root: Path, pages: int, languages: Sequence[str] = LANGUAGES) -> None:
    """Write the first *pages* articles in each language, where a bake would have put them."""
    for language in languages:
        for number in range(pages):
            write(root, article(language, number))


def write(root: Path, page: Article) -> None:
    folder = root / page.address.strip("/")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(page.html(), encoding="utf-8")


def _joined(language: str, words: Sequence[str]) -> str:
    return ("" if language == "ja" else " ").join(words)


@cache
def _vocabulary(language: str) -> tuple[list[str], list[float]]:
    random = Random(language)  # noqa: S311 - text for a test, no secret
    words = [_word(language, random) for _ in range(_VOCABULARY)]
    return words, list(accumulate(1 / (rank + 10) for rank in range(_VOCABULARY)))


def _word(language: str, random: Random) -> str:
    return "".join(_letters(language, random))


def _letters(language: str, random: Random) -> Iterator[str]:
    match language:
        case "vi":
            syllables = random.randint(1, 2)
            yield " ".join(random.choice(_ONSETS) + random.choice(_RHYMES) for _ in range(syllables))
        case "en":
            yield from random.choices(_PLAIN, k=random.randint(1, 3))
        case "ja":
            yield from random.choices(_KANJI, k=random.randint(2, 4))
            yield random.choice(_PARTICLES["ja"])
        case _:
            yield from (chr(0xAC00 + random.randrange(399) * 28) for _ in range(random.randint(2, 4)))
            yield random.choice(_PARTICLES["ko"])


if __name__ == "__main__":
    write_site(Path(sys.argv[1]), int(sys.argv[2]))
