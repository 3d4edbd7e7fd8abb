"""What a process says about itself is what it did."""

import pytest

from content.models import PortalPage
from deploy.bench.measure import measure, peak_megabytes


@pytest.mark.django_db
def test_queries_and_pages_are_counted() -> None:
    def work() -> int:
        PortalPage.objects.count()
        PortalPage.objects.count()
        return 4

    measured = measure(work)

    assert (measured.pages, measured.queries, measured.queries_per_page) == (4, 2, 0.5)
    assert measured.seconds > 0


def test_the_peak_grows_with_what_the_process_holds() -> None:
    before = peak_megabytes()
    held = bytearray(b"x" * (int(before) + 64) * 1024 * 1024)

    assert peak_megabytes() > before + 32
    assert held
