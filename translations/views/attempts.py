"""What a person sent and the desk refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Attempt:
    """What was sent for one segment; shown again, so that nothing typed is lost.

    *stale* says that the stored text changed meanwhile and is shown beside the typed one.
    *reasons* are those typed for dismissing a warning, by the warning's fingerprint.
    """

    unit_id: int
    target: str | None
    note: str
    sentences: Sequence[str]
    stale: bool = False
    only_here: bool | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
