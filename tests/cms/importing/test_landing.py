from typing import Any

import pytest
from django.db import DatabaseError
from wagtail.models import PageLogEntry, Revision

from cms.importing import operations
from cms.importing.report import Outcome, RowReport
from cms.models import ImportState, SheetImport, User
from content.models import DirectoryPage, SectorPage
from content.sheet_kinds import sheet_kind
from tests.cms.importing.conftest import HEADING, table
from tests.factories import person
from translations.models import Clearance

pytestmark = pytest.mark.django_db
TEXTILES = ("det-may", "Dệt may", "Sợi, vải và may mặc.", "skhdt")
WOOD = ("go", "Gỗ", None, None)


def imported(content: bytes, by: User, *, publishes: bool = False) -> list[RowReport]:
    return operations.import_file(
        kind=sheet_kind("sectors"),
        content=content,
        file_name="nganh.xlsx",
        person=by,
        publishes=publishes,
        tell=lambda *_: None,
    )


def previewed(content: bytes, by: User) -> SheetImport:
    return operations.preview(kind=sheet_kind("sectors"), content=content, file_name="nganh.xlsx", person=by)


def carried_out(job: SheetImport, **said: bool) -> list[RowReport]:
    operations.confirm(import_id=job.pk, **{"publishes": False, "clearance_confirmed": False, **said})
    operations.carry_out(import_id=job.pk)
    job.refresh_from_db()
    return operations.report_of(job)


def sector(slug: str) -> SectorPage:
    found: SectorPage = SectorPage.objects.get(slug=slug)
    return found


def test_a_row_with_a_new_code_becomes_a_draft_below_the_directory(
    directory: DirectoryPage, administrator: User
) -> None:
    (row,) = imported(table(TEXTILES), administrator)

    page = sector("det-may")
    assert (row.outcome, row.landed, row.published) == (Outcome.NEW, True, False)
    assert (page.title_vi, page.summary_vi, page.agency and page.agency.code) == (
        "Dệt may",
        "Sợi, vải và may mặc.",
        "skhdt",
    )
    assert (page.live, page.get_parent().pk, page.owner) == (False, directory.pk, administrator)


def test_a_report_says_old_and_new_value_and_changes_nothing(
    directory: DirectoryPage, administrator: User
) -> None:
    imported(table(TEXTILES), administrator)
    revisions = Revision.objects.count()

    job = previewed(table((*TEXTILES[:2], "Sợi và vải.", None)), administrator)

    (row,) = operations.report_of(job)
    assert row.outcome is Outcome.CHANGED
    assert [(change.heading, change.before, change.after) for change in row.changes] == [
        ("Tóm tắt", "Sợi, vải và may mặc.", "Sợi và vải."),
        ("Cơ quan phụ trách", "skhdt", ""),
    ]
    assert Revision.objects.count() == revisions
    assert job.state == ImportState.PREVIEWED


def test_a_repeated_import_changes_nothing(directory: DirectoryPage, administrator: User) -> None:
    imported(table(TEXTILES, WOOD), administrator, publishes=True)
    before = (Revision.objects.count(), PageLogEntry.objects.count())

    rows = imported(table(TEXTILES, WOOD), administrator, publishes=True)

    assert {row.outcome for row in rows} == {Outcome.UNCHANGED}
    assert (Revision.objects.count(), PageLogEntry.objects.count()) == before


def test_columns_that_the_file_does_not_have_stay_as_they_are(
    directory: DirectoryPage, administrator: User
) -> None:
    imported(table(TEXTILES), administrator)

    imported(table(("det-may", "Dệt và may"), heading=HEADING[:2]), administrator)

    draft = sector("det-may").get_latest_revision_as_object()
    assert (draft.title_vi, draft.summary_vi) == ("Dệt và may", "Sợi, vải và may mặc.")


def test_bad_rows_land_nowhere_and_good_ones_do(directory: DirectoryPage, administrator: User) -> None:
    good, bad, unknown = imported(
        table(TEXTILES, ("Gỗ mỹ nghệ", None), ("muoi", "Muối", None, "sở lạ")), administrator
    )

    assert good.landed
    assert [reason.cell for reason in bad.reasons] == ["A3", "B3"]
    assert "Cơ quan" not in str(unknown.reasons[0])
    assert unknown.reasons[0].cell == "D4"
    assert list(SectorPage.objects.values_list("slug", flat=True)) == ["det-may"]


def test_what_the_page_itself_refuses_is_named_with_its_cell(
    directory: DirectoryPage, administrator: User
) -> None:
    directory.add_child(instance=DirectoryPage(title_vi="Dệt", slug="det-may", lists="sectors"))

    (row,) = carried_out(previewed(table(TEXTILES), administrator))

    assert row.outcome is Outcome.REFUSED
    assert row.reasons[0].cell == "A2"
    assert SectorPage.objects.count() == 0


def test_publishing_records_the_clearance_of_the_exact_words(
    directory: DirectoryPage, administrator: User
) -> None:
    (row,) = carried_out(previewed(table(TEXTILES), administrator), publishes=True, clearance_confirmed=True)

    page = sector("det-may")
    assert (row.published, page.live, page.has_unpublished_changes) == (True, True, False)
    assert Clearance.objects.filter(person=administrator, source_version__object_id=page.pk).exists()


def test_new_words_stay_a_draft_without_clearance(directory: DirectoryPage, administrator: User) -> None:
    (row,) = carried_out(previewed(table(TEXTILES), administrator), publishes=True)

    assert (row.landed, row.published, sector("det-may").live) == (True, False, False)
    assert "nobody confirmed" in row.notes[0].template
    assert not Clearance.objects.exists()


def test_values_of_a_published_page_go_public_without_a_new_clearance(
    directory: DirectoryPage, administrator: User
) -> None:
    imported(table(TEXTILES), administrator, publishes=True)

    (row,) = carried_out(previewed(table((*TEXTILES[:3], None)), administrator), publishes=True)

    assert row.published
    assert sector("det-may").agency is None
    assert Clearance.objects.filter(source_version__object_id=sector("det-may").pk).count() == 1


def test_changed_words_of_a_published_page_stay_a_draft_without_clearance(
    directory: DirectoryPage, administrator: User
) -> None:
    imported(table(TEXTILES), administrator, publishes=True)
    changed = table((*TEXTILES[:2], "Chưa ai xác nhận.", TEXTILES[3]))

    (row,) = carried_out(previewed(changed, administrator), publishes=True)

    page = sector("det-may")
    assert (row.landed, row.published, page.summary_vi) == (True, False, TEXTILES[2])
    assert page.get_latest_revision_as_object().summary_vi == "Chưa ai xác nhận."
    assert "nobody confirmed" in row.notes[0].template


def test_an_editors_unpublished_draft_is_never_published_along(
    directory: DirectoryPage, administrator: User
) -> None:
    imported(table(TEXTILES), administrator, publishes=True)
    draft = sector("det-may")
    draft.summary_vi = "Nháp của người khác."
    draft.save_revision(user=person())

    (row,) = imported(table(("det-may", "Dệt may mới"), heading=HEADING[:2]), administrator, publishes=True)

    page = sector("det-may")
    assert (row.landed, row.published) == (True, False)
    assert (page.title_vi, page.summary_vi) == ("Dệt may", "Sợi, vải và may mặc.")
    assert page.get_latest_revision_as_object().summary_vi == "Nháp của người khác."


def test_a_page_that_was_edited_after_the_report_is_left_alone(
    directory: DirectoryPage, administrator: User
) -> None:
    imported(table(TEXTILES, WOOD), administrator)
    job = previewed(table((*TEXTILES[:2], "Khác."), ("go", "Gỗ mỹ nghệ")), administrator)
    edited = sector("det-may")
    edited.title_vi = "Sửa trong lúc đó"
    edited.save_revision(user=person())

    refused, landed = carried_out(job)

    assert (refused.outcome, landed.outcome, landed.landed) == (Outcome.REFUSED, Outcome.CHANGED, True)
    assert "was changed after the report" in refused.reasons[0].template
    assert sector("det-may").get_latest_revision_as_object().title_vi == "Sửa trong lúc đó"


def test_a_code_that_was_taken_after_the_report_is_refused(
    directory: DirectoryPage, administrator: User
) -> None:
    job = previewed(table(TEXTILES), administrator)
    imported(table(("det-may", "Của người khác")), administrator)

    (row,) = carried_out(job)

    assert row.outcome is Outcome.REFUSED
    assert sector("det-may").title_vi == "Của người khác"


def test_a_row_that_the_database_refuses_leaves_nothing_and_stops_no_other(
    directory: DirectoryPage, administrator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_revision = SectorPage.save_revision

    def fail_once(self: Any, *args: Any, **kwargs: Any) -> Any:
        if self.slug == "det-may":
            raise DatabaseError("disk full")
        return save_revision(self, *args, **kwargs)

    monkeypatch.setattr(SectorPage, "save_revision", fail_once)

    failed, landed = imported(table(TEXTILES, WOOD), administrator)

    assert (failed.outcome, landed.landed) == (Outcome.REFUSED, True)
    assert "disk full" in failed.reasons[0].values["error"]
    assert list(SectorPage.objects.values_list("slug", flat=True)) == ["go"]


def test_an_import_that_broke_off_is_taken_up_where_it_stopped(
    directory: DirectoryPage, administrator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = previewed(table(TEXTILES, WOOD), administrator)
    operations.confirm(import_id=job.pk, publishes=False, clearance_confirmed=False)
    # The first row has landed, and the note of it was lost with the process.
    imported(table(TEXTILES), administrator)
    revisions = Revision.objects.count()

    operations.carry_out(import_id=job.pk)

    job.refresh_from_db()
    first, second = operations.report_of(job)
    assert (first.outcome, second.landed) == (Outcome.UNCHANGED, True)
    assert Revision.objects.count() == revisions + 1
    assert job.state == ImportState.DONE


def test_confirming_twice_imports_once(directory: DirectoryPage, administrator: User) -> None:
    job = previewed(table(TEXTILES), administrator)

    answers = [
        operations.confirm(import_id=job.pk, publishes=publishes, clearance_confirmed=True)
        for publishes in (False, True)
    ]

    job.refresh_from_db()
    assert (answers, job.publishes) == ([True, False], False)


def test_whoever_may_not_edit_there_is_refused_row_by_row(
    directory: DirectoryPage, administrator: User
) -> None:
    imported(table(TEXTILES), administrator)
    stranger = person("access_admin")

    changed, new = imported(table(("det-may", "Khác"), ("go", "Gỗ"), heading=HEADING[:2]), stranger)

    assert "may not edit" in changed.reasons[0].template
    assert "may not add" in new.reasons[0].template
    assert SectorPage.objects.count() == 1


def test_a_locked_page_is_refused(directory: DirectoryPage, administrator: User) -> None:
    imported(table(TEXTILES), administrator)
    SectorPage.objects.update(locked=True, locked_by=person())

    (row,) = imported(table(("det-may", "Khác"), heading=HEADING[:2]), administrator)

    assert "locked" in row.reasons[0].template


def test_the_log_names_file_and_row(directory: DirectoryPage, administrator: User) -> None:
    imported(table(TEXTILES), administrator)

    entry = PageLogEntry.objects.get(action="cms.import_sheet")

    assert (entry.user, entry.data) == (administrator, {"file": "nganh.xlsx", "row": 2})
