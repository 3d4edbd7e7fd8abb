"""Which engines this installation has."""

from collections.abc import Mapping
from functools import lru_cache

from django.conf import settings

from translations.engines.deepl import DeepLEngine
from translations.engines.onpremises import OnPremisesEngine
from translations.engines.protocol import Engine


@lru_cache(maxsize=4)
def _deepl(auth_key: str, server_url: str) -> Engine:
    return DeepLEngine(auth_key, server_url)


@lru_cache(maxsize=4)
def _onpremises(url: str, api_key: str) -> Engine:
    return OnPremisesEngine(url, api_key)


def configured_engines() -> Mapping[str, Engine]:
    """Return the engines that are set up, by name, in the order in which they are tried."""
    engines: dict[str, Engine] = {}
    if settings.DEEPL_AUTH_KEY:
        engines["deepl"] = _deepl(settings.DEEPL_AUTH_KEY, settings.DEEPL_SERVER_URL)
    if settings.ONPREMISES_URL:
        engines["onpremises"] = _onpremises(settings.ONPREMISES_URL, settings.ONPREMISES_API_KEY)
    return engines
