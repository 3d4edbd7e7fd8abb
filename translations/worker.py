"""Who is working: a name for one run of one process, and whether that process is gone."""

import os
import secrets
import socket
from pathlib import Path


def _started(pid: int) -> str:
    """Return when a process of this machine started, in the kernel's ticks; empty where that is unknown."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    # The second field is the program's name in brackets, which may hold spaces.
    return stat.rpartition(")")[2].split()[19]


def new_worker() -> str:
    """Return a name that no other run has: ``host:pid:start:token``."""
    pid = os.getpid()
    return f"{socket.gethostname()[:60]}:{pid}:{_started(pid)}:{secrets.token_hex(8)}"


def is_gone(worker: str) -> bool:
    """Whether *worker* ran on this machine and its process has ended.

    Of another machine's worker nothing is known, so it is not gone; only its lease ends.
    """
    host, _, rest = worker.rpartition(":")[0].partition(":")
    pid, _, started = rest.partition(":")
    if host != socket.gethostname()[:60] or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    return _started(int(pid)) != started
