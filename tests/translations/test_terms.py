"""Terms of the glossary: when they are in use, what contradicts itself, what engines and checks get."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from tests import factories
from translations.checks.pair import ExpectedTerm
from translations.models import Term
from translations.operations.expected_terms import ExpectedTerms
from translations.operations.glossary_version import TermsInText, engine_dictionaries, glossary_version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sentences_are_english() -> Iterator[None]:
    with translation.override("en"):
        yield


MERGER = date(2025, 7, 1)


def term(vi: str = "phường", **fields: Any) -> Term:
    return Term.objects.create(**{"vi": vi, "en": f"{vi} in English", "approved": True, **fields})


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "is_valid"),
    [
        (None, None, True),
        (MERGER, None, True),
        (None, MERGER, True),
        (MERGER, MERGER, True),
        (MERGER + timedelta(1), None, False),
        (None, MERGER - timedelta(1), False),
    ],
)
def test_a_term_is_in_use_from_its_first_day_to_its_last(
    valid_from: date | None, valid_to: date | None, is_valid: bool
) -> None:
    term(valid_from=valid_from, valid_to=valid_to)

    assert Term.objects.valid_on(MERGER).exists() is is_valid


@pytest.mark.parametrize(
    ("fields", "field", "says"),
    [
        ({"valid_from": MERGER, "valid_to": MERGER - timedelta(1)}, "valid_to", "before the first"),
        ({"en": "ward", "forbidden_en": "quarter\n  WARD "}, "en", "forbidden itself"),
        ({"en": "ward", "forbidden_ko": "읍"}, "ko", "the one to use instead"),
        ({"en": " ", "locked": True}, "locked", "needs a translation"),
    ],
)
def test_a_term_that_contradicts_itself_is_refused_with_a_sentence(
    fields: dict[str, Any], field: str, says: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        Term(**{"vi": "phường", **fields}).full_clean()

    ((sentence,),) = [caught.value.message_dict[field]]
    assert says in sentence


def test_letters_are_composed_and_lines_are_tidied() -> None:
    stored = Term(
        vi=" xa\u0303 \n mới", en="new  commune", forbidden_en="\nvillage\n\n village \nrural  ward"
    )

    stored.full_clean()

    assert (stored.vi, stored.en) == ("xã mới", "new commune")
    assert stored.forbidden("en") == ("village", "rural ward")
    assert stored.forbidden("ja") == ()


def test_checks_get_what_is_forbidden_and_what_is_locked() -> None:
    term("tỷ lệ lấp đầy", ja="入居率", forbidden_ja="埋め立て率\n充填率", locked=True)

    assert ExpectedTerms().of("Tỷ lệ lấp đầy cao", "ja") == [
        ExpectedTerm("tỷ lệ lấp đầy", "入居率", ("埋め立て率", "充填率"), locked=True)
    ]
    assert ExpectedTerms().of("Tỷ lệ lấp đầy cao", "ko") == []


def test_checks_expect_the_terms_of_their_day() -> None:
    term("huyện", en="district", valid_to=MERGER - timedelta(1))
    term("phường", en="ward", valid_from=timezone.localdate())
    term("xã", en="commune", approved=False)
    source = "huyện, phường, xã"

    assert [found.wanted for found in ExpectedTerms().of(source, "en")] == ["ward"]
    before = ExpectedTerms(day=MERGER - timedelta(1))
    assert [found.wanted for found in before.of(source, "en")] == ["district"]


def test_engines_get_what_is_approved_in_use_and_translated() -> None:
    term("phường", en="ward", ja="街区")
    term("xã", en=" rural\n commune ", approved=True)
    term("huyện", en="district", valid_to=MERGER)
    term("thị trấn", en="township", approved=False)

    assert engine_dictionaries() == {
        "en": {"phường": "ward", "xã": "rural commune"},
        "ja": {"phường": "街区"},
    }
    assert engine_dictionaries(day=MERGER)["en"]["huyện"] == "district"


def test_engines_get_the_spelling_of_the_glossary() -> None:
    term("hoàn thuế", en="tax refund")

    assert engine_dictionaries() == {"en": {"hoàn thuế": "tax refund"}}


def test_the_version_tells_terms_apart_and_not_how_they_came() -> None:
    assert glossary_version() == ""
    term("phường", en="ward")
    term("xã", en="commune")
    version = glossary_version()
    assert len(version) == 64

    Term.objects.all().delete()
    term("xã", en="commune", note="checked", locked=True)
    term("phường", en="ward")
    term("huyện", en="district", approved=False)
    assert glossary_version() == version

    Term.objects.filter(vi="xã").update(en="rural commune")
    assert glossary_version() != version


def test_only_the_terms_in_a_text_change_its_key() -> None:
    term("phường", en="ward")
    source = "Mỗi <1>phường</1> một trạm y tế"
    key = TermsInText().key(source, "en")
    assert len(key) == 64
    assert TermsInText().key(source, "ja") == ""
    assert TermsInText().key("Không có gì", "en") == ""

    term("xã", en="commune")
    assert TermsInText().key(source, "en") == key
    term("trạm y tế", en="health station")
    assert TermsInText().key(source, "en") != key


def test_the_key_follows_the_word_and_not_the_order_of_the_text() -> None:
    term("phường", en="ward")
    term("xã", en="commune")
    assert TermsInText().key("phường, xã", "en") == TermsInText().key("xã, phường", "en")

    before = TermsInText().key("phường", "en")
    Term.objects.filter(vi="phường").update(en="urban ward")
    assert TermsInText().key("phường", "en") != before


def test_a_longer_term_without_a_word_in_the_language_hides_no_shorter_one() -> None:
    term("khu công nghiệp", ja="工業団地")
    term("khu công nghiệp Hòa Xá", ja="")

    assert TermsInText().key("Khu công nghiệp Hòa Xá", "ja") != ""


def test_the_terms_are_read_once(django_assert_num_queries: Any) -> None:
    term()
    terms, expected = TermsInText(), ExpectedTerms()

    with django_assert_num_queries(2):
        for _time in range(3):
            terms.key("phường", "en")
            expected.of("phường", "en")


def test_the_listing_shows_and_filters_terms(client: Client) -> None:
    client.force_login(factories.person(is_superuser=True))
    term("phường", kind="place")
    term("xã", approved=False)
    address = reverse("wagtailsnippets_translations_term:list")

    assert b"x\xc3\xa3 in English" in client.get(address).content
    html = client.get(address, {"approved": "true", "kind": "place"}).content.decode()
    assert "phường in English" in html
    assert "xã in English" not in html
    assert "xã in English" in client.get(address, {"q": "xã"}).content.decode()
    assert client.get(reverse("wagtailsnippets_translations_term:add")).status_code == 200
