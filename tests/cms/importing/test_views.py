"""The way of a table through the admin."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from cms.importing import forms
from cms.models import ImportState, SheetImport, User
from content.models import DirectoryPage, SectorPage
from tests.cms.importing.conftest import table
from tests.factories import person

pytestmark = pytest.mark.django_db
ROW = ("det-may", "Dệt may", "Sợi và vải.", "skhdt")
UPLOAD = "/admin/tables/sectors/"


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


def uploaded(client: Client, content: bytes, name: str = "nganh.xlsx") -> SheetImport:
    response = client.post(UPLOAD, {"table": SimpleUploadedFile(name, content)})
    assert response.status_code == 302, response.content.decode()
    job: SheetImport = SheetImport.objects.get()
    assert response["Location"] == reverse("tables:report", args=[job.pk])
    return job


def test_a_table_is_uploaded_reported_confirmed_and_imported(admin: Client, directory: DirectoryPage) -> None:
    job = uploaded(admin, table(ROW, ("Gỗ", "Gỗ")))
    report = admin.get(reverse("tables:report", args=[job.pk])).content.decode()

    assert "Sợi và vải." in report
    assert "A3" in report
    assert not SectorPage.objects.exists()

    admin.post(reverse("tables:confirm", args=[job.pk]), {"how": forms.PUBLISH, "clearance_confirmed": "on"})

    job.refresh_from_db()
    assert (job.state, job.handled) == (ImportState.DONE, 2)
    assert SectorPage.objects.get().live
    assert admin.get(reverse("tables:report", args=[job.pk])).status_code == 200


def test_nothing_is_imported_without_saying_what_shall_become_of_it(
    admin: Client, directory: DirectoryPage
) -> None:
    job = uploaded(admin, table(ROW))

    assert admin.post(reverse("tables:confirm", args=[job.pk]), {}).status_code == 400
    job.refresh_from_db()
    assert job.state == ImportState.PREVIEWED


def test_the_report_is_downloaded_with_the_reasons_in_a_last_column(
    admin: Client, directory: DirectoryPage
) -> None:
    job = uploaded(admin, table(ROW, ("Gỗ", "Gỗ")))

    response = admin.get(reverse("tables:result", args=[job.pk]))

    page = load_workbook(io.BytesIO(response.content)).worksheets[0]
    last = [row[-1].value for row in page.iter_rows(min_row=4)]
    assert [cell.value for cell in page[5]][:2] == ["Gỗ", "Gỗ"]
    assert "A3" not in str(last[0])
    assert "A3" in str(last[1])
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"%PDF-1.7", "Mã;Tên\n".encode()])
def test_a_file_that_is_no_table_is_refused_and_not_kept(
    admin: Client, directory: DirectoryPage, content: bytes
) -> None:
    response = admin.post(UPLOAD, {"table": SimpleUploadedFile("x.xlsx", content)})

    assert response.status_code == 422
    assert not SheetImport.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    admin: Client, directory: DirectoryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "MOST_BYTES", 10)

    response = admin.post(UPLOAD, {"table": SimpleUploadedFile("x.xlsx", table(ROW))})

    assert response.status_code == 422
    assert not SheetImport.objects.exists()


def test_markup_in_a_table_is_shown_as_text(admin: Client, directory: DirectoryPage) -> None:
    job = uploaded(admin, table(("x", "<script>alert(1)</script>", None, "<b>")), "<i>.xlsx")

    page = admin.get(reverse("tables:report", args=[job.pk])).content.decode()

    assert "<script>alert(1)" not in page
    assert "“<b>”" not in page
    assert "<i>.xlsx" not in page


def test_whoever_keeps_nothing_there_gets_no_table(client: Client, directory: DirectoryPage) -> None:
    client.force_login(person("access_admin"))

    for url in (UPLOAD, reverse("tables:export", args=["sectors", "xlsx"])):
        # Wagtail leads those away who may not come in.
        assert client.get(url).status_code == 302
    assert client.post(UPLOAD, {"table": SimpleUploadedFile("x.xlsx", table(ROW))}).status_code == 302
    assert not SheetImport.objects.exists()


def test_an_import_is_its_owners(admin: Client, directory: DirectoryPage) -> None:
    job = uploaded(admin, table(ROW))
    admin.force_login(person("access_admin"))

    for name in ("report", "result"):
        assert admin.get(reverse(f"tables:{name}", args=[job.pk])).status_code == 404
    assert admin.post(reverse("tables:confirm", args=[job.pk]), {"how": forms.DRAFTS}).status_code == 404
    assert not SectorPage.objects.exists()


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_is_exported_can_be_brought_back_and_changes_nothing(
    admin: Client,
    directory: DirectoryPage,
    form: str,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    directory.add_child(instance=SectorPage(title_vi="=Dệt may", slug="det-may", summary_vi="- Sợi;\n+ vải"))

    exported = admin.get(reverse("tables:export", args=["sectors", form])).content
    job = uploaded(admin, exported, f"nganh.{form}")

    assert [row["outcome"] for row in job.rows] == ["unchanged"]


def test_an_empty_form_has_headings_and_no_rows(admin: Client, directory: DirectoryPage) -> None:
    directory.add_child(instance=SectorPage(title_vi="Dệt may", slug="det-may"))

    response = admin.get(reverse("tables:export", args=["sectors", "xlsx"]), {"empty": ""})

    page = load_workbook(io.BytesIO(response.content)).worksheets[0]
    assert page.max_row == 3
    assert page["A3"].value == "Mã ngành"


def test_an_import_that_stands_still_is_taken_up_again(
    admin: Client, directory: DirectoryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = uploaded(admin, table(ROW))
    SheetImport.objects.update(state=ImportState.RUNNING, noted_at="2026-01-01T00:00:00Z")

    response = admin.get(reverse("tables:report", args=[job.pk]))
    admin.post(reverse("tables:take_up", args=[job.pk]))

    job.refresh_from_db()
    assert response.headers["Refresh"] == "5"
    assert job.state == ImportState.DONE
    assert SectorPage.objects.count() == 1
