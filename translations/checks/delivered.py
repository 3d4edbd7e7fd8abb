"""Checking pairs that come from anywhere: plain text or HTML."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translations.checks.every import findings
from translations.checks.finding import Finding, Severity
from translations.checks.pair import ExpectedTerm, Language, Pair
from translations.segments.placeholders import plain as without_placeholders
from translations.segments.richtext import Run, split

_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+);")
_NAME = re.compile(r"<\s*([a-zA-Z][a-zA-Z0-9-]*)")
_ADDRESS = re.compile(r"""(?:href|id)\s*=\s*("[^"]*"|'[^']*')""")


def check_delivered(
    language: Language, source: str, target: str, terms: Sequence[ExpectedTerm] = ()
) -> list[Finding]:
    """Return what is wrong with a pair; of HTML, its blocks are compared one by one."""
    if not target.strip():
        return [Finding("empty", Severity.ERROR, "There is no translation. Write it.")]
    if not _HTML.search(source) and not _HTML.search(target):
        return findings(Pair(language, source, target, tuple(terms)))
    return list(_check_html(language, source, target, terms))


def _check_html(
    language: Language, source: str, target: str, terms: Sequence[ExpectedTerm]
) -> Iterator[Finding]:
    mine = [part for part in split(source) if isinstance(part, Run)]
    theirs = [part for part in split(target) if isinstance(part, Run)]
    if len(mine) != len(theirs):
        yield Finding(
            "blocks",
            Severity.ERROR,
            "The source has %(wanted)s blocks of text and the translation %(found)s. Keep them as they are.",
            {"wanted": str(len(mine)), "found": str(len(theirs))},
        )
        yield from _check_runs(language, mine, theirs, terms)
        return
    for one, other in zip(mine, theirs, strict=True):
        yield from _check_runs(language, [one], [other], terms)


def _check_runs(
    language: Language, mine: Sequence[Run], theirs: Sequence[Run], terms: Sequence[ExpectedTerm]
) -> Iterator[Finding]:
    yield from _check_tags(mine, theirs)
    source, target = (" ".join(without_placeholders(run.text) for run in runs) for runs in (mine, theirs))
    here = tuple(term for term in terms if term.vietnamese.casefold() in source.casefold())
    yield from findings(Pair(language, source, target, here))


def _check_tags(mine: Sequence[Run], theirs: Sequence[Run]) -> Iterator[Finding]:
    wanted, found = _tags(mine), _tags(theirs)
    for check, sentence, tags in (
        ("tags.missing", "The translation lacks %(tag)s. Put it where it belongs.", wanted - found),
        ("tags.added", "The translation has %(tag)s, which the source has not. Remove it.", found - wanted),
    ):
        for tag in tags:
            yield Finding(check, Severity.ERROR, sentence, {"tag": tag})


def _tags(runs: Sequence[Run]) -> Counter[str]:
    """Return the inline tags with where they lead; other attributes are the editor's matter."""
    return Counter(_described(opening) for run in runs for opening, _closing in run.tags)


def _described(tag: str) -> str:
    name = _NAME.match(tag)
    addresses = " ".join(sorted(_ADDRESS.findall(tag)))
    return f"<{name[1].lower() if name else tag}{f' {addresses}' if addresses else ''}>"
