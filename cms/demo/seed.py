"""Building the demonstration through the ordinary operations. A second run changes nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import models, transaction
from wagtail.models import Site

from cms.demo import accounts, covers
from cms.demo.accounts import People
from cms.demo.contents import FOLDER, Contents
from cms.demo.covers.canvas import WIDTH
from cms.demo.kinds import FAMILIES
from cms.demo.makers import Makers
from cms.demo.pages import Pages
from content.models import Agency, OrganisationSettings, PortalPage, Tag
from media.models import PortalImage
from translations.models import Edition
from translations.operations.clearance import clear
from translations.operations.exchange import ImportReport, import_memory
from translations.operations.glossary import import_glossary
from translations.operations.units import approve_all

_GLOSSARIES = ("glossary.tsv", "glossary_extra.tsv")
_INVEST = "Đầu tư"


@dataclass
class Seeded:
    """What a run did. *waiting* names editions that the shipped memory does not fill."""

    made: int = 0
    approved: int = 0
    waiting: list[str] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)


@dataclass
class Seed:
    """One run.

    Attributes:
        folder: where the passwords are kept.
        finish_tasks: runs what the task queue holds; nothing to do where tasks run at once.
        say: is told what is being made.
        cover_width: pixels; small ones are drawn quickly.
    """

    folder: Path
    finish_tasks: Callable[[], None]
    say: Callable[[str], None]
    cover_width: int = WIDTH
    contents: Contents = field(default_factory=Contents.read)
    done: Seeded = field(default_factory=Seeded)

    def run(self) -> Seeded:
        """Make what is missing of the demonstration, and have its reviewers approve it.

        Raises:
            BadImport: the shipped memory or a glossary cannot be read.
        """
        accounts.ensure_accounts(self.folder)
        self._import_translations()
        objects = self._objects()
        self.finish_tasks()
        self._approve(objects, accounts.people())
        self.finish_tasks()
        return self.done

    def _import_translations(self) -> None:
        for memory in (FOLDER / "memory.tmx", *sorted((FOLDER / "memory").glob("*.tmx"))):
            with memory.open("rb") as file:
                self._tell(f"Translations of {memory.name}", import_memory(file=file, sample=True))
        for name in _GLOSSARIES:
            with (FOLDER / name).open("rb") as file:
                self._tell(f"Terms of {name}", import_glossary(file=file))

    def _tell(self, what: str, report: ImportReport) -> None:
        self.done.made += report.added + report.updated
        self.say(f"{what}: {report.added} added, {report.kept} there already, {len(report.refused)} refused")
        for line, reason in report.refused:
            self.say(f"  line {line}: {reason}")

    def _objects(self) -> list[models.Model]:
        """Return everything that readers see, made where it was missing."""
        pages = Pages(self.contents, accounts.people(), self._picture, self._say_made)
        home = pages.home()
        accounts.grant(home)
        pages.people = accounts.people()
        found: list[models.Model] = [*self._agencies(pages.people), self._organisation(pages.people)]
        sections = pages.sections(home)
        articles = pages.articles(sections)
        makers = Makers(pages, sections, self._save_new)
        found += [made for make in FAMILIES for made in make(makers)]
        pages.open_home(home, sections[_INVEST])
        found += [*sections.values(), *articles, home]
        self.done.unresolved = sorted(pages.unresolved)
        topics = {name for article in self.contents.articles for name in article.tags}
        pictures = PortalImage.objects.filter(
            pk__in=[page.lead_image_id for page in found if isinstance(page, PortalPage)]
        )
        return [*found, *Tag.objects.filter(name__in=topics), *pictures]

    def _say_made(self, what: str) -> None:
        self.done.made += 1
        self.say(what)

    def _agencies(self, people: People) -> list[Agency]:
        for sample in self.contents.agencies:
            if Agency.objects.filter(code=sample.code).exists():
                continue
            agency = Agency(
                name_vi=sample.name,
                code=sample.code,
                valid_from=sample.valid_from,
                valid_to=sample.valid_to,
                predecessor=Agency.objects.filter(code=sample.predecessor).first(),
            )
            agency.full_clean()
            self._save_cleared(agency, people)
            self._say_made(f"Agency: {sample.name}")
        return list(Agency.objects.filter(code__in=[sample.code for sample in self.contents.agencies]))

    def _organisation(self, people: People) -> OrganisationSettings:
        settings: OrganisationSettings = OrganisationSettings.for_site(Site.objects.get(is_default_site=True))
        if not settings.name_vi:
            sample = self.contents.organisation
            settings.name_vi, settings.tagline_vi = sample["name"], sample["tagline"]
            settings.notice_vi, settings.address_vi = sample["notice"], sample["address"]
            settings.email, settings.phone = sample["email"], sample["phone"]
            settings.brand_colour, settings.accent_colour = sample["brand_colour"], sample["accent_colour"]
            settings.full_clean()
            self._save_cleared(settings, people)
            self._say_made(f"Organisation: {settings.name_vi}")
        return settings

    def _save_new(self, instance: models.Model) -> None:
        self._save_cleared(instance, accounts.people())
        self._say_made(f"{instance._meta.verbose_name}: {instance}")

    @staticmethod
    @transaction.atomic
    def _save_cleared(instance: models.Model, people: People) -> None:
        """Save and clear at once, so that the task which follows finds the text cleared."""
        instance.save()
        clear(instance=instance, person=people.publisher)

    def _picture(self, motif: str, for_section: bool) -> PortalImage:
        file_name = covers.file_name(motif, for_section=for_section)
        existing: PortalImage | None = PortalImage.objects.filter(original_name=file_name).first()
        if existing is not None:
            return existing
        words = self.contents.covers[motif]
        image = PortalImage(
            title_vi=words,
            alt_vi=words,
            caption_vi=self.contents.picture_caption,
            file=covers.upload(motif, for_section=for_section, width=self.cover_width),
            uploaded_by_user=accounts.people().editor,
        )
        image.full_clean(exclude=["title", "alt", "caption"])
        image.save()
        self._say_made(f"Picture: {words}")
        return image

    def _approve(self, objects: Iterable[models.Model], people: People) -> None:
        """Approve, as the reviewers, the editions that never were public and have every text."""
        for instance in objects:
            for edition in Edition.objects.of(instance).filter(public_version=None):
                pending = list(edition.units.pending())
                if edition.working_version_id is None or not all(unit.target for unit in pending):
                    self.done.waiting.append(f"{instance} ({edition.language})")
                    continue
                seen = [(unit.pk, unit.version) for unit in pending]
                approve_all(edition_id=edition.pk, seen=seen, person=people.reviewers[edition.language])
                self.done.approved += 1
        self.say(f"Editions approved: {self.done.approved}")
