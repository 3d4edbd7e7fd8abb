"""Whether HTML closes what it opens, in order."""

import re
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.segments.richtext import VOID_TAGS
from translations.sentences import gettext_noop

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)(>?)")
_MAY_STAY_OPEN = frozenset("p li dt dd tr td th thead tbody tfoot option".split())


def check_tagging(source: str, target: str) -> Iterator[Finding]:
    """Yield an error for a tag of *target* that is cut off, not closed or crossed, where *source* is sound."""
    tag = unsound(target)
    if tag and not unsound(source):
        yield Finding(
            "tags.broken",
            Severity.ERROR,
            gettext_noop("%(tag)s is broken, not closed, or closed in a crossed order. Mend the HTML."),
            {"tag": tag},
        )


def unsound(html: str) -> str:
    """Return the first tag that is cut off, not closed, or closed in a crossed order; empty if all are sound."""
    opened: list[str] = []
    for match in _TAG.finditer(html):
        closes, name, rest, end = match[1], match[2].lower(), match[3], match[4]
        if not end:
            return match[0].strip()
        if name in VOID_TAGS or name in _MAY_STAY_OPEN or rest.endswith("/"):
            continue
        if not closes:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return match[0]
    return f"<{opened[-1]}>" if opened else ""
