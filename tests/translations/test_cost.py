"""What translation costs, by the engine's own counters: every text is paid for once."""

from collections import Counter
from math import ceil

import pytest
from pytest_django import Settings

from content.models import ArticlePage
from tests import factories
from tests.doubles.deepl_server import DeepLServer
from tests.translations import desk_setup
from translations.engines.batching import MAX_TEXT_BYTES, MAX_TEXTS, encoded_bytes
from translations.engines.markup import to_html
from translations.models import Edition, EngineRequest
from translations.operations import clearance
from translations.operations.editions import open_editions
from translations.tasks import translate_edition

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "ja", "ko")


@pytest.fixture(autouse=True)
def _desk_uses_the_double(
    deepl_server: DeepLServer, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_setup.use_double(deepl_server, settings, monkeypatch)


def prepare(page: ArticlePage) -> None:
    """Do what publishing a cleared page does."""
    clearance.clear(instance=page, person=factories.person())
    for edition in open_editions(instance=page):
        translate_edition.enqueue(edition.pk)


def sent(server: DeepLServer, since: int = 0) -> Counter[tuple[str, str]]:
    """Return how often each text went out in each language."""
    return Counter(
        (request.body["target_lang"][:2].lower(), text)
        for request in server.requests[since:]
        for text in request.texts
    )


def test_one_word_in_a_long_article_sends_its_segment_alone(deepl_server: DeepLServer) -> None:
    paragraphs = [f"Đoạn số {number}: {', '.join(['mỗi năm hội làng lại mở'] * 21)}." for number in range(10)]
    assert sum(map(len, paragraphs)) >= 5_000
    page = factories.article(*paragraphs)
    prepare(page)
    before, paid = len(deepl_server.requests), deepl_server.billed_characters

    changed = paragraphs[4].replace("hội làng", "hội đền", 1)
    blocks = page.body_vi.get_prep_value()
    blocks[4]["value"] = f"<p>{changed}</p>"
    page.body_vi = blocks
    page.save()
    prepare(page)

    assert sent(deepl_server, before) == {(language, changed): 1 for language in LANGUAGES}
    assert deepl_server.billed_characters - paid == len(LANGUAGES) * len(changed)


def test_the_same_text_on_another_page_sends_nothing(deepl_server: DeepLServer) -> None:
    first = factories.article("Đền Trần ở Nam Định.", "Chùa <b>Phổ Minh</b>.", title_vi="Di tích")
    prepare(first)
    before = len(deepl_server.requests)

    second = factories.article("Đền Trần ở Nam Định.", "Chùa <b>Phổ Minh</b>.", title_vi="Di tích")
    prepare(second)

    assert len(deepl_server.requests) == before
    for edition in Edition.objects.of(second):
        assert not edition.units.filter(target="").exists()


def test_forty_pages_in_three_languages_send_each_text_once_in_the_fewest_requests(
    deepl_server: DeepLServer,
) -> None:
    """Each page's lead goes with its own texts, so a request holds texts of one page."""
    pages = [
        factories.article(
            *(f"Đoạn riêng {place} của trang {number}." for place in range(30 + number)),
            *(f"Câu chung {place} của nhiều trang." for place in range(number % 7 * 5)),
            title_vi=f"Trang {number}",
        )
        for number in range(40)
    ]
    known: set[str] = set()
    fewest = 0
    for page in pages:
        prepare(page)
        edition = Edition.objects.of(page).get(language="ja")
        new = set(edition.units.values_list("source", flat=True)) - known
        known |= new
        size = sum(encoded_bytes(to_html(text)) for text in new)
        fewest += max(ceil(len(new) / MAX_TEXTS), ceil(size / MAX_TEXT_BYTES))

    once = sent(deepl_server)

    assert set(once.values()) == {1}
    assert {text for _language, text in once} == {to_html(text) for text in known}
    assert len(once) == len(LANGUAGES) * len(known)
    assert deepl_server.billed_characters == len(LANGUAGES) * sum(map(len, known))
    assert len(deepl_server.requests) == len(LANGUAGES) * fewest == EngineRequest.objects.count()
