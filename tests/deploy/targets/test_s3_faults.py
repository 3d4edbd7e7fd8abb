"""A store that refuses, breaks off or is not there: what the publisher is told."""

import base64
import hashlib
import re
import socket
from collections.abc import Callable, Iterator

import pytest

from deploy.exceptions import PublishError, TargetError
from deploy.targets import s3
from deploy.targets.s3 import ATTEMPTS, S3Target
from tests.deploy.targets.contract import Publish
from tests.deploy.targets.stores import LISTING, TAKEN, Answer, Asked, ScriptedStore, refusal


@pytest.fixture(autouse=True)
def no_waiting_between_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("botocore.retries.standard.ExponentialBackoff.delay_amount", lambda *_: 0)


@pytest.fixture
def scripted() -> Iterator[ScriptedStore]:
    store = ScriptedStore(lambda _: LISTING)
    with store.running():
        yield store


@pytest.fixture
def target(scripted: ScriptedStore) -> S3Target:
    opened = S3Target.open("portal", "site", endpoint_url=scripted.address)
    scripted.asked.clear()
    return opened


def one_by_one(*answers: Answer) -> Callable[[Asked], Answer]:
    waiting = iter(answers)
    return lambda _: next(waiting)


def md5(data: bytes) -> str:
    return base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()


def test_nobody_at_the_endpoint_is_a_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(TargetError) as raised:
            S3Target.open("portal", "site", endpoint_url=address)

    assert str(raised.value).startswith(
        f"s3://portal/site at {address} could not be opened: the store cannot be reached"
    )
    assert str(raised.value).endswith("Check S3_ENDPOINT_URL and the network.")


def test_a_store_that_never_answers_is_a_sentence(
    scripted: ScriptedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(s3, "READ_TIMEOUT", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        message = r"the store cannot be reached \(Read timeout"
        with pytest.raises(TargetError, match=message):
            S3Target.open("portal", endpoint_url=address)


@pytest.mark.parametrize(
    ("code", "status", "meaning"),
    [
        ("NoSuchBucket", 404, "the bucket does not exist. Create it, or correct PUBLISH_TARGET."),
        ("InvalidAccessKeyId", 403, "does not accept the credentials. Check AWS_ACCESS_KEY_ID"),
        ("SignatureDoesNotMatch", 403, "does not accept the credentials. Check AWS_ACCESS_KEY_ID"),
        ("ExpiredToken", 400, "does not accept the credentials."),
        ("AccessDenied", 403, "these credentials may not do that. Give them the permissions"),
        ("RequestTimeTooSkewed", 403, "the clock of this machine is wrong."),
        ("AuthorizationHeaderMalformed", 400, "Set AWS_DEFAULT_REGION"),
        ("SomethingOwn", 403, "these credentials may not do that."),
        ("SomethingOwn", 500, "the store is busy or failing."),
        ("SomethingOwn", 418, "the store answered SomethingOwn. Ask whoever runs it"),
    ],
)
def test_a_refusal_says_what_it_means_and_what_to_do(
    scripted: ScriptedStore, code: str, status: int, meaning: str
) -> None:
    scripted.script = lambda _: refusal(code, status)

    with pytest.raises(TargetError, match=re.escape(meaning)):
        S3Target.open("portal", "site", endpoint_url=scripted.address)


def test_an_error_never_shows_the_credentials(
    scripted: ScriptedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "kept-from-everyone")
    scripted.script = lambda _: refusal("InvalidAccessKeyId", 403)

    with pytest.raises(TargetError) as raised:
        S3Target.open("portal", "site", endpoint_url=scripted.address)

    assert "kept-from-everyone" not in f"{raised.value}{raised.value.__cause__}"
    assert "an-id" not in f"{raised.value}{raised.value.__cause__}"


def test_missing_credentials_are_a_sentence(scripted: ScriptedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")

    with pytest.raises(TargetError, match=r"no complete credentials were found\. Set AWS_ACCESS_KEY_ID"):
        S3Target.open("portal", "site", endpoint_url=scripted.address)


def test_half_of_the_credentials_is_a_sentence(
    scripted: ScriptedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")

    with pytest.raises(TargetError, match=r"no complete credentials were found\. Set AWS_ACCESS_KEY_ID"):
        S3Target.open("portal", "site", endpoint_url=scripted.address)


def test_a_web_page_in_the_place_of_a_store_is_a_sentence(scripted: ScriptedStore) -> None:
    scripted.script = lambda _: Answer(body=b"<!doctype html><p>Log in to the network<br>")

    with pytest.raises(TargetError, match=r"could not be opened: .* check S3_ENDPOINT_URL\."):
        S3Target.open("portal", "site", endpoint_url=scripted.address)


@pytest.mark.parametrize("body", [b"", b"<!doctype html><p>Log in to the network<br>"], ids=["empty", "page"])
def test_an_upload_answered_by_something_else_is_not_taken_for_success(
    scripted: ScriptedStore, target: S3Target, publish: Publish, body: bytes
) -> None:
    scripted.script = lambda _: Answer(body=body)

    with pytest.raises(TargetError, match=r"could not take 'en/index\.html'.* S3_ENDPOINT_URL"):
        publish(target, "en/index.html", b"page")
    with pytest.raises(TargetError, match=r"could not take 'manifest\.json'.* S3_ENDPOINT_URL"):
        target.write_state("manifest.json", b"{}")


def test_a_store_that_is_busy_for_a_moment_is_asked_again(
    scripted: ScriptedStore, target: S3Target, publish: Publish
) -> None:
    scripted.script = one_by_one(*[refusal("SlowDown", 503)] * (ATTEMPTS - 1), TAKEN)

    publish(target, "en/index.html", b"page")

    assert [asked.body for asked in scripted.asked] == [b"page"] * ATTEMPTS


def test_a_store_that_stays_busy_is_given_up_after_six_attempts(
    scripted: ScriptedStore, target: S3Target, publish: Publish
) -> None:
    scripted.script = lambda _: refusal("SlowDown", 503)

    with pytest.raises(TargetError, match=r"could not take 'en/index\.html': the store is busy"):
        publish(target, "en/index.html", b"page")

    assert len(scripted.asked) == ATTEMPTS == 6


def test_a_file_cut_short_on_the_way_is_an_error_and_not_a_file(
    scripted: ScriptedStore, target: S3Target
) -> None:
    scripted.script = lambda _: Answer(
        body=b"<!doctype", stated_length=4_000, headers={"Connection": "close"}
    )

    with pytest.raises(TargetError, match=r"could not give 'site/en/index\.html'"):
        target.read("en/index.html")


def test_a_refusal_to_read_is_not_taken_for_an_absent_file(scripted: ScriptedStore, target: S3Target) -> None:
    scripted.script = lambda _: refusal("AccessDenied", 403)

    with pytest.raises(TargetError, match="these credentials may not do that"):
        target.read("en/index.html")


def test_a_bucket_that_vanished_is_not_taken_for_an_absent_file(
    scripted: ScriptedStore, target: S3Target
) -> None:
    scripted.script = lambda _: refusal("NoSuchBucket", 404)

    with pytest.raises(TargetError, match="the bucket does not exist"):
        target.read_state("manifest.json")


def test_a_listing_that_breaks_off_is_an_error_and_not_a_shorter_list(
    scripted: ScriptedStore, target: S3Target
) -> None:
    first = (
        b"<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>"
        b"<Contents><Key>site/a.html</Key><Size>1</Size></Contents></ListBucketResult>"
    )
    scripted.script = one_by_one(Answer(body=first), refusal("AccessDenied", 403))

    with pytest.raises(TargetError, match="could not be listed"):
        list(target.keys())


def test_each_file_the_store_refuses_to_delete_is_named(scripted: ScriptedStore, target: S3Target) -> None:
    scripted.script = lambda _: Answer(
        body=b"<DeleteResult>"
        b"<Error><Key>site/en/a.html</Key><Code>AccessDenied</Code><Message>No.</Message></Error>"
        b"<Error><Key>site/en/c.html</Key><Code>InternalError</Code><Message>No.</Message></Error>"
        b"<Error><Key>site/en/d.html</Key><Code>NoSuchKey</Code><Message>No.</Message></Error>"
        b"</DeleteResult>"
    )

    with pytest.raises(PublishError) as raised:
        target.delete(["en/a.html", "en/b.html", "en/c.html", "en/d.html"])

    assert raised.value.failures.keys() == {"en/a.html", "en/c.html"}
    assert "may not do that" in raised.value.failures["en/a.html"]
    assert "busy or failing" in raised.value.failures["en/c.html"]


def test_when_deleting_breaks_off_every_file_that_may_be_left_is_named(
    scripted: ScriptedStore, target: S3Target
) -> None:
    first = Answer(
        body=b"<DeleteResult><Error><Key>site/en/0.html</Key><Code>AccessDenied</Code></Error></DeleteResult>"
    )
    scripted.script = one_by_one(first, refusal("AccessDenied", 403))
    keys = [f"en/{number}.html" for number in range(2_500)]

    with pytest.raises(PublishError) as raised:
        target.delete(keys)

    assert raised.value.failures.keys() == {"en/0.html", *keys[1_000:]}


def test_a_deletion_carries_the_md5_that_older_stores_insist_on(
    scripted: ScriptedStore, target: S3Target
) -> None:
    scripted.script = lambda _: Answer(body=b"<DeleteResult></DeleteResult>")

    target.delete(["en/index.html"])

    [asked] = scripted.asked
    assert asked.headers["Content-MD5"] == md5(asked.body)
    assert not [name for name in asked.headers if "checksum" in name.lower()]


def test_an_upload_carries_the_md5_of_what_was_checked_against_the_manifest(
    scripted: ScriptedStore, target: S3Target, publish: Publish
) -> None:
    scripted.script = lambda _: TAKEN

    publish(target, "en/index.html", b"page")
    target.write_state("manifest.json", b"{}")

    assert [asked.headers["Content-MD5"] for asked in scripted.asked] == [md5(b"page"), md5(b"{}")]


def test_a_store_with_a_name_needs_no_name_for_each_bucket(scripted: ScriptedStore) -> None:
    S3Target.open("portal", endpoint_url=scripted.address.replace("127.0.0.1", "localhost"))

    assert scripted.asked[0].path.startswith("/portal?")


def test_reading_asks_the_store_for_no_checksums(scripted: ScriptedStore, target: S3Target) -> None:
    scripted.script = lambda _: Answer(body=b"page")

    assert target.read("en/index.html") == b"page"
    assert not [name for name in scripted.asked[0].headers if "checksum" in name.lower()]


def test_an_upload_is_one_plain_request_that_any_store_understands(
    scripted: ScriptedStore, target: S3Target, publish: Publish
) -> None:
    scripted.script = lambda _: TAKEN

    publish(target, "en/index.html", b"page")

    [asked] = scripted.asked
    assert (asked.method, asked.path, asked.body) == ("PUT", "/portal/site/en/index.html", b"page")
    assert not [name for name in asked.headers if "checksum" in name.lower() or "trailer" in name.lower()]
    assert not {"Content-Encoding", "Expect"} & asked.headers.keys()
