import pytest

pytest.register_assert_rewrite("tests.translations.engines.contract")
