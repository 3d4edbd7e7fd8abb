"""Links in rich text lead to what is public in the language being rendered."""

import pytest
from django.core.files.base import ContentFile
from wagtail.rich_text import expand_db_html

from content.richtext import public_html
from content.surroundings import rendering_in
from media.models import PortalDocument
from tests import factories
from tests.content.fakes import FakeSurroundings
from tests.media import samples


def shown(html: str, site: FakeSurroundings | None = None) -> str:
    with rendering_in(site or FakeSurroundings()):
        return public_html(html)


def stored_document() -> PortalDocument:
    document = PortalDocument(title_vi="Tài liệu", file=ContentFile(samples.PDF, name="a.pdf"))
    document.save()
    return document


def test_a_link_to_a_page_leads_to_its_public_address() -> None:
    site = FakeSurroundings(addresses={3: "/vi/dau-tu/"})

    assert (
        shown('<p><a linktype="page" id="3">Đầu tư</a></p>', site)
        == '<p><a href="/vi/dau-tu/">Đầu tư</a></p>'
    )


@pytest.mark.parametrize("reference", ['id="4"', 'id="x"', 'id="²"', ""])
def test_a_link_to_a_page_that_is_not_public_keeps_its_words(reference: str) -> None:
    assert shown(f'<p><a linktype="page" {reference}>Đầu tư</a></p>') == "<p><a>Đầu tư</a></p>"


@pytest.mark.django_db
def test_many_links_are_resolved_together() -> None:
    document = stored_document()
    site = FakeSurroundings(addresses={3: "/vi/a/", 4: "/vi/b/"})

    html = shown(
        '<p><a linktype="page" id="3">A</a> <a linktype="page" id="4">B</a> <a linktype="page" id="5">C</a>'
        f' <a linktype="document" id="{document.pk}">D</a> <a linktype="document" id="0">E</a></p>',
        site,
    )

    assert html == (
        '<p><a href="/vi/a/">A</a> <a href="/vi/b/">B</a> <a>C</a>'
        f' <a href="/media/{document.pk}.pdf">D</a> <a>E</a></p>'
    )


@pytest.mark.django_db
def test_a_document_that_may_not_be_shown_keeps_the_words_of_its_link() -> None:
    document = stored_document()

    html = f'<p><a linktype="document" id="{document.pk}">Tài liệu</a></p>'

    assert shown(html, FakeSurroundings(files_are_lost=True)) == "<p><a>Tài liệu</a></p>"


@pytest.mark.parametrize(
    ("stored", "public"),
    [
        (
            'href="https://example.org/?a=1&amp;b=2"',
            ' href="https://example.org/?a=1&amp;b=2" rel="noopener"',
        ),
        ('href="mailto:a@example.org"', ' href="mailto:a@example.org"'),
        ('href="tel:+842283649"', ' href="tel:+842283649"'),
        ('href="#gia"', ' href="#gia"'),
        ('href="javascript:alert(1)"', ""),
        ('href=" JaVaScRiPt:alert(1)"', ""),
        ('href="data:text/html,x"', ""),
    ],
)
def test_an_address_is_kept_if_it_is_safe(stored: str, public: str) -> None:
    assert shown(f"<p><a {stored}>Chữ</a></p>") == f"<p><a{public}>Chữ</a></p>"


def test_markup_that_editors_cannot_make_is_dropped() -> None:
    html = '<p data-block-key="x" style="color:red">A<img src="//x/y.gif"><iframe></iframe></p><p> </p>'

    assert shown(html) == "<p>A</p>"


@pytest.mark.django_db
def test_outside_a_rendering_links_lead_into_the_cms() -> None:
    page = factories.section(slug="dau-tu")

    assert expand_db_html(f'<a linktype="page" id="{page.pk}">A</a>').startswith('<a href="/dau-tu/"')
