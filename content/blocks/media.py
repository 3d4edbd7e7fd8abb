"""Blocks that show an image, a document or a film."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class ImageBlock(blocks.StructBlock):
    """An image in the text. Alternative text and caption belong to this use of the image."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        required=False,
        label=_("Alternative text"),
        max_length=255,
        help_text=_(
            "What the image shows, for readers who cannot see it. Empty: the image's own text is used."
        ),
    )
    decorative = blocks.BooleanBlock(
        required=False,
        label=_("Decorative"),
        help_text=_("The image adds nothing that the text does not say."),
    )
    caption = blocks.CharBlock(required=False, label=_("Caption"), max_length=500)

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("An image with alternative text and a caption.")
        template = "content/blocks/image.html"
        preview_value = {
            "image": None,
            "alt": "Tháp Phổ Minh",
            "decorative": False,
            "caption": "Tháp Phổ Minh.",
        }


class DocumentBlock(blocks.StructBlock):
    """A document to download."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(required=False, label=_("Title"), max_length=200)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A document that readers can download.")
        template = "content/blocks/document.html"
        preview_value = {"document": None, "title": "Tài liệu giới thiệu khu công nghiệp"}


class VideoBlock(blocks.StructBlock):
    """A film on another site: a link with a title, so that nobody is tracked before a click."""

    url = blocks.URLBlock(label=_("Address of the film"))
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    description = blocks.TextBlock(required=False, label=_("Description"))

    class Meta:
        icon = "media"
        label = _("Film")
        description = _("A film on another site, shown as a link with title and description.")
        template = "content/blocks/video.html"
        preview_value = {"url": "https://example.org/film", "title": "Phim giới thiệu", "description": ""}
