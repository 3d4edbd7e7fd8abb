import os
import signal
import socket
import threading
import time
from http.client import HTTPConnection
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from cms.demo.accounts import FILE_NAME
from cms.demo.seed import Seed, Seeded
from cms.demo.serving import HOST
from cms.demo.worker import TasksFailed
from cms.management.commands import demo


def free_port() -> int:
    with socket.create_server((HOST, 0)) as found:
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def installation(tmp_path: Path, settings: Any) -> Path:
    settings.CONFIGURATION = SimpleNamespace(var=tmp_path, admin_base_url=f"http://{HOST}:{free_port()}")
    settings.PORTAL_BASE_URL = f"http://{HOST}:{free_port()}"
    settings.PUBLISH_TARGET = (tmp_path / "site").as_uri()
    settings.STATIC_ROOT = tmp_path / "static"
    return tmp_path


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch, installation: Path) -> list[str]:
    """The steps of a build, which do nothing here but say that they were taken."""
    taken: list[str] = []

    def seed(run: Seed) -> Seeded:
        taken.append(f"seed into {run.folder.name}")
        (run.folder / FILE_NAME).write_text("editor  secret\n")
        return Seeded(made=3, unresolved=["/vi/ban-do/"], waiting=["Một trang (ja)"])

    def command(name: str, **options: Any) -> None:
        taken.append(name)
        (installation / "site").mkdir(exist_ok=True)
        (installation / "site" / "index.html").write_text("cửa vào")

    monkeypatch.setattr(Seed, "run", seed)
    monkeypatch.setattr(demo, "call_command", command)
    return taken


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def test_a_build_migrates_seeds_publishes_and_says_what_is_left(steps: list[str], installation: Path) -> None:
    said = run("--build-only")

    assert steps == ["migrate", f"seed into {installation.name}", "publish"]
    assert "/vi/ban-do/" in said
    assert "Một trang (ja)" in said


def status_of_the_portal(port: int) -> int:
    connection = HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped(steps: list[str], settings: Any, kind: signal.Signals) -> None:
    before = signal.getsignal(kind)
    answers: list[int] = []

    def read_and_stop() -> None:
        # Without a handler of the command's own, the signal would end the tests.
        while signal.getsignal(kind) is before:
            time.sleep(0.01)
        answers.append(status_of_the_portal(int(settings.PORTAL_BASE_URL.rpartition(":")[2])))
        os.kill(os.getpid(), kind)

    thread = threading.Thread(target=read_and_stop, daemon=True)
    thread.start()

    said = run()

    thread.join()
    assert answers == [200]
    assert said.endswith("Stopped.\n")
    assert "editor  secret" in said
    assert f"{settings.PORTAL_BASE_URL}/" in said
    assert "No DEEPL_AUTH_KEY is set" in said
    assert signal.getsignal(kind) is before


def test_a_taken_port_is_said_before_anything_is_built(steps: list[str], settings: Any) -> None:
    port = int(settings.PORTAL_BASE_URL.rpartition(":")[2])
    with socket.create_server((HOST, port)), pytest.raises(CommandError, match=f"Port {port} "):
        run()

    assert steps == []


def test_a_build_that_fails_frees_its_ports(
    steps: list[str], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Seed) -> Seeded:
        raise TasksFailed("2 background tasks failed.")

    monkeypatch.setattr(Seed, "run", fail)

    with pytest.raises(CommandError, match="2 background tasks failed"):
        run()
    for url in (settings.PORTAL_BASE_URL, settings.CONFIGURATION.admin_base_url):
        socket.create_server((HOST, int(url.rpartition(":")[2]))).close()


def test_breaking_off_while_it_builds_says_how_to_go_on(
    steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(self: Seed) -> Seeded:
        raise KeyboardInterrupt

    monkeypatch.setattr(Seed, "run", interrupt)

    with pytest.raises(CommandError, match="Start again to go on"):
        run("--build-only")


def test_a_production_installation_is_never_filled_with_samples(steps: list[str], settings: Any) -> None:
    settings.SETTINGS_MODULE = "cms.settings.production"

    with pytest.raises(CommandError, match="not for production"):
        run("--build-only")
    assert steps == []
