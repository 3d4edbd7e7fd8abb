import pytest

from tests.translations.engines.contract import EngineContract, texts_of
from translations.engines.echo import EchoEngine
from translations.engines.protocol import Engine, Job, translate


class TestEcho(EngineContract):
    @pytest.fixture
    def engine(self) -> Engine:
        return EchoEngine()


def test_echo_marks_the_language_before_the_text() -> None:
    assert texts_of(translate(EchoEngine(), Job(("Đền <1>Trần</1>",), "ja"))) == ["[ja] Đền <1>Trần</1>"]
