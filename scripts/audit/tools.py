"""The programs of the audit: installed from the lock once, and run as processes of their own."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from scripts.audit.exceptions import AuditError

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
"""A container gives Chromium no sandbox of its own."""

_HERE = Path(__file__).parent
_LISTS = ("package.json", "package-lock.json")
_PATIENCE = 900
"""Seconds; generous, because a first installation may come over a slow line."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The folder the programs are installed in."""

    modules: Path

    @property
    def axe(self) -> str:
        """The source of axe-core, which runs inside a page."""
        return (self.modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

    @property
    def lighthouse(self) -> list[str]:
        """The command that starts Lighthouse."""
        return ["node", str(self.modules / "lighthouse" / "cli" / "index.js")]

    @property
    def checker(self) -> list[str]:
        """The command that starts the Nu HTML checker."""
        # A deep nesting of elements needs a deeper stack than Java gives.
        return ["java", "-Xss1m", "-jar", str(self.modules / "vnu-jar" / "build" / "dist" / "vnu.jar")]


def install(folder: Path) -> Tools:
    """Install what the lock names into *folder*, unless exactly that lies there.

    Raises:
        AuditError: npm cannot install it.
    """
    if not (folder / "node_modules").is_dir() or any(_differs(folder, name) for name in _LISTS):
        print("Installing Lighthouse, axe-core and the Nu HTML checker.")
        folder.mkdir(parents=True, exist_ok=True)
        for name in _LISTS:
            shutil.copy(_HERE / name, folder)
        try:
            run(
                ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
                folder=folder,
            )
        except AuditError:
            # So that the next run installs again.
            (folder / _LISTS[-1]).unlink()
            raise
    return Tools(folder / "node_modules")


def _differs(folder: Path, name: str) -> bool:
    lying = folder / name
    return not lying.is_file() or lying.read_bytes() != (_HERE / name).read_bytes()


def run(command: list[str], *, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program of the audit and return what it wrote.

    Raises:
        AuditError: it is not there, takes too long or fails; the text holds the end of what it said.
    """
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    try:
        return subprocess.run(  # noqa: S603 - the commands are those of this package
            command,
            cwd=folder,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )
    except FileNotFoundError as error:
        raise AuditError(f"{command[0]} is not here: run `scripts/debian-packages audit` first.") from error
    except subprocess.TimeoutExpired as error:
        raise AuditError(f"{Path(command[0]).name} did not end within {_PATIENCE} seconds.") from error
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout or "").strip()[-1500:]
        raise AuditError(f"`{' '.join(command[:3])} …` failed:\n{said}") from error
