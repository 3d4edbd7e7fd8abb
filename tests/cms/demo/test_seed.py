"""The demonstration is real content, made through the ordinary operations."""

import json
import re
import stat
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from wagtail.models import Site

from cms.demo import accounts
from cms.demo.pages import Pages
from content.models import Agency, ArticlePage, HomePage, OrganisationSettings, PortalPage, SectionPage, Tag
from content.paths import public_path
from media.models import PortalImage
from tests.cms.demo.conftest import Demonstration, run_what_waits_for_the_commit
from translations import sources
from translations.enums import EditionState, Origin, UnitState, Waiting
from translations.models import Clearance, Edition, EngineRequest, MemoryEntry, Term, Unit
from translations.operations.editions import columns_match_units
from translations.operations.release import cleared_now

TONE_MARKED = re.compile(
    "[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíòóõùúýĩũ]", re.IGNORECASE
)
LEGAL_NUMBER = re.compile(r"\d+/QĐ-[A-ZĐ]+", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+")


pytestmark = pytest.mark.django_db


def test_the_twelve_articles_stand_in_their_sections(demonstration: Demonstration) -> None:
    places = {page.slug: page.get_parent().specific.slug for page in ArticlePage.objects.all()}

    assert len(places) == 12
    assert places["khu-cong-nghiep-tong-quan"] == "khu-cong-nghiep"
    assert places["le-hoi-khai-an-den-tran"] == places["cuoc-thi-anh-sac-mau-que-huong"] == "su-kien"
    assert SectionPage.objects.get(slug="khu-cong-nghiep").get_parent().slug == "dau-tu"
    assert not PortalPage.objects.filter(live=False).exists()


def test_home_is_the_only_front_page_and_shows_the_top_sections_in_the_menu(
    demonstration: Demonstration,
) -> None:
    home = HomePage.objects.get()

    assert Site.objects.get(is_default_site=True).root_page_id == home.pk
    assert list(PortalPage.objects.filter(depth=2)) == [home.portalpage_ptr]
    assert home.get_children().in_menu().count() == home.get_children().count() == 8
    assert [block.block_type for block in home.body_vi] == ["heading", "paragraph", "callout", "button"]
    assert home.body_vi[3].value["page"].slug == "dau-tu"


def test_links_lead_to_pages_of_the_sample_or_become_plain_words(demonstration: Demonstration) -> None:
    events = SectionPage.objects.get(slug="su-kien")
    heritage = ArticlePage.objects.get(slug="di-san-den-tran-chua-pho-minh")
    visit = ArticlePage.objects.get(slug="vuon-quoc-gia-xuan-thuy")

    assert f'<a linktype="page" id="{events.pk}">Sự kiện</a>' in str(heritage.body_vi.get_prep_value())
    assert "trang Điểm đến.</p>" in str(visit.body_vi.get_prep_value())
    assert "/vi/diem-den/xuan-thuy/" in demonstration.done.unresolved
    assert "/vi/su-kien/" not in demonstration.done.unresolved


def test_every_page_has_its_picture_summary_agency_topics_and_sources(demonstration: Demonstration) -> None:
    for page in ArticlePage.objects.all():
        assert page.summary_vi
        assert page.agency is not None
        assert page.tags.count() >= 3
        assert len(page.sources_vi) >= 1
    kinds = (HomePage, SectionPage, ArticlePage)
    pictured = [page.lead_image_id for kind in kinds for page in kind.objects.all()]
    assert None not in pictured
    assert len(set(pictured)) == len(pictured) == PortalImage.objects.count()


def test_agencies_follow_one_another_in_time(demonstration: Demonstration) -> None:
    successor = Agency.objects.get(code="skhcn")

    assert successor.predecessor is not None
    assert successor.predecessor.code == "stttt"
    assert successor.predecessor.valid_to is not None
    assert successor.valid_from is not None
    assert successor.predecessor.valid_to < successor.valid_from


def test_everything_readers_see_was_cleared_by_the_publisher(demonstration: Demonstration) -> None:
    for model in (HomePage, SectionPage, ArticlePage, Agency, Tag, PortalImage, OrganisationSettings):
        objects = list(model.objects.all())
        cleared, corrupt = cleared_now(objects)
        assert corrupt == {}
        assert cleared == {one.pk for one in objects}
    assert set(Clearance.objects.values_list("person__username", flat=True)) == {"publisher"}


def test_every_unit_was_filled_from_the_memory_and_approved(demonstration: Demonstration) -> None:
    assert demonstration.done.waiting == []
    assert not Unit.objects.exclude(state=UnitState.APPROVED).exists()
    assert not Unit.objects.exclude(origin=Origin.MEMORY).exists()
    assert not EngineRequest.objects.exists()
    for language in ("en", "ja", "ko"):
        reviewers = Unit.objects.filter(edition__language=language).values_list(
            "approved_by__username", flat=True
        )
        assert set(reviewers) == {f"reviewer-{language}"}


def test_every_edition_is_public_and_its_columns_are_its_units(demonstration: Demonstration) -> None:
    editions = list(Edition.objects.all())

    assert {edition.state for edition in editions} == {EditionState.APPROVED}
    assert {edition.language for edition in editions} == {"en", "ja", "ko"}
    assert [str(edition) for edition in editions if not columns_match_units(edition=edition)] == []


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_no_vietnamese_is_left_in_japanese_and_korean(demonstration: Demonstration, language: str) -> None:
    left = []
    for edition in Edition.objects.filter(language=language).prefetch_related("target"):
        assert edition.target is not None
        text = json.dumps(sources.read(edition.target, language), ensure_ascii=False)
        if TONE_MARKED.search(LEGAL_NUMBER.sub("", ADDRESS.sub("", text))):
            left.append(f"{edition.target}: {text}")

    assert left == []
    assert Edition.objects.filter(language=language).count() > 100


def test_a_word_with_two_meanings_is_translated_by_where_it_stands(demonstration: Demonstration) -> None:
    event = ArticlePage.objects.get(slug="vuon-quoc-gia-xuan-thuy").body_ja.get_prep_value()

    assert SectionPage.objects.get(slug="su-kien").title_ja == "イベント"
    assert "出来事" in json.dumps(event, ensure_ascii=False)


def test_addresses_are_short_and_english_outside_vietnamese(demonstration: Demonstration) -> None:
    page = ArticlePage.objects.get(slug="am-thuc-pho-nam-dinh")

    assert public_path(page, "vi") == "/vi/am-thuc/am-thuc-pho-nam-dinh/"
    assert public_path(page, "ko") == "/ko/taste/from-van-cu-village-to-bowls-of-pho-across-the-country/"


def test_the_memory_and_the_glossary_are_marked_as_what_they_are(demonstration: Demonstration) -> None:
    assert not MemoryEntry.objects.filter(origin="import", sample=False).exists()
    assert Term.objects.count() == 119
    assert Term.objects.filter(approved=False).count() == 41


def test_building_again_changes_nothing(demonstration: Demonstration) -> None:
    before = snapshot()

    again = demonstration.build_again()

    assert (again.made, again.approved, again.waiting) == (0, 0, [])
    assert snapshot() == before


def snapshot() -> dict[str, list[str]]:
    """Every row of every table, but those of sessions."""
    with connection.cursor() as cursor:
        tables = sorted(name for name in connection.introspection.table_names(cursor))
        found = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names come from the database itself
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def test_what_people_changed_is_left_to_them(demonstration: Demonstration) -> None:
    page = ArticlePage.objects.get(slug="am-thuc-pho-nam-dinh")
    page.title_vi = "Tựa mới của biên tập viên"
    page.save_revision().publish()
    page.get_parent().specific.unpublish()
    run_what_waits_for_the_commit()

    demonstration.build_again()

    page.refresh_from_db()
    assert page.title_vi == "Tựa mới của biên tập viên"
    assert not page.get_parent().live
    waiting = Edition.objects.of(page).get(language="ja")
    assert waiting.state == EditionState.OUTDATED


def test_a_build_that_was_broken_off_is_finished_by_the_next(
    demonstration: Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ArticlePage.objects.get(slug="am-thuc-pho-nam-dinh")
    page.delete()
    run_what_waits_for_the_commit()
    with monkeypatch.context() as broken:
        broken.setattr(Pages, "publish", stop)
        with pytest.raises(RuntimeError):
            demonstration.build_again()
    assert not ArticlePage.objects.get(slug="am-thuc-pho-nam-dinh").live

    again = demonstration.build_again()

    page = ArticlePage.objects.get(slug="am-thuc-pho-nam-dinh")
    assert page.live
    assert again.waiting == []
    assert set(Edition.objects.of(page).values_list("state", flat=True)) == {EditionState.APPROVED}


def stop(pages: Pages, page: PortalPage) -> None:
    if page.first_published_at is None:
        raise RuntimeError("The power went out.")


def test_new_text_without_an_engine_waits_and_says_so(demonstration: Demonstration) -> None:
    people = accounts.people()
    page = ArticlePage(
        title_vi="Một bài hoàn toàn mới",
        slug="mot-bai-moi",
        live=False,
        body_vi=[{"type": "paragraph", "value": "<p>Câu này chưa ai dịch.</p>", "id": None}],
    )
    SectionPage.objects.get(slug="am-thuc").add_child(instance=page)
    page.save_revision(user=people.editor)

    unused: Any = None  # publishing asks for neither the contents nor the pictures
    Pages(unused, people, unused, print).publish(page)
    run_what_waits_for_the_commit()

    editions = Edition.objects.of(page)
    assert {edition.waiting for edition in editions} == {Waiting.NO_ENGINE}
    assert {edition.state for edition in editions} == {EditionState.MISSING}
    assert not EngineRequest.objects.exists()


def test_passwords_are_for_the_owner_of_the_machine_alone(demonstration: Demonstration) -> None:
    file = demonstration.folder / accounts.FILE_NAME

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    names = [line.split()[0] for line in file.read_text().splitlines()]
    reviewers = [f"reviewer-{language}" for language in ("en", "ja", "ko")]
    assert names[:6] == ["admin", "editor", "publisher", *reviewers]
    assert names[6:] == [role.username for role in accounts.DEPARTMENTS]
    assert len(names) == len(set(names))


def test_every_account_enters_with_its_printed_password(demonstration: Demonstration) -> None:
    for line in (demonstration.folder / accounts.FILE_NAME).read_text().splitlines():
        username, password, *_label = line.split()
        assert Client().login(username=username, password=password), username


def test_lost_passwords_are_made_anew(demonstration: Demonstration, tmp_path: Path) -> None:
    accounts.ensure_accounts(tmp_path)

    username, password, *_label = (tmp_path / accounts.FILE_NAME).read_text().splitlines()[1].split()
    assert Client().login(username=username, password=password)


def test_a_role_may_do_its_own_work_and_no_more(demonstration: Demonstration) -> None:
    people, home = accounts.people(), HomePage.objects.get()
    may = {
        name: (
            home.permissions_for_user(user).can_edit(),
            home.permissions_for_user(user).can_publish(),
            user.has_perm("translations.clear_text"),
            user.has_perm("deploy.publish_site"),
            [code for code in ("en", "ja", "ko") if user.has_perm(f"translations.review_{code}")],
        )
        for name, user in {"editor": people.editor, "publisher": people.publisher, **people.reviewers}.items()
    }

    assert may == {
        "editor": (True, False, False, False, []),
        "publisher": (True, True, True, True, []),
        "en": (False, False, False, False, ["en"]),
        "ja": (False, False, False, False, ["ja"]),
        "ko": (False, False, False, False, ["ko"]),
    }
