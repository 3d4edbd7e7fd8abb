"""Agencies, the organisation, pictures, documents and topics: saving one never touches its translations."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import translation
from pytest_django import Settings
from wagtail.models import Site

from content.models import Agency, ArticlePage, OrganisationSettings, Tag
from media.models import PortalDocument, PortalImage
from media.multilingual import SOURCE_LANGUAGE, TARGET_LANGUAGES
from tests import factories
from tests.media import samples
from tests.safety import records
from tests.safety.admin import DRAFT, PUBLISH, Editor, article_form, written
from tests.sound_targets import sound
from translations.enums import EditionState, Waiting
from translations.models import Edition
from translations.operations.editions import columns_match_units

ORGANISATION = {"email": "", "phone": "", "logo": "", "brand_colour": "#9b2d1f", "accent_colour": "#1f5f5b"}
PICTURE = {
    "collection": "1",
    "tags": "",
    "credit": "",
    "focal_point_x": "",
    "focal_point_y": "",
    "focal_point_width": "",
    "focal_point_height": "",
}


@pytest.fixture(autouse=True)
def _uploads(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def translated_everywhere(instance: Model) -> dict[str, dict[str, Any]]:
    factories.cleared(instance)
    for language in TARGET_LANGUAGES:
        factories.translated(instance, language)
    return records.derived(instance)


def assert_outdated_and_untouched(instance: Model, before: dict[str, dict[str, Any]]) -> None:
    assert records.derived(instance) == before
    assert records.bare(instance) == records.words(instance, SOURCE_LANGUAGE)
    editions = list(Edition.objects.of(instance))
    assert [(edition.state, edition.waiting) for edition in editions] == [
        (EditionState.OUTDATED, Waiting.CLEARANCE)
    ] * 3
    assert all(columns_match_units(edition=edition) for edition in editions)


def test_an_agency(editor: Editor) -> None:
    form = {"name_vi": "Sở Du lịch", "code": "sdl", "valid_from": "", "valid_to": "", "predecessor": ""}
    editor.post("wagtailsnippets_content_agency:add", data=form)
    agency = Agency.objects.get(code="sdl")
    assert records.words(agency, SOURCE_LANGUAGE) == {"name": "Sở Du lịch"}
    assert not any(words["name"] for words in records.derived(agency).values())
    assert {edition.waiting for edition in Edition.objects.of(agency)} == {Waiting.CLEARANCE}
    before = translated_everywhere(agency)

    editor.post("wagtailsnippets_content_agency:edit", agency.pk, data={**form, "name_vi": "Sở Văn hoá"})

    assert records.words(agency, SOURCE_LANGUAGE) == {"name": "Sở Văn hoá"}
    assert_outdated_and_untouched(agency, before)


def test_the_organisation(editor: Editor) -> None:
    factories.home()
    site = Site.objects.get()
    words = {"name_vi": "Tỉnh", "tagline_vi": "Đất học", "notice_vi": "", "address_vi": "Số 1\nTrần Phú"}
    where = ("content", "organisationsettings", site.pk)
    editor.post("wagtailsettings:edit", *where, data={**ORGANISATION, **words})
    organisation = OrganisationSettings.objects.get(site=site)
    assert records.words(organisation, SOURCE_LANGUAGE)["name"] == "Tỉnh"
    before = translated_everywhere(organisation)
    assert before["ja"]["address"].splitlines() == [sound("Số 1", "ja"), sound("Trần Phú", "ja")]

    editor.post("wagtailsettings:edit", *where, data={**ORGANISATION, **words, "tagline_vi": ""})

    assert records.words(organisation, SOURCE_LANGUAGE)["tagline"] is None
    assert_outdated_and_untouched(organisation, before)


def test_a_picture(editor: Editor) -> None:
    with translation.override(editor.language):
        file = ContentFile(samples.picture(), "thap.jpg")
        image = PortalImage(title_vi="Tháp", alt_vi="Tháp Phổ Minh.", file=file)
        image.save()
    before = translated_everywhere(image)

    form = {**PICTURE, "title_vi": "Tháp cổ", "alt_vi": "", "caption_vi": "Mùa thu."}
    editor.post("wagtailimages:edit", image.pk, data=form)

    words = records.words(image, SOURCE_LANGUAGE)
    assert words == {"title": "Tháp cổ", "alt": None, "caption": "Mùa thu."}
    assert_outdated_and_untouched(image, before)


def test_a_document(editor: Editor) -> None:
    with translation.override(editor.language):
        document = PortalDocument(title_vi="Quy hoạch", file=ContentFile(samples.PDF, "quy-hoach.pdf"))
        document.save()
    before = translated_everywhere(document)

    editor.post(
        "wagtaildocs:edit", document.pk, data={"title_vi": "Quy hoạch mới", "collection": "1", "tags": ""}
    )

    assert records.words(document, SOURCE_LANGUAGE) == {"title": "Quy hoạch mới"}
    assert_outdated_and_untouched(document, before)


def test_a_topic(editor: Editor) -> None:
    body = [written("Lễ hội.", "aaaaa")]
    form = article_form(title_vi="Lễ hội", slug="le-hoi", body=body, tags='"Lễ hội", "Mùa xuân"')
    editor.create(factories.home(), form, PUBLISH)
    tags = {tag.name: tag for tag in Tag.objects.all()}
    assert set(tags) == {"Lễ hội", "Mùa xuân"}
    topic = tags["Lễ hội"]
    assert records.words(topic, SOURCE_LANGUAGE) == {"label": "Lễ hội"}
    before = translated_everywhere(topic)

    page = ArticlePage.objects.get(slug="le-hoi")
    editor.edit(page, {**form, "tags": '"Lễ hội"'}, DRAFT)
    with translation.override(editor.language), editor.after_commit():
        topic.label_vi = "Lễ hội mùa xuân"
        topic.save()

    assert records.words(topic, SOURCE_LANGUAGE) == {"label": "Lễ hội mùa xuân"}
    assert_outdated_and_untouched(topic, before)


def test_a_bare_name_writes_vietnamese(editor: Editor) -> None:
    agency = Agency(name_vi="Sở Du lịch", code="sdl")
    agency.save()
    before = translated_everywhere(agency)

    with translation.override(editor.language):
        setattr(agency, "name", "Sở Văn hoá")  # noqa: B010 - the checks rightly refuse `agency.name`
        agency.save(update_fields=["name"])

    assert records.words(agency, SOURCE_LANGUAGE) == {"name": "Sở Văn hoá"}
    assert records.derived(agency) == before


@pytest.mark.parametrize("asked", [["name"], ["name_vi"], ["name_ja", "name_vi"], ["name_ja"], []])
def test_saving_some_columns_keeps_the_bare_one_in_step_and_the_derived_ones_out(
    db: None, asked: list[str]
) -> None:
    agency = Agency(name_vi="Sở Du lịch", code="sdl")
    agency.save()
    before = translated_everywhere(agency)
    agency.name_vi, agency.name_ja = "Sở Văn hoá", "迷子"

    agency.save(update_fields=asked)

    is_written = bool({"name", "name_vi"}.intersection(asked))
    assert records.words(agency, SOURCE_LANGUAGE) == {"name": "Sở Văn hoá" if is_written else "Sở Du lịch"}
    assert records.bare(agency) == records.words(agency, SOURCE_LANGUAGE)
    assert records.derived(agency) == before
