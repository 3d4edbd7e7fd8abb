"""Single signs that should not stand in a translation."""

import re
import unicodedata
from collections.abc import Iterator

from translations.checks.finding import Finding, Severity
from translations.checks.pair import Pair
from translations.engines import characters
from translations.sentences import gettext_noop

_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def check_width(pair: Pair) -> Iterator[Finding]:
    """Yield a warning for full-width digits and Latin letters."""
    found = _FULL_WIDTH.findall(pair.target)
    if found:
        yield Finding(
            "width",
            Severity.WARNING,
            gettext_noop(
                "“%(signs)s” is written full width. Write digits and Latin letters in the usual width."
            ),
            {"signs": "".join(found)},
        )


def check_control(pair: Pair) -> Iterator[Finding]:
    """Yield an error for characters that nobody sees, or that nothing stands for."""
    hidden = {
        sign for sign in pair.target if sign in _INVISIBLE or unicodedata.category(sign) in ("Co", "Cn")
    }
    found = [
        *characters.unwanted(pair.target),
        *characters.smuggled(pair.source, pair.target),
        *(f"U+{ord(sign):04X}" for sign in sorted(hidden - set(pair.source))),
    ]
    if found:
        yield Finding(
            "control",
            Severity.ERROR,
            gettext_noop("The translation holds the invisible or broken character %(signs)s. Remove it."),
            {"signs": ", ".join(found)},
        )
