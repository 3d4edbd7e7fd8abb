"""Sectors, projects, incentives and procedures in the bake: what they show of each other, and today."""

import csv
import json
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.models import (
    DirectoryPage,
    IncentiveLegalBasis,
    IncentivePage,
    IncentiveSectorRow,
    LegalDocument,
    PortalPage,
    ProcedureLegalBasis,
    ProcedurePage,
    ProjectPage,
    SectorPage,
)
from deploy.bake.bake import SITE, bake_site
from deploy.bake.verify import differences
from media.multilingual import TARGET_LANGUAGES
from tests import factories
from tests.content.investing.sheets import step

pytestmark = pytest.mark.django_db

LAST_DAY = date(2031, 5, 1)
STEP = "00000000-0000-4000-8000-0000000000aa"


@pytest.fixture
def law() -> LegalDocument:
    document: LegalDocument = LegalDocument.objects.create(
        number="143/2025/QH15", kind="law", name_vi="Luật Đầu tư", effective_from=date(2026, 3, 1)
    )
    return document


@pytest.fixture
def pages(law: LegalDocument) -> dict[str, Any]:
    section = factories.section(slug="dau-tu", slug_intl="invest")
    found: dict[str, Any] = {"section": section}

    def add(page: PortalPage, name: str) -> None:
        page.slug = page.slug_intl = name
        section.add_child(instance=page)
        found[name] = page

    add(SectorPage(title_vi="Dệt may"), "sector")
    project = ProjectPage(title_vi="Nhà máy sợi", sector=found["sector"], called_until=LAST_DAY)
    project.capital_from, project.as_of = Decimal(10**12), date(2026, 1, 1)
    add(project, "project")
    incentive = IncentivePage(title_vi="Miễn thuế", kind="income-tax")
    incentive.legal_bases.set([IncentiveLegalBasis(document=law)])
    incentive.sectors.set([IncentiveSectorRow(sector=found["sector"])])
    add(incentive, "incentive")
    steps = [{**step(law=law.pk, law_number="", papers=[], note="", authority="", where=""), "id": STEP}]
    procedure = ProcedurePage(title_vi="Đăng ký", steps_vi=steps)
    procedure.legal_bases.set([ProcedureLegalBasis(document=law)])
    add(procedure, "procedure")
    for lists in ("projects", "incentives", "procedures"):
        add(DirectoryPage(title_vi=f"Danh mục {lists}", lists=lists), lists)
    factories.cleared(factories.home())
    for one in (*found.values(), law):
        factories.cleared(one)
        for language in TARGET_LANGUAGES:
            factories.translated(one, language)
    return found


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:
    def on(day: date) -> None:
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
        monkeypatch.setattr("deploy.bake.baker.timezone.now", lambda: moment)

    on(LAST_DAY)
    return on


def baked(root: Path, name: str) -> str:
    bake_site(root)
    assert not differences(root)
    return (root / SITE / name).read_text(encoding="utf-8")


def published(page: Any) -> None:
    page.save_revision().publish()
    factories.cleared(type(page).objects.get(pk=page.pk))


def test_a_call_leaves_its_facet_when_its_last_day_has_passed(
    pages: dict[str, Any], tmp_path: Path, at: Any
) -> None:
    calling, ended = (f"en/invest/projects/status-{name}/index.html" for name in ("calling", "expired"))
    assert "/en/invest/project/" in baked(tmp_path, calling)
    assert "/en/invest/project/" not in baked(tmp_path, ended)
    assert "status-expired" not in baked(tmp_path, "en/invest/projects/index.html")

    at(date(2031, 5, 2))

    assert "/en/invest/project/" not in baked(tmp_path, calling)
    assert "/en/invest/project/" in baked(tmp_path, ended)
    shown = baked(tmp_path, "en/invest/projects/index.html")
    assert "status-expired" in shown
    assert "status-calling" not in shown
    assert "ended on 1 May 2031" in baked(tmp_path, "en/invest/project/index.html")


def test_a_superseded_law_marks_every_page_that_rests_on_it_and_no_other(
    pages: dict[str, Any], law: LegalDocument, tmp_path: Path, at: Any
) -> None:
    assert "no longer in force" not in baked(tmp_path, "en/invest/incentive/index.html")
    later = LegalDocument.objects.create(number="1/2031/QH17", name_vi="Luật mới", effective_from=LAST_DAY)
    factories.cleared(later)
    law.superseded_by = later
    law.clean()
    law.save()
    factories.cleared(law)

    rendered = bake_site(tmp_path).rendered

    assert "1/2031/QH17" in baked(tmp_path, "en/invest/incentive/index.html")
    assert "badge-warn" in baked(tmp_path, "en/invest/procedure/index.html")
    assert "en/invest/incentives/index.html" in rendered
    assert not [key for key in rendered if "project" in key]


def test_a_sector_lists_what_names_it(pages: dict[str, Any], tmp_path: Path, at: Any) -> None:
    shown = baked(tmp_path, "vi/dau-tu/sector/index.html")

    assert 'href="/vi/dau-tu/project/"' in shown
    assert 'href="/vi/dau-tu/incentive/"' in shown


def test_a_changed_fee_changes_every_edition(pages: dict[str, Any], tmp_path: Path, at: Any) -> None:
    assert "VND 1.5 million" in baked(tmp_path, "en/invest/procedure/index.html")
    procedure = ProcedurePage.objects.get()
    (held,) = procedure.steps_vi.get_prep_value()
    procedure.steps_vi = [{**held, "value": {**held["value"], "fee": "2000000"}}]
    published(procedure)

    assert "2 triệu" in baked(tmp_path, "vi/dau-tu/procedure/index.html")
    assert "VND 2 million" in baked(tmp_path, "en/invest/procedure/index.html")


def test_tables_hold_values_for_machines(pages: dict[str, Any], tmp_path: Path, at: Any) -> None:
    lines = StringIO(baked(tmp_path, "en/invest/projects/data.csv").removeprefix("\ufeff"))
    (row,) = csv.DictReader(lines)
    data = json.loads(baked(tmp_path, "en/invest/procedures/data.json"))
    (incentive,) = json.loads(baked(tmp_path, "en/invest/incentives/data.json"))["records"]

    assert (row["Capital from"], row["Currency"], row["Called for until"]) == (
        "1000000000000",
        "VND",
        "2031-05-01",
    )
    (record,) = data["records"]
    assert (record["days"], record["fees_vnd"], record["steps"]) == (15, 1500000, 1)
    assert incentive["legal_basis"] == "143/2025/QH15"


def test_an_edit_of_a_project_leaves_incentives_and_procedures_alone(
    pages: dict[str, Any], tmp_path: Path, at: Any
) -> None:
    bake_site(tmp_path)
    project = ProjectPage.objects.get()
    project.land_area = Decimal("12.5")
    published(project)

    rendered = bake_site(tmp_path).rendered

    assert "en/invest/project/index.html" in rendered
    assert "en/invest/projects/data.csv" in rendered
    assert not [key for key in rendered if "incentive" in key or "procedure" in key]
    assert "12.5 ha" in baked(tmp_path, "en/invest/project/index.html")
