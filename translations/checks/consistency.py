"""Whether one Vietnamese text is translated one way."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from translations.checks.facts.scanning import plain
from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.sentences import gettext_noop

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 3
"""Words and short headings depend on where they stand: from so many words on, a text should not."""

_LONGEST_QUOTE = 120


class Translations:
    """What each text of one language pair is translated as, whatever its markup and case."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Args: pairs: sources and targets, in any order."""
        self._targets: dict[str, list[str]] = defaultdict(list)
        for source, target in pairs:
            if target.strip():
                self._targets[_folded(source)].append(target)

    def also(self, source: str, target: str) -> tuple[str, ...]:
        """Return what *source* is translated as elsewhere and not here, the most frequent first."""
        counted = Counter(self._targets.get(_folded(source), ()))
        return tuple(other for other, _times in counted.most_common() if _folded(other) != _folded(target))


def check_consistency(pair: Pair) -> Iterator[Finding]:
    """Yield a warning where the same text has another translation elsewhere."""
    if len(_WORD.findall(pair.source_words)) < _FEWEST_WORDS:
        return
    mine = _folded(pair.target)
    other = next((text for text in pair.also if _folded(text) != mine), None)
    if other is not None:
        yield Finding(
            "consistency",
            Severity.WARNING,
            gettext_noop("The same text is translated elsewhere as “%(other)s”. Use one of the two."),
            {"other": _shortened(plain(other))},
        )


def _folded(text: str) -> str:
    """Return the words of a text: it is not another one for a capital, a space or a full stop."""
    return plain(text).casefold().strip(" .。…!;:,")


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
