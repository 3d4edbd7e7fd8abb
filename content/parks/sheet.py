"""The sheet of a park on one page of paper."""

from typing import Any

from django.template.loader import render_to_string

from content.surroundings import current

TEMPLATE = "content/park_sheet.html"


def one_page_sheet(park: Any) -> bytes:
    """Return a page of its own that prints on one side of A4, in the language being rendered."""
    return render_to_string(TEMPLATE, {"page": park, "site": current()}).encode()
