"""A figure of a park changes every file that shows it, in four languages, and nothing else."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from content.models import ComparisonPage, DirectoryPage, MapOutline, ParkPage, ParkSector, SectorPage
from deploy import manifest
from deploy.bake.bake import SITE, bake_site
from deploy.bake.verify import differences
from media.multilingual import LANGUAGES, TARGET_LANGUAGES
from tests import factories

pytestmark = pytest.mark.django_db

# What is left of a thousand hectares, as each language writes it for readers; tables have it for machines.
LEFT = {"vi": "87,66", "en": "87.66", "ja": "87.66", "ko": "87.66"}


def public(page: Any) -> Any:
    factories.cleared(page)
    for language in TARGET_LANGUAGES:
        factories.translated(page, language)
    return page


def park(parent: DirectoryPage, sector: SectorPage, slug: str, **values: Any) -> ParkPage:
    page = ParkPage(
        title_vi=f"Khu {slug}",
        slug=slug,
        slug_intl=slug,
        status="operating",
        leasable_area=Decimal(1000),
        leased_area=Decimal(500),
        map_x=Decimal(10),
        map_y=Decimal(10),
        figure_source_vi="Ban quản lý",
        **values,
    )
    page.sectors.set([ParkSector(sector=sector)])
    parent.add_child(instance=page)
    return page


def table(slug: str, parks: list[int], columns: list[str]) -> Any:
    value = {"heading": "Các khu", "parks": parks, "columns": columns}
    block = {"type": "parks", "value": value, "id": "00000000-0000-4000-9000-000000000001"}
    page = factories.article("Một đoạn.", slug=slug, slug_intl=slug)
    page.body_vi = [*page.body_vi.get_prep_value(), block]
    page.save_revision().publish()
    return page


@pytest.fixture
def changing() -> ParkPage:
    """Two parks, and pages of every kind that show one, both or neither."""
    home, section = factories.home(), factories.section(slug="dau-tu", slug_intl="invest")
    directory = DirectoryPage(title_vi="Danh mục", slug="danh-muc", slug_intl="list", lists="parks")
    comparison = ComparisonPage(title_vi="So sánh", slug="so-sanh", slug_intl="compare")
    sectors = [
        SectorPage(title_vi=f"Ngành {one}", slug=f"nganh-{one}", slug_intl=f"sector-{one}") for one in "ab"
    ]
    for page in (directory, comparison, *sectors):
        section.add_child(instance=page)
    one, other = (park(directory, sector, f"khu-{sector.slug}") for sector in sectors)
    showing = [
        table("moi-khu", [], ["occupancy", "available_area"]),
        table("khu-khac", [other.pk], ["available_area"]),
        table("dien-tich", [one.pk], ["total_area"]),
        factories.article("Không có số liệu.", slug="khong", slug_intl="none"),
    ]
    for page in (home, section, directory, comparison, *sectors, one, other, *showing):
        public(page)
    # So that the first publication is the one before the change.
    one.save_revision().publish()
    return ParkPage.objects.get(pk=one.pk)


def files(root: Path) -> dict[str, str]:
    bake_site(root)
    assert not differences(root)
    built = manifest.build(root / SITE)
    return {key: built[key].sha256 for key in built}


def test_a_changed_occupancy_changes_every_file_that_shows_it_and_nothing_else(
    changing: ParkPage, tmp_path: Path
) -> None:
    before = files(tmp_path)

    changing.leased_area = Decimal("912.34")
    changing.save_revision().publish()
    after = files(tmp_path)

    assert before.keys() == after.keys()
    changed = {key for key in after if after[key] != before[key]}
    showing = {key for key in after if _shows(tmp_path / SITE / key, key)}
    assert changed == showing
    for language in LANGUAGES:
        names = {key.rpartition(f"{language}/")[2] for key in changed if key.startswith(f"{language}/")}
        assert any(name.endswith("khu-nganh-a/index.html") for name in names)
        assert any(name.endswith("khu-nganh-a/sheet/index.html") for name in names)
        assert any(name.endswith("data.csv") for name in names)
        assert any(name.endswith("data.json") for name in names)
        assert any(name.endswith("status-operating/index.html") for name in names)
        assert any("moi-khu" in name for name in names)
        assert not any("khu-khac" in name or "dien-tich" in name or "nganh-b/index" in name for name in names)


def _shows(path: Path, key: str) -> bool:
    if path.suffix not in {".html", ".csv", ".json"}:
        return False
    language = key.partition("/")[0] if path.suffix == ".html" else "en"
    return language in LEFT and LEFT[language] in path.read_text(encoding="utf-8")


def test_a_park_that_fills_up_moves_to_the_facet_of_parks_without_land(
    changing: ParkPage, tmp_path: Path
) -> None:
    files(tmp_path)

    changing.leased_area = Decimal(1000)
    changing.save_revision().publish()
    after = files(tmp_path)

    assert "vi/dau-tu/danh-muc/land-none/index.html" in after
    assert "ko/invest/list/land-none/index.html" in after


def test_an_alias_and_a_copy_of_a_park_have_codes_of_their_own_or_none(changing: ParkPage) -> None:
    alias = changing.create_alias(parent=factories.section(), update_slug="bi-danh")
    copied = changing.copy(update_attrs={"slug": "ban-sao", "slug_intl": ""})

    assert changing.code == "khu-nganh-a"
    assert alias.code is None
    assert copied.code == "ban-sao"

    changing.total_area = Decimal(2000)
    changing.save_revision().publish()
    assert ParkPage.objects.get(pk=alias.pk).code is None
    assert ParkPage.objects.get(pk=alias.pk).total_area == 2000


def test_an_outline_shows_on_the_directory_from_its_approval(changing: ParkPage, tmp_path: Path) -> None:
    geometry = {"view_box": [0, 0, 100, 80], "shapes": [["path", "M0 0L9 9"]]}
    outline = MapOutline.objects.create(name_vi="Ranh giới", geometry=geometry, approved_on="2026-01-01")
    public(outline)
    directory = DirectoryPage.objects.get()
    directory.map_outline = outline
    directory.save_revision().publish()
    page = tmp_path / SITE / "ja/invest/list/index.html"
    files(tmp_path)
    assert "M0 0L9 9" not in page.read_text(encoding="utf-8")

    MapOutline.objects.update(approval_number="12/QĐ-UBND")
    files(tmp_path)

    assert "M0 0L9 9" in page.read_text(encoding="utf-8")
