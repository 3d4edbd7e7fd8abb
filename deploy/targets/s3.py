"""A bucket of S3, or of any store that speaks its protocol, as a publishing target.

The only module that knows boto3. Public files have the keys ``<prefix>/<key>``, private
documents ``<prefix>/.portal/<name>``.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

import boto3
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    CredentialRetrievalError,
    HTTPClientError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
)
from botocore.exceptions import ConnectionError as StoreConnectionError

from deploy.digests import digests
from deploy.exceptions import PublishError, TargetError
from deploy.headers import content_disposition, content_type
from deploy.keys import RESERVED_FOLDER, check_location, is_location
from deploy.manifest import FileEntry
from deploy.targets import StoredObject
from deploy.targets.answers import meaning_of
from deploy.targets.sources import opened, require_match

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import PutObjectRequestTypeDef

ATTEMPTS = 6
CONNECT_TIMEOUT = 5  # seconds
READ_TIMEOUT = 30  # seconds
_CONNECTIONS = 32
_KEYS_IN_A_DELETE = 1000

_CREDENTIAL_ERRORS = (
    NoCredentialsError,
    PartialCredentialsError,
    CredentialRetrievalError,
    ProfileNotFound,
)


class S3Target:
    """Publishes under *prefix* (no slash at either end, may be empty) of *bucket*; use :meth:`open`."""

    def __init__(self, client: "S3Client", bucket: str, prefix: str, endpoint_url: str) -> None:
        self._client = client
        self._bucket = bucket
        self._root = f"{prefix}/" if prefix else ""
        self._private = f"{self._root}{RESERVED_FOLDER}/"
        self._endpoint_url = endpoint_url

    @classmethod
    def open(cls, bucket: str, prefix: str = "", *, endpoint_url: str = "") -> Self:
        """Connect, and make sure by one listing that the bucket is there and lets us in.

        Credentials and region come from where AWS tools look for them; *endpoint_url* is
        the address of a store other than AWS.

        Raises:
            TargetError: says which of these is wrong.
        """
        target = cls(_client(endpoint_url), bucket, prefix, endpoint_url)
        with target._sentences("be opened"):
            target._client.list_objects_v2(Bucket=bucket, Prefix=target._root, MaxKeys=1)
        return target

    def describe(self) -> str:
        """See :class:`deploy.targets.Target`."""
        where = f" at {self._endpoint_url}" if self._endpoint_url else ""
        return f"s3://{self._bucket}/{self._root}".rstrip("/") + where

    def read(self, key: str) -> bytes | None:
        """See :class:`deploy.targets.Target`."""
        check_location(key)
        return self._read(self._root + key)

    def keys(self) -> Iterator[StoredObject]:
        """See :class:`deploy.targets.Target`; the empty objects consoles make as folders have no key."""
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._root)
        with self._sentences("be listed"):
            for page in pages:
                for found in page.get("Contents", ()):
                    key = found["Key"].removeprefix(self._root)
                    if is_location(key):
                        yield StoredObject(key, found["Size"])

    def put(self, entry: FileEntry, source: Path) -> None:
        """See :class:`deploy.targets.Target`; the store checks the bytes it received by their MD5."""
        with opened(entry, source) as stream:
            found = digests(stream)
            require_match(entry, found)
            stream.seek(0)
            request: PutObjectRequestTypeDef = {
                "Bucket": self._bucket,
                "Key": self._root + entry.key,
                "Body": stream,
                "ContentLength": found.size,
                "ContentMD5": base64.b64encode(found.md5).decode(),
                "ContentType": entry.content_type,
                "CacheControl": entry.cache_control,
                "Metadata": {"sha256": entry.sha256},
            }
            disposition = content_disposition(entry.content_type)
            if disposition:
                request["ContentDisposition"] = disposition
            self._send(entry.key, request)

    def delete(self, keys: Sequence[str]) -> None:
        """See :class:`deploy.targets.Target`."""
        for key in keys:
            check_location(key)
        waiting = iter(keys)
        failures: dict[str, str] = {}
        while batch := list(islice(waiting, _KEYS_IN_A_DELETE)):
            try:
                failures |= self._delete_batch(batch)
            except TargetError as error:
                raise PublishError(failures | dict.fromkeys([*batch, *waiting], str(error))) from error
        if failures:
            raise PublishError(failures)

    def read_state(self, name: str) -> bytes | None:
        """See :class:`deploy.targets.Target`."""
        check_location(name)
        return self._read(self._private + name)

    def write_state(self, name: str, data: bytes) -> None:
        """See :class:`deploy.targets.Target`."""
        check_location(name)
        request: PutObjectRequestTypeDef = {
            "Bucket": self._bucket,
            "Key": self._private + name,
            "Body": data,
            "ContentMD5": _md5(data),
            "ContentType": content_type(name),
            "CacheControl": "private, no-store",
        }
        self._send(name, request)

    def _send(self, name: str, request: "PutObjectRequestTypeDef") -> None:
        with self._sentences(f"take {name!r}"):
            answer = self._client.put_object(**request)
        if not answer.get("ETag"):
            raise TargetError(
                f"{self.describe()} could not take {name!r}: something that is no S3 store answered. "
                "Check S3_ENDPOINT_URL and any proxy before it."
            )

    def _read(self, full_key: str) -> bytes | None:
        with self._sentences(f"give {full_key!r}"):
            try:
                return self._client.get_object(Bucket=self._bucket, Key=full_key)["Body"].read()
            except self._client.exceptions.NoSuchKey:
                return None

    def _delete_batch(self, keys: Sequence[str]) -> dict[str, str]:
        with self._sentences("remove files"):
            answer = self._client.delete_objects(
                Bucket=self._bucket,
                Delete={"Objects": [{"Key": self._root + key} for key in keys], "Quiet": True},
            )
        return {
            error.get("Key", "").removeprefix(self._root): self._refusal("remove it", error.get("Code", ""))
            for error in answer.get("Errors", ())
            if error.get("Code") != "NoSuchKey"
        }

    def _refusal(self, what: str, code: str, status: int = 0) -> str:
        return f"{self.describe()} could not {what}: {meaning_of(code, status)}"

    @contextmanager
    def _sentences(self, what: str) -> Iterator[None]:
        try:
            yield
        except ClientError as error:
            code = error.response["Error"].get("Code", "")
            status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
            raise TargetError(self._refusal(what, code, status)) from error
        except BotoCoreError as error:
            raise TargetError(f"{self.describe()} could not {what}: {_meaning_of_failure(error)}") from error


def _client(endpoint_url: str) -> "S3Client":
    config = Config(
        connect_timeout=CONNECT_TIMEOUT,
        read_timeout=READ_TIMEOUT,
        retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
        max_pool_connections=_CONNECTIONS,
        # Compatible stores refuse the checksums that boto3 otherwise adds to every request.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        s3={"addressing_style": "path" if endpoint_url else "auto"},
    )
    try:
        client = boto3.session.Session().client("s3", endpoint_url=endpoint_url or None, config=config)
    except BotoCoreError as error:
        raise TargetError(f"S3 cannot be used: {_meaning_of_failure(error)}") from error
    except ValueError as error:
        raise TargetError(
            f"S3_ENDPOINT_URL is {endpoint_url!r}, which is not the address of a store. "
            "Write it like https://host:port."
        ) from error
    client.meta.events.register("before-sign.s3.DeleteObjects", _with_md5)
    client.meta.events.register("before-sign.s3.PutObject", _without_asking_first)
    return client


def _with_md5(request: AWSRequest, **_: object) -> None:
    # AWS takes either; several compatible stores know nothing but Content-MD5 here.
    for name in list(request.headers):
        if name.lower().startswith("x-amz-checksum-") or name.lower() == "x-amz-sdk-checksum-algorithm":
            del request.headers[name]
    request.headers["Content-MD5"] = _md5(request.data or b"")


def _without_asking_first(request: AWSRequest, **_: object) -> None:
    # "Expect: 100-continue" costs a round trip for every file, and a second where a store ignores it.
    del request.headers["Expect"]


def _md5(data: bytes) -> str:
    return base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()


def _meaning_of_failure(error: BotoCoreError) -> str:
    if isinstance(error, _CREDENTIAL_ERRORS):
        return (
            "no complete credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
            "or give the machine a role."
        )
    if isinstance(error, StoreConnectionError | HTTPClientError):
        return f"the store cannot be reached ({error}). Check S3_ENDPOINT_URL and the network."
    return f"the store did not answer as S3 does ({error}). Check S3_ENDPOINT_URL."
