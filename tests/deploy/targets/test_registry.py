from pathlib import Path

import pytest
from mypy_boto3_s3 import S3Client

from deploy.exceptions import TargetError
from deploy.targets.registry import open_target


def test_a_folder_is_opened_by_its_address(tmp_path: Path) -> None:
    site = tmp_path / "cổng thông tin" / "site"

    assert open_target(site.as_uri()).describe() == f"the folder {site}"


@pytest.mark.parametrize(
    ("address", "described"),
    [
        ("s3://registry-bucket", "s3://registry-bucket"),
        ("s3://registry-bucket/", "s3://registry-bucket"),
        ("s3://registry-bucket/a/b_1.x", "s3://registry-bucket/a/b_1.x"),
        ("s3://registry-bucket/a/", "s3://registry-bucket/a"),
    ],
)
def test_a_bucket_is_opened_by_its_address(
    store: str, outside: S3Client, address: str, described: str
) -> None:
    outside.create_bucket(Bucket="registry-bucket")

    assert open_target(address, s3_endpoint_url=store).describe() == f"{described} at {store}"


def test_a_bucket_that_does_not_exist_is_a_sentence(store: str) -> None:
    with pytest.raises(
        TargetError, match=r"the bucket does not exist\. Create it, or correct PUBLISH_TARGET\."
    ):
        open_target("s3://nobody-made-this", s3_endpoint_url=store)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "must begin with file:/// or s3://"),
        ("/srv/site", "must begin with file:/// or s3://"),
        ("ftp://host/site", "must begin with file:/// or s3://"),
        ("file://", "three slashes and a full path"),
        ("file:///", "three slashes and a full path"),
        ("file://host/site", "three slashes and a full path"),
        ("file:relative/site", "three slashes and a full path"),
        ("file:///srv/%00", "three slashes and a full path"),
        ("s3://", "cannot be the name of a bucket"),
        ("s3:///prefix", "cannot be the name of a bucket"),
        ("s3://a b/prefix", "cannot be the name of a bucket"),
        ("s3://bucket/a//b", "cannot be a prefix"),
        ("s3://bucket/../other", "cannot be a prefix"),
        ("s3://bucket/.portal", "cannot be a prefix"),
        ("s3://bucket/" + "a" * 101, "at most 100 characters"),
        ("s3://bucket/a?b", "'?' or '#' part"),
        ("s3://bucket/a#b", "'?' or '#' part"),
        ("s3://[bucket", "cannot be read"),
    ],
)
def test_a_wrong_address_is_a_sentence(address: str, sentence: str) -> None:
    with pytest.raises(TargetError) as raised:
        open_target(address)

    assert sentence in str(raised.value)


def test_credentials_in_an_address_are_refused_and_not_repeated() -> None:
    with pytest.raises(TargetError, match="AWS_SECRET_ACCESS_KEY instead") as raised:
        open_target("s3://an-id:hunter2@bucket/site")
    assert "hunter2" not in str(raised.value)

    with pytest.raises(TargetError, match="AWS_SECRET_ACCESS_KEY instead") as raised:
        open_target("s3://bucket", s3_endpoint_url="https://an-id:hunter2@store")
    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize("endpoint", ["not an address", "127.0.0.1:9000", "http://", "http://a b"])
def test_an_endpoint_that_is_no_address_is_a_sentence(endpoint: str) -> None:
    with pytest.raises(TargetError, match=r"S3_ENDPOINT_URL is .*Write it like https://host:port\."):
        open_target("s3://bucket", s3_endpoint_url=endpoint)
