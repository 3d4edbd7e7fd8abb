"""Pictures, their renditions, and documents."""

from contextlib import nullcontext
from io import BytesIO
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import get_language
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    ImageQuerySet,
    get_upload_to,
)
from wagtail.models import CollectionMember
from wagtail.search import index
from wagtail.utils.file import hash_filelike

from media.exceptions import RefusedFile
from media.fields import GatedDocumentField, GatedImageField
from media.imaging import carries_metadata, clean_image
from media.intake import AdmittedFile
from media.multilingual import (
    SOURCE_LANGUAGE,
    TARGET_LANGUAGES,
    SourceLanguageMixin,
    SourceQuerySet,
    localized,
    translated_fields,
)
from media.names import LONGEST_ORIGINAL_NAME


class Upload(SourceLanguageMixin):
    """A row with one file that came through the gate. Concrete models have a gated `file`."""

    original_name = models.CharField(
        _("original file name"),
        max_length=LONGEST_ORIGINAL_NAME,
        blank=True,
        default="",
        editable=False,
    )

    class Meta:
        abstract = True

    # Concrete models and the registration for translation bring these.
    file: Any
    title_vi: Any

    def __str__(self) -> str:
        return self.title_vi or self.original_name

    def admitted(self, file: AdmittedFile) -> None:
        """Note what the gate let in; the columns below always describe the clean file."""
        self.original_name = file.original_name
        self.file_size = file.size
        self.file_hash = hash_filelike(file)

    def clean(self) -> None:
        """Admit a file that just arrived, and say at its field why it cannot enter."""
        try:
            self.file.admit()
        except RefusedFile as refused:
            raise ValidationError({"file": refused}) from refused
        if self.file:
            super().clean()

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the row and store its file; a row that cannot be written leaves no file behind.

        Raises:
            RefusedFile: the file may not enter; nothing was written.
        """
        self.file.admit()
        if self._state.adding:
            self._take_words_as_source()
        arriving = self.file.arriving
        try:
            return super().save(*args, **kwargs)
        except Exception:
            if arriving and not self.file.arriving:
                self.file.storage.delete(self.file.name)
            raise

    def _take_words_as_source(self) -> None:
        # Wagtail builds rows with `title=…`, which modeltranslation files under the interface
        # language; what a person gives a new row is Vietnamese.
        for field in translated_fields(type(self)):
            source = localized(field, SOURCE_LANGUAGE)
            for column in (localized(field, language) for language in TARGET_LANGUAGES):
                if not getattr(self, source):
                    setattr(self, source, getattr(self, column))


class PortalImageQuerySet(SourceQuerySet, ImageQuerySet):
    """Pictures, sorted and filtered by their Vietnamese words."""


class PortalImage(Upload, AbstractImage):
    """A picture. `title` is its name inside the admin; `alt` and `caption` are read by the public."""

    file = GatedImageField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        default="",
        help_text=_("What the picture shows, in one sentence, for readers who cannot see it."),
    )
    caption = models.TextField(_("caption"), blank=True, default="")
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        default="",
        help_text=_("The photographer or owner, as the licence asks. It is not translated."),
    )
    # Wagtail's own field would be public text outside the desk; `alt` takes its place.
    description = None

    admin_form_fields = (
        "title_vi",
        "file",
        "alt_vi",
        "caption_vi",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *CollectionMember.search_fields,
        index.SearchField("title_vi", boost=10),
        index.AutocompleteField("title_vi"),
        index.SearchField("alt_vi"),
        index.AutocompleteField("alt_vi"),
        index.SearchField("caption_vi"),
        index.SearchField("original_name"),
        index.RelatedFields("tags", [index.SearchField("name", boost=10), index.AutocompleteField("name")]),
        index.FilterField("title"),
        index.FilterField("uploaded_by_user"),
        index.FilterField("created_at"),
        index.FilterField("id"),
    ]

    objects: ClassVar[models.Manager[Any]] = PortalImageQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        """The Vietnamese alternative text, which the editor starts from in the admin."""
        return self.alt_vi or ""

    def generate_rendition_file(self, size: Filter, *, source: File[Any] | None = None) -> File[Any]:
        """Return a rendition's file; it never carries metadata.

        A stored original is clean unless it was put there behind the gate, by a restored
        backup for instance; Willow would copy its EXIF into every rendition.
        """
        # Wagtail reads the original once and calls this in several threads; they share `self.file`.
        with nullcontext(source) if source else self.open_file() as original:
            if carries_metadata(original):
                drawn_anew = clean_image(original, name=self.file.name)
                source = File(BytesIO(drawn_anew.content), name=self.file.name)
        with super().generate_rendition_file(size, source=source) as spooled:
            # Wagtail leaves its temporary file open until it is collected as garbage.
            spooled.seek(0)
            return ContentFile(spooled.read(), name=spooled.name)


class PortalRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(PortalImage, related_name="renditions", on_delete=models.CASCADE)

    objects: ClassVar[models.Manager["PortalRendition"]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]

    @property
    def alt(self) -> str:
        """The alternative text in the active language; empty where there is none."""
        if self.image.decorative:
            return ""
        text: str | None = self.image.contextual_alt_text or getattr(
            self.image, localized("alt", get_language())
        )
        return text or ""


class PortalDocumentQuerySet(SourceQuerySet, DocumentQuerySet):
    """Documents, sorted and filtered by their Vietnamese words."""


class PortalDocument(Upload, AbstractDocument):
    """A PDF, DOCX or XLSX for download; the public reads its `title`."""

    file = GatedDocumentField(verbose_name=_("file"), upload_to="documents")

    admin_form_fields = ("title_vi", "file", "collection", "tags")
    search_fields = [
        *CollectionMember.search_fields,
        index.SearchField("title_vi", boost=10),
        index.AutocompleteField("title_vi"),
        index.SearchField("original_name"),
        index.RelatedFields("tags", [index.SearchField("name", boost=10), index.AutocompleteField("name")]),
        index.FilterField("id"),
        index.FilterField("title"),
        index.FilterField("uploaded_by_user"),
        index.FilterField("created_at"),
    ]

    objects: ClassVar[models.Manager[Any]] = PortalDocumentQuerySet.as_manager()

    @property
    def content_disposition(self) -> str:
        """The header under which the file is sent: downloads carry the sender's name."""
        if super().content_disposition == "inline":
            return "inline"
        return content_disposition_header(True, self.original_name or self.filename) or "attachment"
