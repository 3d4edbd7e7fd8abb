"""The words of the installed apps that the Vietnamese admin shows."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import django
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

OWN = Path(settings.BASE_DIR) / "cms" / "wagtail_locale"
DOMAINS = ("django", "djangojs")
# What a translation keeps as it is: %(name)s, %s, {name} and tags with their attributes.
KEPT = re.compile(r"%(?:\(\w+\))?[a-z]|\{\w*\}|</?[a-z][^<>]*?>")

Key = tuple[str | None, str]


def _catalogue(locale_dir: Path, language: str, domain: str) -> Catalog:
    path = locale_dir / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=domain)


def _own(domain: str) -> Catalog:
    return _catalogue(OWN, "vi", domain)


def _installed_locale_dirs() -> list[Path]:
    of_apps = [Path(config.path) / "locale" for config in apps.get_app_configs()]
    return [Path(django.__file__).parent / "conf" / "locale", *of_apps]


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _key(message: Message) -> Key:
    return message.context, _forms(message.id)[0]


def _translated(catalogue: Catalog) -> set[Key]:
    return {
        _key(message) for message in _messages(catalogue) if not message.fuzzy and all(_forms(message.string))
    }


def _kept(text: str) -> Counter[str]:
    return Counter(KEPT.findall(text.replace("%%", "")))


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_string_of_the_installed_apps_is_vietnamese(domain: str) -> None:
    places = _installed_locale_dirs()
    wanted = {_key(message) for place in places for message in _messages(_catalogue(place, "en", domain))}
    there = _translated(_own(domain)).union(
        *(_translated(_catalogue(place, "vi", domain)) for place in places)
    )

    assert wanted, "The apps brought no English catalogue to compare with."
    assert sorted(wanted - there, key=str) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_keeps_placeholders_and_markup(domain: str) -> None:
    changed = [
        (message.id, message.string)
        for message in _messages(_own(domain))
        for string in _forms(message.string)
        if _kept(string) not in [_kept(form) for form in _forms(message.id)]
    ]

    assert changed == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_keeps_the_space_at_its_ends(domain: str) -> None:
    changed = [
        message.string
        for message in _messages(_own(domain))
        if {_ends(string) for string in _forms(message.string)} != {_ends(_forms(message.id)[0])}
    ]

    assert changed == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_is_fuzzy_or_empty_or_malformed(domain: str) -> None:
    catalogue = _own(domain)
    translated = _translated(catalogue)

    assert not catalogue.fuzzy
    assert catalogue.num_plurals == 1
    assert [message.id for message in _messages(catalogue) if _key(message) not in translated] == []
    assert [(message.id, errors) for message, errors in catalogue.check()] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_file_stays_in_order_so_that_a_change_reads_as_one(domain: str) -> None:
    messages = _messages(_own(domain))

    assert [_key(m)[1] for m in messages] == sorted(_key(m)[1] for m in messages)
    assert [message.id for message in messages if message.locations] == []


def test_the_admin_speaks_vietnamese() -> None:
    with override("vi"):
        assert gettext("Save draft") == "Lưu bản nháp"
        assert gettext("Unpublish") == "Gỡ xuất bản"
        assert ngettext("1 page", "%(counter)s pages", 1) == "%(counter)s trang"


@pytest.mark.django_db
def test_the_scripts_of_the_admin_speak_vietnamese(client: Client) -> None:
    script = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()

    for word in ("Thu gọn tất cả", "Đang tự động lưu…", "Bình luận", "Tìm tùy chọn…"):
        assert json.dumps(word) in script


def test_english_stays_for_those_who_chose_it() -> None:
    with override("en"):
        assert gettext("Save draft") == "Save draft"


def test_a_word_that_is_ours_and_wagtails_has_one_translation() -> None:
    ours = _catalogue(Path(settings.BASE_DIR) / "locale", "vi", "django")
    theirs = {(message.context, message.id): message.string for message in _messages(_own("django"))}

    # Django shows ours wherever both have the string, also where Wagtail means something else.
    assert {
        message.id: (message.string, theirs[message.context, message.id])
        for message in _messages(ours)
        if theirs.get((message.context, message.id), message.string) != message.string
    } == {}
