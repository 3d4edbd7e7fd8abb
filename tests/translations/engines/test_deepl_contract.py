import pytest

from tests.doubles.deepl_server import DeepLServer
from tests.translations.engines.contract import EngineContract
from translations.engines.deepl import DeepLEngine
from translations.engines.protocol import Engine


class TestDeepL(EngineContract):
    @pytest.fixture
    def engine(self, deepl_server: DeepLServer) -> Engine:
        return DeepLEngine(deepl_server.auth_key, deepl_server.url, timeout=5, retries=0)
