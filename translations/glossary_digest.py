"""The identity of a set of terms. Pure."""

import hashlib
import json
from collections.abc import Iterable


def digest_of(terms: Iterable[tuple[str, ...]]) -> str:
    """Return SHA-256 of *terms* in 64 hexadecimal digits, whatever their order; empty for none."""
    distinct = sorted(set(terms))
    if not distinct:
        return ""
    written = json.dumps(distinct, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
