"""Edits of what stands around and inside pages, and of translations."""

import re
from random import Random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import QuerySet

from content.enums import Pillar
from content.models import (
    Agency,
    ArticlePage,
    HomePage,
    OrganisationSettings,
    PageTag,
    PortalPage,
    SectionPage,
    Tag,
)
from media.models import PortalDocument, PortalImage
from tests import factories
from tests.deploy.equality.desk import Desk, picture
from translations.enums import EditionState
from translations.exceptions import FailedChecks
from translations.models import Edition

_DOCUMENT = re.compile(r'linktype="document" id="(\d+)"')


class SurroundingEdits(Desk):
    """What is changed beside the pages."""

    # --- what stands around and inside pages

    def edit_agency(self, random: Random) -> str:
        agency = random.choice(list(Agency.objects.order_by("pk")))
        agency.name_vi = self._words()
        agency.save()
        factories.cleared(agency)
        return str(agency)

    def edit_agency_of_a_page(self, random: Random) -> str:
        page = self._page(random, ArticlePage)
        page.agency = random.choice([None, *Agency.objects.order_by("pk")])
        return self._published(page)

    def edit_agency_deleted(self, random: Random) -> str:
        agency = Agency.objects.create(name_vi=self._words(), code=f"code-{self._count}")
        factories.cleared(agency)
        page = self._page(random, ArticlePage)
        ArticlePage.objects.filter(pk=page.pk).update(agency=agency)
        random.choice(list(Agency.objects.order_by("pk"))).delete()
        return str(page)

    def edit_topics(self, random: Random) -> str:
        page = self._page(random, ArticlePage)
        page.tags.set([tag.name for tag in random.sample(list(Tag.objects.order_by("pk")), 2)])
        return self._published(page)

    def edit_topic_taken_off(self, random: Random) -> str:
        item = random.choice([*PageTag.objects.order_by("pk"), None])
        if item is None:
            return "none"
        item.delete()
        return str(item)

    def edit_topic(self, random: Random) -> str:
        tag = random.choice(list(Tag.objects.order_by("pk")))
        tag.label_vi = self._words()
        tag.save()
        factories.cleared(tag)
        return str(tag)

    def edit_menu(self, random: Random) -> str:
        page = self._page(random, SectionPage)
        page.show_in_menus = not page.show_in_menus
        page.menu_title_vi = random.choice(["", self._words()])
        return self._published(page)

    def edit_pillar(self, random: Random) -> str:
        page = self._page(random, SectionPage)
        page.pillar = random.choice(["", *Pillar.values])
        return self._published(page)

    def edit_organisation(self, random: Random) -> str:
        organisation = OrganisationSettings.objects.get()
        organisation.phone = str(random.randrange(10**9))
        organisation.brand_colour = f"#{random.randrange(256**3):06x}"
        organisation.tagline_vi = self._words()
        organisation.logo = random.choice([None, *PortalImage.objects.order_by("pk")])
        organisation.save()
        if random.random() < 0.7:
            factories.cleared(organisation)
        return "organisation"

    def edit_telephone(self, random: Random) -> str:
        OrganisationSettings.objects.update(phone=str(random.randrange(10**9)))
        return "telephone"

    def edit_image(self, random: Random) -> str:
        image = random.choice(list(PortalImage.objects.order_by("pk")))
        image.alt_vi, image.credit = self._words(), self._words()
        image.save()
        factories.cleared(image)
        return str(image)

    def edit_focal_point(self, random: Random) -> str:
        image = random.choice(list(PortalImage.objects.order_by("pk")))
        image.focal_point_x, image.focal_point_y = random.randrange(60), random.randrange(40)
        image.focal_point_width = image.focal_point_height = 8
        image.save()
        return str(image)

    def edit_image_in_text(self, random: Random) -> str:
        image = PortalImage(title_vi=self._words())
        image.file = picture(f"#{random.randrange(256**3):06x}")
        image.save()
        factories.cleared(image)
        page = self._page(random, ArticlePage)
        value = {"image": image.pk, "alt": "", "decorative": False, "caption": self._words()}
        page.body_vi = [{"type": "image", "value": value, "id": factories.paragraph("")["id"]}]
        page.lead_image = random.choice([None, image])
        return self._published(page)

    def edit_image_deleted(self, random: Random) -> str:
        image = random.choice(list(PortalImage.objects.order_by("pk")))
        if PortalImage.objects.count() < 3:
            return self.edit_image_in_text(random)
        said = str(image)
        image.delete()
        return said

    def edit_document(self, random: Random) -> str:
        document = PortalDocument(title_vi=self._words())
        content = b"%PDF-1.4\n" + str(self._count).encode() + b"\n%%EOF\n"
        document.file = SimpleUploadedFile("tai-lieu.pdf", content, "application/pdf")
        document.save()
        if random.random() < 0.7:
            factories.cleared(document)
        page = self._page(random, ArticlePage)
        block = {"type": "document", "value": {"document": document.pk, "title": ""}}
        link = factories.paragraph(f'<a linktype="document" id="{document.pk}">{self._words()}</a>')
        page.body_vi = [{**block, "id": factories.paragraph("")["id"]}, link]
        return self._published(page)

    def edit_document_link(self, random: Random) -> str:
        document = PortalDocument(title_vi=self._words())
        document.file = SimpleUploadedFile("lien-ket.pdf", b"%PDF-1.4\n%%EOF\n", "application/pdf")
        document.save()
        factories.cleared(document)
        page = self._page(random, ArticlePage)
        page.body_vi = [factories.paragraph(f'<a linktype="document" id="{document.pk}">{self._words()}</a>')]
        return self._published(page)

    def edit_document_without_clearance(self, random: Random) -> str:
        bodies = str([page.body_vi.get_prep_value() for page in ArticlePage.objects.filter(live=True)])
        linked = PortalDocument.objects.filter(pk__in=map(int, _DOCUMENT.findall(bodies))).order_by("pk")
        if not linked:
            return self.edit_document_link(random)
        document = random.choice(list(linked))
        PortalDocument.objects.filter(pk=document.pk).update(title_vi=self._words())
        return str(document)

    def edit_document_title(self, random: Random) -> str:
        for document in PortalDocument.objects.all():
            document.title_vi = self._words()
            document.save()
            factories.cleared(document)
        return "all"

    # --- words that change with nobody's clearance, as at the database's console

    def edit_agency_in_english(self, random: Random) -> str:
        shown = ArticlePage.objects.filter(agency__isnull=False).values("agency")
        return self._behind_the_desk(random, Agency.objects.filter(pk__in=shown), "name_en")

    def edit_topic_in_english(self, random: Random) -> str:
        shown = PageTag.objects.values("tag")
        return self._behind_the_desk(random, Tag.objects.filter(pk__in=shown), "label_en")

    def edit_image_in_english(self, random: Random) -> str:
        return self._behind_the_desk(random, PortalImage.objects.all(), "alt_en")

    def edit_page_in_english(self, random: Random) -> str:
        return self._behind_the_desk(random, ArticlePage.objects.all(), "summary_en")

    def edit_body_in_english(self, random: Random) -> str:
        page = self._page(random, ArticlePage)
        ArticlePage.objects.filter(pk=page.pk).update(body_en=[factories.paragraph(self._words())])
        return str(page)

    def edit_section_in_english(self, random: Random) -> str:
        section = self._page(random, SectionPage)
        SectionPage.objects.filter(pk=section.pk).update(body_en=[factories.paragraph(self._words())])
        return str(section)

    def edit_home_in_english(self, random: Random) -> str:
        HomePage.objects.update(body_en=[factories.paragraph(self._words())])
        return "home"

    def _behind_the_desk(self, random: Random, among: QuerySet[Any], column: str) -> str:
        one = random.choice([*among.order_by("pk"), None])
        if one is not None:
            among.filter(pk=one.pk).update(**{column: self._words()})
        return str(one)

    # --- translations

    def edit_translation_approved(self, random: Random) -> str:
        waiting = [one for one in Edition.objects.waiting_for_reviewer().order_by("pk") if one.target]
        if not waiting:
            return "none"
        edition = random.choice(waiting)
        try:
            with transaction.atomic():
                factories.translated(edition.target, edition.language)
        except FailedChecks:
            # Its words hold a date or a sum, which invented words do not say: no reviewer approves that.
            return "refused"
        return str(edition)

    def edit_translation_withdrawn(self, random: Random) -> str:
        pages = ContentType.objects.get_for_models(ArticlePage, SectionPage, HomePage).values()
        shown = Edition.objects.public().filter(
            content_type__in=pages, object_id__in=PortalPage.objects.filter(live=True).values("pk")
        )
        edition = random.choice([*shown.order_by("pk"), None])
        if edition is None:
            return "none"
        Edition.objects.filter(pk=edition.pk).update(state=EditionState.MISSING)
        return str(edition)

    def edit_translation_back(self, random: Random) -> str:
        Edition.objects.filter(public_version__isnull=False).update(state=EditionState.APPROVED)
        return "all"
