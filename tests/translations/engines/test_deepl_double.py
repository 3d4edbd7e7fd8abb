"""The double refuses what DeepL refuses; otherwise the tests that use it would prove nothing."""

import json
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from tests.doubles.deepl_server import MAX_BYTES, DeepLServer

SOUND: dict[str, Any] = {
    "text": ['Đền <span data-n="1">Trần</span> 1305'],
    "source_lang": "VI",
    "target_lang": "JA",
    "tag_handling": "html",
    "tag_handling_version": "v2",
}


def test_a_sound_request_is_translated_with_its_tags_and_figures(deepl_server: DeepLServer) -> None:
    status, reply = post(deepl_server, SOUND)
    (translation,) = reply["translations"]
    assert status == 200
    assert translation["text"].startswith("【訳】")
    assert '<span data-n="1">' in translation["text"]
    assert translation["text"].endswith("</span> 1305")
    assert translation["billed_characters"] == 13


def test_a_form_is_understood_like_json(deepl_server: DeepLServer) -> None:
    form = urlencode(SOUND, doseq=True).encode()
    assert call(deepl_server, "POST", "/v2/translate", form, "application/x-www-form-urlencoded") == post(
        deepl_server, SOUND
    )


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"text": []}, 400),
        ({"text": "Đền"}, 400),
        ({"text": [1]}, 400),
        ({"text": ["a"] * 51}, 400),
        ({"text": ["a" * MAX_BYTES]}, 413),
        ({"source_lang": None}, 400),
        ({"source_lang": "EN"}, 400),
        ({"target_lang": None}, 400),
        ({"target_lang": "EN"}, 400),
        ({"target_lang": "FR"}, 400),
        ({"tag_handling": "markdown"}, 400),
        ({"tag_handling_version": None}, 400),
        ({"tag_handling_version": "v3"}, 400),
        ({"target_lang": "KO", "formality": "more"}, 400),
        ({"target_lang": "KO", "formality": "prefer_more"}, 200),
        ({"text": ["a"] * 50}, 200),
        ({"target_lang": "EN-US"}, 200),
    ],
)
def test_the_limits_are_deepls(deepl_server: DeepLServer, change: dict[str, Any], status: int) -> None:
    changed = {key: value for key, value in (SOUND | change).items() if value is not None}
    assert post(deepl_server, changed)[0] == status


def test_a_body_that_is_no_json_is_a_bad_request(deepl_server: DeepLServer) -> None:
    assert call(deepl_server, "POST", "/v2/translate", b"{", "application/json")[0] == 400


def test_another_key_is_forbidden(deepl_server: DeepLServer) -> None:
    deepl_server.auth_key = "changed"
    assert post(deepl_server, SOUND, key="double-key")[0] == 403
    assert deepl_server.requests == []


def test_usage_counts_what_was_billed(deepl_server: DeepLServer) -> None:
    post(deepl_server, SOUND)
    status, usage = call(deepl_server, "GET", "/v2/usage")
    assert (status, usage) == (200, {"character_count": 13, "character_limit": 1_000_000})


def test_languages_are_listed_for_both_sides(deepl_server: DeepLServer) -> None:
    _, sources = call(deepl_server, "GET", "/v2/languages?type=source")
    _, targets = call(deepl_server, "GET", "/v2/languages?type=target")
    assert [language["language"] for language in sources] == ["VI"]
    assert [language["language"] for language in targets] == ["EN-GB", "EN-US", "JA", "KO"]


def test_another_address_is_not_found(deepl_server: DeepLServer) -> None:
    assert call(deepl_server, "GET", "/v2/translate")[0] == 404


def test_faults_come_in_the_order_they_were_ordered(deepl_server: DeepLServer) -> None:
    deepl_server.fail_next("503", times=2)
    deepl_server.fail_next("429", after=1)
    assert [post(deepl_server, SOUND)[0] for _ in range(5)] == [503, 503, 200, 429, 200]


def test_faults_can_be_called_off(deepl_server: DeepLServer) -> None:
    deepl_server.fail_next("503", times=2)
    deepl_server.succeed()
    assert post(deepl_server, SOUND)[0] == 200


def test_an_unknown_fault_is_an_error(deepl_server: DeepLServer) -> None:
    with pytest.raises(ValueError, match="knows no fault '418'"):
        deepl_server.fail_next("418")  # type: ignore[arg-type] # the mistake under test


def post(server: DeepLServer, body: dict[str, Any], key: str | None = None) -> tuple[int, Any]:
    return call(server, "POST", "/v2/translate", json.dumps(body).encode(), "application/json", key)


def call(
    server: DeepLServer,
    method: str,
    path: str,
    body: bytes = b"",
    content_type: str = "text/plain",
    key: str | None = None,
) -> tuple[int, Any]:
    headers = {"Authorization": f"DeepL-Auth-Key {key or server.auth_key}", "Content-Type": content_type}
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=5)
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, json.loads(response.read())
    finally:
        connection.close()
