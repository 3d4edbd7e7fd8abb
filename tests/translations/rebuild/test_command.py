"""``manage.py translations verify`` and ``rebuild`` as a terminal or a script sees them."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.translations.rebuild.corruption import store_raw
from tests.translations.rebuild.stock import published
from translations.models import Edition, SourceVersion

pytestmark = pytest.mark.django_db


def command(*arguments: str) -> str:
    out = StringIO()
    call_command("translations", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def refused(*arguments: str) -> tuple[str, str]:
    """Run a command that fails, and return what it printed and why it failed."""
    out = StringIO()
    with pytest.raises(CommandError) as raised:
        call_command("translations", *arguments, stdout=out, stderr=StringIO())
    assert raised.value.returncode == 1
    return out.getvalue(), str(raised.value)


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_sentence_is_said_for_each_difference_and_the_command_fails() -> None:
    page = published()
    store_raw(page, "title_ja", "別の題")

    said, error = refused("verify")

    first, last = said.strip().splitlines()
    assert first == (
        f"content.articlepage {page.pk} “{page.title_vi}”, ja, title_ja: "
        "The column is not what the public segments compose to."
    )
    assert last.endswith("1 differences, 0 cured.")
    assert "translations rebuild" in error


def test_what_was_restored_is_found_in_order() -> None:
    page = published()
    store_raw(page, "title_ja", "別の題")

    assert command("rebuild").endswith("1 differences, 1 cured.\n")

    assert json.loads(command("verify", "--json"))["differences"] == 0


def test_what_cannot_be_restored_makes_the_rebuild_fail() -> None:
    page = published()
    SourceVersion.objects.of(page).update(hash="0" * 64)

    said, error = refused("rebuild")

    assert said.strip().endswith("2 differences, 0 cured.")
    assert "nothing says what should stand there" in error


def test_each_difference_can_be_read_by_a_program() -> None:
    page = published()
    store_raw(page, "title_ja", "別の題")

    said, _error = refused("verify", "--json")

    first, last = map(json.loads, said.strip().splitlines())
    assert (first["language"], first["place"], first["curable"]) == ("ja", "title_ja", True)
    assert last["differences"] == 1


@pytest.mark.parametrize(
    ("stream", "shown"),
    [(Terminal, "\rLooked at {0} of {0} objects\n"), (StringIO, "Looked at {0} of {0} objects.\n")],
)
def test_progress_is_shown_on_standard_error(stream: type[StringIO], shown: str) -> None:
    published()
    out, err = StringIO(), stream()

    call_command("translations", "verify", stdout=out, stderr=err, no_color=True)

    count = int(out.getvalue().split()[0])
    assert count >= Edition.objects.values("object_id").distinct().count()
    assert err.getvalue().endswith(shown.format(count))
