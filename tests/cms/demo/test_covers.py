from io import BytesIO

import pytest
from PIL import Image, ImageStat

from cms.demo import covers
from cms.demo.covers.canvas import Canvas, curve, mix
from media.intake import admit_image

SMALL = 320


def drawn(name: str, *, for_section: bool = False) -> bytes:
    content: bytes = covers.upload(name, for_section=for_section, width=SMALL).read()
    return content


@pytest.mark.parametrize("name", covers.COVERS)
def test_a_picture_is_the_same_every_time_and_passes_the_gate(name: str) -> None:
    file = covers.upload(name, width=SMALL)

    admitted = admit_image(file, file.name or "")

    assert (admitted.width, admitted.height) == (SMALL, 180)
    assert admitted.original_name == f"{name}.jpg"
    assert drawn(name) == drawn(name)


@pytest.mark.parametrize("name", covers.COVERS)
def test_a_picture_is_more_than_a_plain_sheet(name: str) -> None:
    deviation = ImageStat.Stat(Image.open(BytesIO(drawn(name)))).stddev

    assert max(deviation) > 20


def test_a_section_sees_its_motif_at_another_hour() -> None:
    assert drawn("heritage") != drawn("heritage", for_section=True)
    assert covers.file_name("heritage") != covers.file_name("heritage", for_section=True)


def test_a_shape_covers_its_place_alone() -> None:
    canvas = Canvas(SMALL, "test")
    canvas.sky("#000000")
    canvas.rect(800, 0, 800, 900, "#ff0000")

    picture = canvas.finished()

    red, black = picture.getpixel((240, 90)), picture.getpixel((80, 90))
    assert isinstance(red, tuple)
    assert isinstance(black, tuple)
    assert red[0] > 240
    assert max(black) < 15


def test_a_shape_outside_the_sheet_does_no_harm() -> None:
    canvas = Canvas(SMALL, "test")

    canvas.disc(-500, 2_000, 50, ("#ffffff", "#000000"), 0.5)
    canvas.glow(-500, 2_000, 50, "#ffffff", 1)

    assert canvas.finished().getbbox() is None


def test_a_curve_passes_through_its_points() -> None:
    points = [(0.0, 0.0), (100.0, 50.0), (200.0, 0.0)]

    assert set(points) <= set(curve(points))


def test_colours_mix_by_share() -> None:
    assert (mix("#000000", "#ff8000", 0), mix("#000000", "#ff8000", 1)) == ("#000000", "#ff8000")
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
