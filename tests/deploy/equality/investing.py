"""Sectors, projects, incentives, procedures and laws among the pages that are edited at random."""

from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.utils.timezone import localdate

from content.models import (
    DirectoryPage,
    IncentiveAreaRow,
    IncentiveLegalBasis,
    IncentivePage,
    IncentiveSectorRow,
    InvestmentForm,
    LegalDocument,
    PortalPage,
    ProcedureLegalBasis,
    ProcedurePage,
    ProjectLegalBasis,
    ProjectPage,
    ProjectStatus,
    SectorPage,
)
from media.multilingual import TARGET_LANGUAGES
from tests import factories
from tests.content.investing.sheets import step
from tests.deploy.equality.desk import Desk

_FIGURE = {"unit": "count", "as_of": "1924-01-01", "period": "year", "source": "Báo", "url": ""}


def investment_pages() -> None:
    """Make two sectors, two projects, an incentive, a procedure, two laws, and directories of them."""
    section = factories.section(show_in_menus=False)
    laws = [LegalDocument.objects.create(number=f"{n}/2025/QH15", name_vi=f"Luật {n}") for n in (1, 2)]
    made: list[Any] = [section, *laws]

    def add(page: PortalPage, slug: str) -> Any:
        page.slug = page.slug_intl = slug
        section.add_child(instance=page)
        made.append(page)
        return page

    sectors = [add(SectorPage(title_vi=f"Ngành {n}"), f"sector-{n}") for n in (1, 2)]
    for number, sector in enumerate(sectors):
        add(ProjectPage(title_vi=f"Dự án {number}", code=f"DA-{number}", sector=sector), f"project-{number}")
    incentive = IncentivePage(title_vi="Ưu đãi", kind="land-rent")
    incentive.legal_bases.set([IncentiveLegalBasis(document=laws[0])])
    add(incentive, "incentive")
    steps = [step(law=laws[0].pk, law_number="")]
    procedure = ProcedurePage(title_vi="Thủ tục", steps_vi=[{**one, "id": _block_id()} for one in steps])
    procedure.legal_bases.set([ProcedureLegalBasis(document=laws[0])])
    add(procedure, "procedure")
    for lists in ("sectors", "projects", "incentives", "procedures"):
        add(DirectoryPage(title_vi=f"Danh mục {lists}", lists=lists), lists)
    for one in made:
        factories.cleared(one)
        for language in TARGET_LANGUAGES:
            factories.translated(one, language)


def _block_id() -> str:
    return str(factories.paragraph("")["id"])


class InvestingEdits(Desk):
    """What the department of planning changes."""

    def edit_project(self, random: Random) -> str:
        page = self._some(random, ProjectPage)
        if page is None:
            return "none"
        page.as_of = localdate()
        page.land_area = Decimal(random.randrange(1, 9999)) / 10
        page.capital_from = random.choice([None, Decimal(random.randrange(10**9, 10**13))])
        page.form = random.choice(InvestmentForm.values)
        page.status = random.choice(ProjectStatus.values)
        page.sector = random.choice([None, *SectorPage.objects.filter(live=True).order_by("pk")])
        return self._published(page)

    def edit_project_call(self, random: Random) -> str:
        page = self._some(random, ProjectPage)
        if page is None:
            return "none"
        page.status = ProjectStatus.CALLING
        page.called_until = localdate() + timedelta(days=random.randrange(-2, 3))
        return self._published(page)

    def edit_project_laws(self, random: Random) -> str:
        page = self._some(random, ProjectPage)
        if page is None:
            return "none"
        laws = random.sample(list(LegalDocument.objects.order_by("pk")), 1)
        page.legal_bases.set([ProjectLegalBasis(document=one) for one in laws])
        return self._published(page)

    def edit_incentive(self, random: Random) -> str:
        page = self._some(random, IncentivePage)
        if page is None:
            return "none"
        page.rate, page.rate_years = Decimal(random.randrange(1, 200)) / 10, random.randrange(1, 20)
        page.valid_to = random.choice([None, localdate() + timedelta(days=random.randrange(-2, 3))])
        sectors = list(SectorPage.objects.filter(live=True).order_by("pk"))[: random.randrange(3)]
        page.sectors.set([IncentiveSectorRow(sector=one) for one in sectors])
        page.areas.set([IncentiveAreaRow(area=random.choice(["economic-zone", "difficult"]))])
        return self._published(page)

    def edit_procedure(self, random: Random) -> str:
        page = self._some(random, ProcedurePage)
        if page is None:
            return "none"
        law = random.choice([None, *LegalDocument.objects.order_by("pk")])
        fields = {"law": law.pk if law else None, "law_number": "", "fee": str(random.randrange(10**6))}
        page.steps_vi = [
            {**step(**fields, days=random.randrange(30), title=self._words()), "id": _block_id()}
        ]
        return self._published(page)

    def edit_sector(self, random: Random) -> str:
        page = self._some(random, SectorPage)
        if page is None:
            return "none"
        figure = {**_FIGURE, "label": self._words(), "value": str(random.randrange(10**6))}
        page.key_figures_vi = [{"type": "figure", "value": figure, "id": _block_id()}]
        page.overview_vi = self._words()
        return self._published(page)

    def edit_law(self, random: Random) -> str:
        law = random.choice(list(LegalDocument.objects.order_by("pk")))
        law.name_vi = self._words()
        law.effective_to = random.choice([None, localdate() + timedelta(days=random.randrange(-2, 3))])
        law.save()
        factories.cleared(law)
        return str(law)

    def edit_law_superseded(self, random: Random) -> str:
        later, law = LegalDocument.objects.order_by("-pk")[:2]
        law.superseded_by = random.choice([None, later])
        law.save()
        factories.cleared(law)
        return str(law)

    def edit_law_behind_the_desk(self, random: Random) -> str:
        law = random.choice(list(LegalDocument.objects.order_by("pk")))
        LegalDocument.objects.filter(pk=law.pk).update(effective_from=localdate())
        return str(law)

    def _some(self, random: Random, kind: type[PortalPage]) -> Any:
        pages = list(kind.objects.filter(alias_of=None).order_by("pk"))
        return random.choice(pages).specific if pages else None
