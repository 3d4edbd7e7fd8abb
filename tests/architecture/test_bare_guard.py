"""The guard that every test runs under tells the project's code from everybody else's."""

from typing import Any

import pytest

from content.models import Agency
from tests.architecture.source import ROOT
from tests.bare_guard import BareFieldTouched


def run(code: str, *, place: str) -> Any:
    found: dict[str, Any] = {"agency": Agency(name_vi="Sở Du lịch")}
    exec(compile(code, str(ROOT / place), "exec"), found)  # noqa: S102 - code of this test, as if it stood there
    return found


@pytest.mark.parametrize("code", ["agency.name", "agency.name = 'A'"])
def test_the_projects_code_may_not_touch_a_bare_field(code: str) -> None:
    with pytest.raises(BareFieldTouched, match=r"deploy/nowhere.py:1 touches `name`"):
        run(code, place="deploy/nowhere.py")


def test_a_column_that_names_its_language_may_be_touched() -> None:
    assert run("name = agency.name_vi", place="deploy/nowhere.py")["name"] == "Sở Du lịch"


def test_templates_and_libraries_may_read_a_bare_field() -> None:
    assert run("name = agency.name", place="../library.py")["name"] == "Sở Du lịch"
