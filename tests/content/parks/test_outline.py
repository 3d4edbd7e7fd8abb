"""An outline is plain geometry, or it is refused with the name of what is not."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from content.models import MapOutline
from content.parks.outline import LARGEST, UnfitOutline, read_outline

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80">{}</svg>'


def outline(inside: str) -> bytes:
    return SVG.format(inside).encode()


def test_lines_and_areas_are_kept_in_their_order() -> None:
    found = read_outline(
        outline(
            '<g id="a"><path d="M0 0L10 10.5z" id="b"/><g><polygon points="0,0 1,1 2,0"/></g></g>'
            '<polyline points="0 0 5 5"/>'
        )
    )

    assert list(found.view_box) == [0, 0, 100, 80]
    assert found.shapes == (("path", "M0 0L10 10.5z"), ("polygon", "0,0 1,1 2,0"), ("polyline", "0 0 5 5"))
    assert json.loads(json.dumps(found.as_json()))["shapes"][0] == ["path", "M0 0L10 10.5z"]


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<style>path{fill:url(//x)}</style>", "<style>"),
        ('<a href="https://example.org"><path d="M0 0"/></a>', "<a>"),
        ('<image href="https://example.org/a.png"/>', "<image>"),
        ('<use href="#a"/>', "<use>"),
        ("<text>Chữ</text>", "<text>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<animate/>", "<animate>"),
        ('<path d="M0 0" onclick="alert(1)"/>', "onclick"),
        ('<path d="M0 0" style="fill:red"/>', "style"),
        ('<g transform="scale(2)"><path d="M0 0"/></g>', "transform"),
        ('<path xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="//x" d="M0 0"/>', "href"),
        ('<path d="M0 0 url(x)"/>', "<path>"),
        ('<path d=""/>', "<path>"),
        ('<path d="M0 0"><set/></path>', "<set>"),
        ('<polygon points="a b"/>', "<polygon>"),
        ('<path xmlns="http://example.org/other" d="M0 0"/>', "<path>"),
        ("<g>Chữ</g>", "<g>"),
        ("", "<path>"),
    ],
)
def test_what_is_no_plain_geometry_is_refused_by_name(inside: str, named: str) -> None:
    with pytest.raises(UnfitOutline) as refusal:
        read_outline(outline(inside))

    assert named in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<html><body/></html>",
        b"\x89PNG\r\n\x1a\n",
        b"",
        b"<svg",
        b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 5"><path d="M0 0"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="x()"/>',
        outline('<path d="M0 0"/>' * 2001),
        outline(f'<path d="M{"1 " * LARGEST}"/>'),
    ],
    ids=[
        "entity",
        "external",
        "html",
        "png",
        "nothing",
        "cut",
        "no frame",
        "flat",
        "onload",
        "many",
        "large",
    ],
)
def test_another_file_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnfitOutline, match=r"\.$"):
        read_outline(data)


@pytest.mark.parametrize(
    "path", ["M1-2.5e3.5L0,0", "m 0 0 c 1 1 2 2 3 3 s 1 1 2 2 q 1 1 2 2 t 3 3 a 1 1 0 0 1 5 5 h 3 v 4 z"]
)
def test_path_data_may_be_written_as_programs_write_it(path: str) -> None:
    assert read_outline(outline(f'<path d="{path}"/>')).shapes == (("path", path),)


def test_an_outline_is_approved_with_its_lines_a_number_and_a_date_only() -> None:
    geometry = read_outline(outline('<path d="M0 0L1 1"/>')).as_json()
    whole = {"geometry": geometry, "approval_number": "12/QĐ-STNMT", "approved_on": "2026-01-01"}

    assert MapOutline(**whole).is_approved
    for missing in whole:
        assert not MapOutline(**{name: value for name, value in whole.items() if name != missing}).is_approved


@pytest.mark.django_db
def test_an_uploaded_file_becomes_geometry_and_a_hostile_one_changes_nothing() -> None:
    form_class = MapOutline.get_edit_handler().get_form_class()
    fields = {
        "name_vi": "Bản đồ",
        "approver_vi": "Sở",
        "approval_number": "12/QĐ",
        "approved_on": "2026-01-01",
    }
    good, bad = (SimpleUploadedFile("a.svg", outline(one)) for one in ('<path d="M0 0L1 1"/>', "<script/>"))

    form = form_class(data=fields, files={"file": good})
    assert form.is_valid(), form.errors
    made = form.save()
    assert made.geometry["shapes"] == [["path", "M0 0L1 1"]]

    again = form_class(data={**fields, "name_vi": "Khác"}, files={"file": bad}, instance=made)
    assert not again.is_valid()
    assert "<script>" in again.errors["file"][0]
    assert MapOutline.objects.get(pk=made.pk).geometry["shapes"] == [["path", "M0 0L1 1"]]

    kept = form_class(data={**fields, "name_vi": "Khác"}, instance=MapOutline.objects.get(pk=made.pk))
    assert kept.is_valid(), kept.errors
    assert kept.save().geometry["shapes"] == [["path", "M0 0L1 1"]]
