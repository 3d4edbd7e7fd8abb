import pytest

pytest.register_assert_rewrite("tests.deploy.targets.contract")
