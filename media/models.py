"""Images and documents (first draft by the lead; the media owner replaces this file)."""

from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from media.multilingual import SourceLanguageMixin


class PortalImage(SourceLanguageMixin, AbstractImage):
    admin_form_fields = ("title_vi", "file", "alt_vi", "caption_vi", "credit", "collection", "tags")
    alt = models.CharField(max_length=255, blank=True)
    caption = models.CharField(max_length=500, blank=True)
    credit = models.CharField(max_length=255, blank=True)
    original_name = models.CharField(max_length=255, blank=True, editable=False)


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class PortalDocument(SourceLanguageMixin, AbstractDocument):
    admin_form_fields = ("title_vi", "file", "collection", "tags")
    original_name = models.CharField(max_length=255, blank=True, editable=False)
