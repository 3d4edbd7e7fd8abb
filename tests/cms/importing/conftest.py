from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from cms.models import User
from content.models import Agency, DirectoryPage
from tests.factories import home

HEADING = ("Mã ngành", "Tên ngành, lĩnh vực", "Tóm tắt", "Cơ quan phụ trách")


def table(*rows: Sequence[Any], heading: Sequence[str] = HEADING) -> bytes:
    """A table of sectors, or of whatever the heading says."""
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (heading, *rows):
        page.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def administrator(db: None) -> User:
    user: User = User.objects.create_superuser("chief", password="secret")
    return user


@pytest.fixture
def directory(db: None) -> DirectoryPage:
    Agency.objects.create(name_vi="Sở Kế hoạch và Đầu tư", code="skhdt")
    page = DirectoryPage(title_vi="Ngành", slug="nganh", lists="sectors")
    home().add_child(instance=page)
    return page
