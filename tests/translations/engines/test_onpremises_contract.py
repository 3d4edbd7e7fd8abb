import pytest

from tests.doubles.libretranslate_server import LibreTranslateServer
from tests.translations.engines.contract import EngineContract
from translations.engines.onpremises import OnPremisesEngine
from translations.engines.protocol import Engine


class TestOnPremises(EngineContract):
    @pytest.fixture
    def engine(self, libretranslate_server: LibreTranslateServer) -> Engine:
        return OnPremisesEngine(libretranslate_server.url, timeout=5)
