"""The benchmark: this portal's bake and its peers, in turn, over some rounds."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.bench.installation import Installation, MeasurementFailed
from deploy.bench.measure import Measured
from deploy.bench.report import Peer, Row, compare, rate, time

Say = Callable[[str], None]

SERVE = "a loop over page.serve"
BAKERY = "wagtail-bakery, one language"
OURS = ("bake_full", "bake_full_2proc", "bake_frame_only", "bake_one_article", "publish_noop")


def run(*, project: Path, var: Path, articles: int, rounds: int, say: Say) -> list[Row]:
    """Measure this portal's bake beside its peers and return the medians.

    Args:
        project: the folder that processes are started in.
        var: the throw-away installation lives in a new folder in it, for as long as this takes.

    Raises:
        MeasurementFailed: the portal could not be made, or its own bake failed.
    """
    var.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=var) as folder:
        installation = Installation(project, Path(folder), say)
        say(f"Generating a portal of {articles} articles in four languages")
        installation.prepare(articles)
        ours: dict[str, list[Measured]] = {subject: [] for subject in OURS}
        peers = [Contender("serve", SERVE), Contender("bakery", BAKERY)]
        for number in range(1, rounds + 1):
            say(f"Round {number} of {rounds}")
            for subject, measured in ours.items():
                measured.append(installation.measure(subject))
            for peer in peers:
                peer.take_turn(installation, say)
    full = Peer("a bake of everything, one process", ours["bake_full"])
    return [
        *(row for peer in peers for row in compare("bake_full", ours["bake_full"], peer.result())),
        rate("bake_full_2proc", ours["bake_full_2proc"], full),
        rate("bake_frame_only", ours["bake_frame_only"], full),
        time("bake_one_article", ours["bake_one_article"], full),
        time("publish_noop", ours["publish_noop"], full),
    ]


class Contender:
    """A peer over the rounds; one that fails is not asked again."""

    def __init__(self, subject: str, name: str) -> None:
        self._subject = subject
        self._name = name
        self._rounds: list[Measured] = []
        self._failure = ""

    def take_turn(self, installation: Installation, say: Say) -> None:
        """Measure once more, unless it failed before."""
        if self._failure:
            return
        try:
            self._rounds.append(installation.measure(self._subject))
        except MeasurementFailed as failure:
            self._failure = str(failure)
            say(f"  {self._subject}: did not run: {failure}")

    def result(self) -> Peer:
        """Return what the rounds gave: nothing, with the reason, if one of them failed."""
        return Peer(self._name, [] if self._failure else self._rounds, self._failure)
