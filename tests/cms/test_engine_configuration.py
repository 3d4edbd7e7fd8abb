"""What the environment may say about engines."""

import pytest

from cms.configuration import ConfigurationError, read

PRODUCTION = {
    "DATABASE_URL": "postgres://portal@localhost/portal",
    "SECRET_KEY": "k" * 50,
    "PORTAL_BASE_URL": "https://www.example.vn",
    "ADMIN_BASE_URL": "https://cms.example.vn",
    "PUBLISH_TARGET": "s3://bucket",
}


def test_a_free_key_stops_a_production_start_without_being_shown() -> None:
    with pytest.raises(ConfigurationError, match="DEEPL_AUTH_KEY is the key of a free account") as raised:
        read({**PRODUCTION, "DEEPL_AUTH_KEY": "279a2e9d:fx "}, production=True)
    assert "279a2e9d" not in str(raised.value)


def test_a_paid_key_starts_production_and_a_free_one_starts_development() -> None:
    paid = read({**PRODUCTION, "DEEPL_AUTH_KEY": "279a2e9d"}, production=True)
    assert paid.deepl_auth_key == "279a2e9d"
    assert read({"DEEPL_AUTH_KEY": "279a2e9d:fx"}).deepl_auth_key == "279a2e9d:fx"


def test_an_engine_in_the_house_is_named_by_its_address_and_key() -> None:
    configured = read(
        {"ONPREMISES_URL": "https://translate.example.vn/mt", "ONPREMISES_API_KEY": " key "}, production=False
    )
    assert configured.onpremises_url == "https://translate.example.vn/mt"
    assert configured.onpremises_api_key == "key"
    assert read({}).onpremises_url == ""


@pytest.mark.parametrize("address", ["translate.example.vn", "ftp://translate.example.vn", "https://"])
def test_an_address_that_is_none_stops_the_start(address: str) -> None:
    with pytest.raises(ConfigurationError, match="ONPREMISES_URL is"):
        read({"ONPREMISES_URL": address})
