import hashlib
import uuid

import pytest
from mypy_boto3_s3 import S3Client

from deploy.targets.s3 import S3Target
from tests.deploy.targets.contract import VIETNAMESE, Neighbour, Publish, TargetContract, listed


class OtherPrefix:
    def __init__(self, client: S3Client, bucket: str, key: str) -> None:
        self._client, self._bucket, self._key = client, bucket, key

    def write(self, data: bytes) -> None:
        self._client.put_object(Bucket=self._bucket, Key=self._key, Body=data)

    def read(self) -> bytes | None:
        return self._client.get_object(Bucket=self._bucket, Key=self._key)["Body"].read()


@pytest.fixture
def bucket(outside: S3Client) -> str:
    name = f"portal-{uuid.uuid4()}"
    outside.create_bucket(Bucket=name)
    return name


@pytest.fixture
def target(bucket: str, store: str) -> S3Target:
    return S3Target.open(bucket, "site", endpoint_url=store)


class TestS3Target(TargetContract):
    @pytest.fixture
    def target(self, bucket: str, store: str) -> S3Target:
        return S3Target.open(bucket, "site", endpoint_url=store)

    @pytest.fixture
    def second(self, bucket: str, store: str) -> S3Target:
        return S3Target.open(bucket, "site", endpoint_url=store)

    @pytest.fixture
    def neighbour(self, outside: S3Client, bucket: str) -> Neighbour:
        return OtherPrefix(outside, bucket, "site2/index.html")


def test_a_page_is_stored_with_its_type_charset_cache_class_and_hash(
    target: S3Target, outside: S3Client, bucket: str, publish: Publish
) -> None:
    publish(target, "en/index.html", b"page")

    stored = outside.head_object(Bucket=bucket, Key="site/en/index.html")
    assert stored["ContentType"] == "text/html; charset=utf-8"
    assert stored["CacheControl"] == "public, max-age=60, stale-while-revalidate=600"
    assert stored["Metadata"] == {"sha256": hashlib.sha256(b"page").hexdigest()}
    assert "ContentDisposition" not in stored


@pytest.mark.parametrize(
    ("key", "disposition"),
    [("media/plan.pdf", "inline"), ("media/form.docx", "attachment"), ("media/list.xlsx", "attachment")],
)
def test_a_document_says_whether_it_is_shown_or_saved(
    target: S3Target, outside: S3Client, bucket: str, publish: Publish, key: str, disposition: str
) -> None:
    publish(target, key, b"document")

    assert outside.head_object(Bucket=bucket, Key=f"site/{key}")["ContentDisposition"] == disposition


def test_keys_in_the_bucket_are_prefix_and_key_in_nfc(
    target: S3Target, outside: S3Client, bucket: str, publish: Publish
) -> None:
    publish(target, VIETNAMESE, b"page")
    target.write_state("manifest.json", b"{}")

    contents = outside.list_objects_v2(Bucket=bucket)["Contents"]
    assert [found["Key"] for found in contents] == ["site/.portal/manifest.json", f"site/{VIETNAMESE}"]


def test_a_private_document_is_never_cached(target: S3Target, outside: S3Client, bucket: str) -> None:
    target.write_state("manifest.json", b"{}")

    stored = outside.head_object(Bucket=bucket, Key="site/.portal/manifest.json")
    assert stored["CacheControl"] == "private, no-store"
    assert stored["ContentType"] == "application/json; charset=utf-8"


def test_objects_that_no_key_can_name_are_not_files(
    target: S3Target, outside: S3Client, bucket: str, publish: Publish
) -> None:
    for key in ("site/", "site/en/", "site/en//a.html", "site//a.html", "site/.portal/x"):
        outside.put_object(Bucket=bucket, Key=key)
    publish(target, "en/index.html", b"page")

    assert listed(target) == {"en/index.html": 4}


def test_a_whole_bucket_can_be_the_site(outside: S3Client, bucket: str, store: str, publish: Publish) -> None:
    target = S3Target.open(bucket, endpoint_url=store)
    publish(target, "en/index.html", b"page")
    target.write_state("manifest.json", b"{}")

    contents = outside.list_objects_v2(Bucket=bucket)["Contents"]
    assert [found["Key"] for found in contents] == [".portal/manifest.json", "en/index.html"]
    assert listed(target) == {"en/index.html": 4}
    assert target.read("en/index.html") == b"page"
    assert target.describe() == f"s3://{bucket} at {store}"

    target.delete(["en/index.html"])
    assert listed(target) == {}
    assert target.read_state("manifest.json") == b"{}"


def test_an_open_target_is_described_without_secrets(target: S3Target, bucket: str, store: str) -> None:
    assert target.describe() == f"s3://{bucket}/site at {store}"
