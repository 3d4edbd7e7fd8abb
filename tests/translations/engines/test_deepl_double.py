"""The double refuses what DeepL refuses; otherwise the tests that use it would prove nothing."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from tests.doubles.deepl_server import MAX_BYTES, DeepLServer, Fault
from tests.doubles.faults import seeded

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
        ({"custom_instructions": ["Be brief."] * 10}, 200),
        ({"custom_instructions": ["Be brief."] * 11}, 400),
        ({"custom_instructions": ["ế" * 300]}, 200),
        ({"custom_instructions": ["ế" * 301]}, 400),
        ({"custom_instructions": "Be brief."}, 400),
        ({"custom_instructions": ["Be brief."], "model_type": "latency_optimized"}, 400),
        ({"glossary_id": "none-such"}, 404),
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


def test_the_same_text_is_counted_each_time_it_is_billed(deepl_server: DeepLServer) -> None:
    for change in ({}, {}, {"target_lang": "KO"}):
        post(deepl_server, SOUND | change)
    (text,) = SOUND["text"]
    assert deepl_server.billed == {(text, "JA"): 2, (text, "KO"): 1}


def test_what_is_answered_late_or_brokenly_is_billed_all_the_same(deepl_server: DeepLServer) -> None:
    deepl_server.delay = 0.01
    faults: tuple[Fault, ...] = ("slow", "truncated", "broken_off", "keys", "types", "short", "reordered")
    for fault in faults:
        deepl_server.fail_next(fault)
        with suppress(ValueError, HTTPException):
            post(deepl_server, SOUND)
    assert set(deepl_server.billed.values()) == {len(faults)}


def test_a_seeded_plan_gives_the_same_faults_again(deepl_server: DeepLServer) -> None:
    kinds: tuple[Fault, ...] = ("429", "503")
    plan = seeded(7, 0.5, kinds)
    deepl_server.faults = plan
    statuses = [post(deepl_server, SOUND)[0] for _ in range(20)]
    assert statuses == [int(plan(number) or 200) for number in range(1, 21)]
    assert set(statuses) == {200, 429, 503}
    assert statuses != [int(seeded(8, 0.5, kinds)(number) or 200) for number in range(1, 21)]


def test_requests_at_the_same_time_are_counted(deepl_server: DeepLServer) -> None:
    deepl_server.fail_next("slow", times=4)
    with ThreadPoolExecutor(4) as pool:
        statuses = [status for status, _ in pool.map(lambda _: post(deepl_server, SOUND), range(4))]
    assert statuses == [200] * 4
    assert deepl_server.most_at_work == 4
    assert set(deepl_server.billed.values()) == {4}


def test_a_glossary_is_made_listed_found_used_and_deleted(deepl_server: DeepLServer) -> None:
    status, made = glossary(deepl_server)
    assert (status, made["dictionaries"][0]["entry_count"]) == (201, 2)
    path = f"/v3/glossaries/{made['glossary_id']}"
    assert call(deepl_server, "GET", "/v3/glossaries") == (200, {"glossaries": [made]})
    assert call(deepl_server, "GET", path) == (200, made)
    assert post(deepl_server, SOUND | {"glossary_id": made["glossary_id"]})[0] == 200
    assert post(deepl_server, SOUND | {"glossary_id": made["glossary_id"], "target_lang": "KO"})[0] == 400
    assert call(deepl_server, "DELETE", path)[0] == 204
    assert call(deepl_server, "GET", path)[0] == 404


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"entries": ""}, 400),
        ({"entries": "phở"}, 400),
        ({"entries": "phở\tpho\tbun"}, 400),
        ({"entries": "phở\tpho\nphở\tbun"}, 400),
        ({"entries": "phở\tp\u0008ho"}, 400),
        ({"entries": f"{'ế' * 342}\tpho"}, 400),
        ({"entries": f"{'ế' * 341}\tpho"}, 201),
        ({"entries_format": "xml"}, 400),
        ({"target_lang": "vi"}, 400),
        ({"target_lang": "fr"}, 400),
    ],
)
def test_the_limits_of_a_glossary_are_deepls(
    deepl_server: DeepLServer, change: dict[str, str], status: int
) -> None:
    assert glossary(deepl_server, change)[0] == status


def glossary(server: DeepLServer, change: dict[str, str] | None = None) -> tuple[int, Any]:
    dictionary = {
        "source_lang": "vi",
        "target_lang": "ja",
        "entries": "phở\tフォー\nchùa\t寺",
        "entries_format": "tsv",
    }
    body = {"name": "portal-1", "dictionaries": [dictionary | (change or {})]}
    return call(server, "POST", "/v3/glossaries", json.dumps(body).encode(), "application/json")


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
        return response.status, json.loads(response.read() or b"null")
    finally:
        connection.close()
