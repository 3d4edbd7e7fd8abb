"""Publishing by the clock: what was scheduled or expires changes at its minute, without a person."""

import time
from collections.abc import Callable

from django.core.management import call_command
from django.utils import timezone

from deploy.bake.lock import PublisherBusy
from deploy.exceptions import DeployError
from deploy.operations import Published

_MINUTE = 60


def watch(publish_once: Callable[[], Published], say: Callable[[str], None]) -> None:
    """Publish at the beginning of every minute until the process is stopped.

    What goes wrong is said, and tried again a minute later.
    """
    while True:
        look(publish_once, say)
        time.sleep(_MINUTE - timezone.now().second)


def look(publish_once: Callable[[], Published], say: Callable[[str], None]) -> None:
    """Do what is scheduled by now, and publish what that and everything else changed."""
    # Wagtail's own: publishes revisions that are due, and unpublishes what has expired.
    call_command("publish_scheduled", verbosity=0)
    try:
        done = publish_once()
    except PublisherBusy:
        return
    except DeployError as error:
        say(f"{timezone.localtime():%H:%M} {error}")
        return
    if done.release is not None:
        counts = f"{done.release.uploaded} files uploaded, {done.release.deleted} deleted."
        say(f"{timezone.localtime():%H:%M} {counts}")
