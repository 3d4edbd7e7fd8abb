"""Which engines this installation has."""

from functools import lru_cache

from django.conf import settings

from translations.engines.deepl import DeepLEngine
from translations.engines.protocol import Engine


@lru_cache(maxsize=4)
def _deepl(auth_key: str, server_url: str) -> Engine:
    return DeepLEngine(auth_key, server_url)


def configured_engine() -> Engine | None:
    """Return the engine that new text goes to, or None where no key is set."""
    if not settings.DEEPL_AUTH_KEY:
        return None
    return _deepl(settings.DEEPL_AUTH_KEY, settings.DEEPL_SERVER_URL)
