"""Where a page cuts a picture, what matters in it stays in sight."""

import pytest

from content.pictures import responsive
from tests.content.fakes import FakeSurroundings
from tests.content.samples import home, picture, shown

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("x", "y", "classes"),
    [(800, 534, ""), (160, 1067, "across-1 down-10"), (1590, 534, "across-10"), (810, 20, "down-0")],
)
def test_a_focal_point_becomes_a_class_in_tenths(x: int, y: int, classes: str) -> None:
    image = picture()
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = x, y, 10, 10

    wide = responsive(FakeSurroundings(), image, "wide")
    card = responsive(FakeSurroundings(), image, "card")

    assert wide is not None
    assert card is not None
    assert wide.focus == classes
    assert card.focus == ""


def test_the_home_page_shows_the_focal_point_of_its_picture_and_names_the_photographer() -> None:
    page, image = home(), picture()
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = (
        160,
        900,
        10,
        10,
    )
    page.lead_image = image

    markup = shown(page)

    (lead,) = [img for img in markup.all("img") if "fetchpriority" in img.attributes]
    assert lead.attributes["class"] == "across-1 down-8"
    assert markup.one("figcaption").text.endswith("Nguyễn An")


def test_a_picture_without_a_focal_point_is_cut_around_its_middle() -> None:
    found = responsive(FakeSurroundings(), picture(), "wide")

    assert found is not None
    assert found.focus == ""
