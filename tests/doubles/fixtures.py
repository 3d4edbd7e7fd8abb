"""Fixtures of the doubles, for the root conftest to import."""

from collections.abc import Iterator

import pytest

from tests.doubles.deepl_server import DeepLServer
from tests.doubles.libretranslate_server import LibreTranslateServer


@pytest.fixture
def deepl_server() -> Iterator[DeepLServer]:
    """A DeepL on loopback that lives for one test."""
    with DeepLServer() as server:
        yield server


@pytest.fixture
def libretranslate_server() -> Iterator[LibreTranslateServer]:
    """A LibreTranslate on loopback that lives for one test."""
    with LibreTranslateServer() as server:
        yield server
