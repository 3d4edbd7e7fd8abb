"""Every sentence of the interface exists in the languages of those who read it."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from scripts.messages import CATALOGUES, COMPLETE_LANGUAGE, messages_of_the_code, problems, read


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_catalogue_is_complete(language: str) -> None:
    wanted = messages_of_the_code(public_only=language != COMPLETE_LANGUAGE)

    assert problems(read(language), wanted) == []


def test_strings_are_found_in_code_and_in_templates(tmp_path: Path) -> None:
    (tmp_path / "cms" / "templates").mkdir(parents=True)
    (tmp_path / "cms" / "panels.py").write_text('LABEL = gettext_lazy("From code")')
    (tmp_path / "cms" / "templates" / "page.html").write_text(
        '  <p>\n    {% translate "From a tag" %}\n {% blocktranslate trimmed %}\n  From {{ a }}\n'
        " block\n{% endblocktranslate %}"
    )

    found = messages_of_the_code(tmp_path)

    assert {message.id for message in found if message.id} == {"From code", "From a tag", "From %(a)s block"}


@pytest.mark.parametrize(
    ("string", "flags", "fault"),
    [
        ("", [], "is not translated"),
        ("Lưu %(name)s", ["fuzzy"], "fuzzy"),
        ("Lưu %(tên)s", [], "another form"),
    ],
)
def test_a_faulty_translation_is_named(string: str, flags: list[str], fault: str) -> None:
    catalogue = Catalog(locale="vi", fuzzy=False)
    catalogue.add("Save %(name)s", string, flags=flags)

    assert len(named := problems(catalogue, Catalog())) == 1
    assert fault in named[0]


def test_a_string_without_translation_is_named() -> None:
    wanted = Catalog()
    wanted.add("Save")

    assert problems(Catalog(locale="vi", fuzzy=False), wanted) == [
        "'Save' is not in the catalogue: run `make messages`."
    ]


def test_a_catalogue_that_would_not_be_compiled_is_named() -> None:
    assert len(problems(Catalog(locale="vi", fuzzy=True), Catalog())) == 1
