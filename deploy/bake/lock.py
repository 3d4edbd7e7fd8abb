"""One bake or release of an installation at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.exceptions import DeployError


class PublisherBusy(DeployError):
    """Another publisher is at work on this installation."""


@contextmanager
def one_publisher(root: Path) -> Iterator[None]:
    """Hold the installation's lock; the kernel lets go of it when the process ends, however it ends.

    Raises:
        PublisherBusy: somebody else holds it.
    """
    root.mkdir(parents=True, exist_ok=True)
    with (root / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PublisherBusy("The portal is being published right now. Wait until it is done.") from error
        yield
