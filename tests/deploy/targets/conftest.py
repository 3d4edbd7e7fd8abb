import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy_boto3_s3 import S3Client

from deploy.manifest import FileEntry
from deploy.targets import Target
from tests.deploy.targets.contract import Publish, described
from tests.deploy.targets.stores import client_of, working_store


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    def put(target: Target, key: str, data: bytes) -> FileEntry:
        source = tmp_path / "source"
        source.write_bytes(data)
        entry = described(key, data)
        target.put(entry, source)
        return entry

    return put


@pytest.fixture(scope="session")
def store() -> Iterator[str]:
    with working_store() as address:
        yield address


@pytest.fixture(scope="session")
def outside(store: str) -> S3Client:
    """The same store, looked at without the target."""
    return client_of(store)


@pytest.fixture(autouse=True)
def own_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "an-id")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a-secret")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "no-config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "no-credentials"))
