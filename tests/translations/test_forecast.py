"""What sending costs is known before, and a month's budget is never exceeded."""

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.models import Agency
from tests import factories
from tests.translations.desk_setup import Desk, FakeEngine, ask, use_engines
from translations.enums import JobState, Waiting
from translations.models import Edition, EnginePlan, EngineRequest
from translations.operations.forecast import forecast
from translations.operations.plans import budget_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return Desk.begun()


def test_nothing_is_sent_that_the_months_budget_does_not_take(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = FakeEngine()
    use_engines(monkeypatch, engine)
    wanted = forecast(editions=[desk.edition]).characters
    EnginePlan.objects.create(monthly_characters=wanted - 1)

    job = ask(desk.edition)

    assert job is not None
    assert (job.state, engine.jobs) == (JobState.PAUSED, [])
    assert desk.fresh().waiting == Waiting.BUDGET
    assert {str(wanted), str(wanted - 1)} <= set(re.findall(r"\d+", desk.fresh().waiting_detail))
    EnginePlan.objects.update(monthly_characters=wanted)
    ask(desk.edition)
    assert desk.missing() == set()
    assert budget_of(None).left == 0


def test_a_forecast_counts_each_text_once_and_says_its_price(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_engines(monkeypatch, FakeEngine())
    EnginePlan.objects.create(monthly_characters=1_000_000, price_per_million=Decimal(20), currency="EUR")

    before = forecast(editions=[desk.edition, desk.edition])

    ask(desk.edition)
    sent = EngineRequest.objects.get()
    assert (before.characters, before.texts) == (sent.characters, sent.texts)
    assert before.price == Decimal(20 * sent.characters / 1_000_000).quantize(Decimal("0.01"))
    assert (before.fits, before.currency) == (True, "EUR")
    assert forecast(editions=[desk.edition]).characters == 0


def test_agencies_without_a_plan_share_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    use_engines(monkeypatch, FakeEngine())
    pages = []
    for code in ("sct", "sdl"):
        page = factories.article(
            f"Đoạn văn của {code}.", agency=Agency.objects.create(name_vi=code, code=code)
        )
        factories.cleared(page)
        pages.append(page)
    editions = [Edition.objects.of(page).get(language="ja") for page in pages]
    each = [forecast(editions=[edition]).characters for edition in editions]
    EnginePlan.objects.create(monthly_characters=sum(each) - 1)

    assert all(forecast(editions=[edition]).fits for edition in editions)
    assert not forecast(editions=editions).fits


def test_the_queries_of_a_forecast_do_not_grow_with_the_editions(monkeypatch: pytest.MonkeyPatch) -> None:
    use_engines(monkeypatch, FakeEngine())

    def queries(pages: int) -> int:
        for number in range(pages):
            factories.cleared(factories.article(f"Đoạn văn thứ {number} của trang."))
        editions = list(Edition.objects.all())
        with CaptureQueriesContext(connection) as captured:
            forecast(editions=editions)
        return len(captured)

    queries(1)
    assert queries(1) == queries(8)


def test_what_the_budget_does_not_take_goes_to_an_engine_that_costs_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dear, own = FakeEngine(), FakeEngine()
    own.name, own.is_billed = "own", False
    use_engines(monkeypatch, dear, own)
    EnginePlan.objects.create(monthly_characters=1)

    ask(desk.edition)

    assert (dear.jobs, desk.missing()) == ([], set())
    assert EngineRequest.objects.get().engine == "own"


def test_where_every_engine_costs_nothing_no_budget_is_in_the_way(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = FakeEngine()
    own.is_billed = False
    use_engines(monkeypatch, own)
    EnginePlan.objects.create(monthly_characters=1)

    assert forecast(editions=[desk.edition]).fits
