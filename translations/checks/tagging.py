"""Whether HTML closes what it opens, in order."""

import re
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.segments.richtext import VOID_TAGS
from translations.sentences import gettext_noop

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)(>?)")
_MAY_STAY_OPEN = frozenset("p li dt dd tr td th thead tbody tfoot option".split())


def check_tagging(source: str, target: str) -> Iterator[Finding]:
    """Yield an error for a tag of *target* that is cut off, not closed or crossed, if *source* is sound."""
    tag = unsound(target)
    if tag and not unsound(source):
        yield Finding(
            "tags.broken",
            Severity.ERROR,
            gettext_noop("%(tag)s is broken, not closed, or closed in a crossed order. Mend the HTML."),
            {"tag": tag},
        )


def unsound(html: str) -> str:
    """Return the first tag that is cut off, not closed or crossed, empty if all are sound."""
    opened: list[str] = []
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if not match[4]:
            return match[0].strip()
        if name in VOID_TAGS or match[3].endswith("/"):
            continue
        if not match[1]:
            opened.append(name)
        elif not _closed(opened, name):
            return match[0]
    return next((f"<{name}>" for name in opened if name not in _MAY_STAY_OPEN), "")


def _closed(opened: list[str], name: str) -> bool:
    """Close *name* in the list of what is open; False where another tag is open inside it."""
    while opened and opened[-1] != name and opened[-1] in _MAY_STAY_OPEN:
        opened.pop()
    return bool(opened) and opened.pop() == name
