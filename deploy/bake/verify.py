"""The proof: everything is rendered anew beside the baked folder and compared with it, byte for byte."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deploy.bake.bake import SITE, STATE, bake_site
from deploy.bake.questions import Question, written
from deploy.bake.state import State
from deploy.bake.work import Progress

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not what a full bake makes of it.

    *place* is the first byte that differs, with what stands there now and what should;
    *missed* names the questions whose answers changed without anybody's noticing.
    """

    key: str
    place: str
    missed: tuple[str, ...]

    def __str__(self) -> str:
        why = ", ".join(self.missed) or "it shows something that it never asked for"
        return f"{self.key}: {self.place} What was missed: {why}."


def differences(root: Path, progress: Progress | None = None) -> list[Difference]:
    """Compare ``root/site`` with a full bake; a bake that is in order has none.

    Raises:
        NothingToPublish: there is no home page.
    """
    with tempfile.TemporaryDirectory(dir=root, prefix="verify-") as beside:
        fresh = Path(beside)
        bake_site(fresh, progress, apart=True)
        return list(_compared(root, fresh))


def _compared(root: Path, fresh: Path) -> Iterator[Difference]:
    with State.open(root / STATE) as mine, State.open(fresh / STATE) as theirs:
        keys = {
            path.relative_to(root / SITE).as_posix() for path in (root / SITE).rglob("*") if path.is_file()
        }
        wanted = theirs.files.keys()
        # The search index follows behind the bake, from its files alone.
        for key in sorted(one for one in keys | wanted if not one.startswith("search/")):
            if key not in wanted:
                yield Difference(key, "It should not be there.", ())
                continue
            now = (root / SITE / key).read_bytes() if key in keys else None
            due = (fresh / SITE / key).read_bytes()
            if now != due:
                yield Difference(key, _place(now, due), tuple(_missed(key, mine, theirs)))


def _place(now: bytes | None, due: bytes) -> str:
    if now is None:
        return "It is not there."
    length = min(len(now), len(due))
    start = next((at for at in range(length) if now[at] != due[at]), length)
    shown = [part[start : start + _SHOWN].decode(errors="replace") for part in (now, due)]
    return f"From byte {start} on it says {shown[0]!r} and should say {shown[1]!r}."


def _missed(key: str, mine: State, theirs: State) -> Iterator[str]:
    asked: dict[Question, bytes] = mine.questions_of(key)
    for question, answer in theirs.questions_of(key).items():
        if asked.get(question) != answer:
            yield written(question).replace("\t", ":")
