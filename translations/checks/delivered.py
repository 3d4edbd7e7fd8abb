"""Checking pairs that come from anywhere: plain text or HTML."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translations.checks.consistency import check_consistency
from translations.checks.every import findings
from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.checks.tagging import check_tagging
from translations.segments.placeholders import plain as without_placeholders
from translations.segments.richtext import Run, split
from translations.sentences import gettext_noop

_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+);")
_NAME = re.compile(r"<\s*([a-zA-Z][a-zA-Z0-9-]*)")
_ADDRESS = re.compile(r"""(?:href|id)\s*=\s*("[^"]*"|'[^']*')""")


def check_delivered(pair: Pair) -> list[Finding]:
    """Return what is wrong with a pair in plain text or HTML; of HTML, its blocks are compared one by one."""
    if not pair.target.strip():
        return [Finding("empty", Severity.ERROR, gettext_noop("There is no translation. Write it."))]
    if not _HTML.search(pair.source) and not _HTML.search(pair.target):
        return findings(pair)
    return list(_check_html(pair))


def _check_html(pair: Pair) -> Iterator[Finding]:
    mine = [part for part in split(pair.source) if isinstance(part, Run)]
    theirs = [part for part in split(pair.target) if isinstance(part, Run)]
    yield from check_tagging(pair.source, pair.target)
    yield from check_consistency(pair)
    if len(mine) != len(theirs):
        yield Finding(
            "blocks",
            Severity.ERROR,
            gettext_noop(
                "The source has %(wanted)s blocks of text and the translation %(found)s. Keep the blocks."
            ),
            {"wanted": str(len(mine)), "found": str(len(theirs))},
        )
        yield from _check_runs(pair, mine, theirs)
        return
    for one, other in zip(mine, theirs, strict=True):
        yield from _check_runs(pair, [one], [other])


def _check_runs(pair: Pair, mine: Sequence[Run], theirs: Sequence[Run]) -> Iterator[Finding]:
    yield from _check_tags(mine, theirs)
    source, target = (" ".join(without_placeholders(run.text) for run in runs) for runs in (mine, theirs))
    here = tuple(term for term in pair.terms if term.vietnamese.casefold() in source.casefold())
    if target.strip():
        yield from findings(Pair(pair.language, source, target, here))
    elif source.strip():
        yield Finding("empty", Severity.ERROR, gettext_noop("There is no translation. Write it."))


def _check_tags(mine: Sequence[Run], theirs: Sequence[Run]) -> Iterator[Finding]:
    wanted, found = _tags(mine), _tags(theirs)
    for check, sentence, tags in (
        (
            "tags.missing",
            gettext_noop("The translation lacks %(tag)s. Put it where it belongs."),
            wanted - found,
        ),
        (
            "tags.added",
            gettext_noop("The translation has %(tag)s, which the source has not. Remove it."),
            found - wanted,
        ),
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
