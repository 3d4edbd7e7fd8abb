"""Names of uploaded files: what people called them, and what they are stored under.

People keep their name, tidied (`original_name`). The disk, the object store and public
addresses get another one, made of the content's hash and an ASCII slug: it cannot be
chosen by the sender, looks the same on every file system and says nothing false about
what is inside.
"""

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

LONGEST_ORIGINAL_NAME = 200
LONGEST_SLUG = 40
NAMELESS = "file"

_HASH_DIGITS = 16
_LONGEST_SUFFIX = 10
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
# The letters of Latin alphabets that Unicode does not decompose.
_FOLDED = str.maketrans({"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss"})


def clean_name(claimed: str) -> str:
    """Return the sender's name of a file: NFC, no folders, nothing invisible, 1 to 200 characters."""
    last_part = re.split(r"[/\\]", claimed)[-1]
    spaced = re.sub(r"\s", " ", last_part)
    visible = "".join(c for c in spaced if unicodedata.category(c) not in _HIDDEN_CATEGORIES)
    composed = unicodedata.normalize("NFC", re.sub(" +", " ", visible))
    return _bounded(composed.strip(" .")) or NAMELESS


def suffix_of(name: str) -> str:
    """Return the lower-case suffix of *name* with its dot, or an empty string."""
    return PurePosixPath(name).suffix.lower()


def ascii_slug(text: str, longest: int = LONGEST_SLUG) -> str:
    """Fold *text* to at most *longest* characters of ``a-z``, ``0-9`` and single hyphens; may be empty."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    ascii_only = decomposed.encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:longest].strip("-")


def stored_name(content: bytes, original_name: str, suffix: str) -> str:
    """Return the name *content* is stored under, such as ``9f86d081884c7d65-den-tran.jpg``.

    Args:
        suffix: the suffix of what the content really is, with its dot.
    """
    digest = hashlib.sha256(content).hexdigest()[:_HASH_DIGITS]
    slug = ascii_slug(PurePosixPath(original_name).stem)
    return f"{digest}-{slug}{suffix}" if slug else f"{digest}{suffix}"


def _bounded(name: str) -> str:
    if len(name) <= LONGEST_ORIGINAL_NAME:
        return name
    suffix = PurePosixPath(name).suffix[:_LONGEST_SUFFIX]
    return name[: LONGEST_ORIGINAL_NAME - len(suffix)].rstrip(" .") + suffix
