"""Edits of what stands around and inside pages, and of translations."""

from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile

from content.models import Agency, ArticlePage, OrganisationSettings, SectionPage, Tag
from media.models import PortalDocument, PortalImage
from tests import factories
from tests.deploy.equality.desk import Desk, picture
from translations.enums import EditionState
from translations.models import Edition


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

    def edit_document_title(self, random: Random) -> str:
        for document in PortalDocument.objects.all():
            document.title_vi = self._words()
            document.save()
            factories.cleared(document)
        return "all"

    # --- translations

    def edit_translation_approved(self, random: Random) -> str:
        waiting = [one for one in Edition.objects.waiting_for_reviewer().order_by("pk") if one.target]
        if not waiting:
            return "none"
        edition = random.choice(waiting)
        factories.translated(edition.target, edition.language)
        return str(edition)

    def edit_translation_withdrawn(self, random: Random) -> str:
        edition = random.choice(list(Edition.objects.public().order_by("pk")))
        Edition.objects.filter(pk=edition.pk).update(state=EditionState.MISSING)
        return str(edition)

    def edit_translation_back(self, random: Random) -> str:
        Edition.objects.filter(public_version__isnull=False).update(state=EditionState.APPROVED)
        return "all"
