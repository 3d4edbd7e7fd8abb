"""What of pictures and documents is translated."""

from typing import Any

from modeltranslation.translator import TranslationOptions, register
from modeltranslation.utils import get_language

from media.models import PortalDocument, PortalImage
from media.multilingual import SOURCE_LANGUAGE, SourceFieldDescriptor, localized


@register(PortalImage)
class PortalImageTranslation(TranslationOptions):
    """The internal name and what readers get beside the picture."""

    fields = ("title", "alt", "caption")
    required_languages = {SOURCE_LANGUAGE: ("title",)}


@register(PortalDocument)
class PortalDocumentTranslation(TranslationOptions):
    """The words of the link."""

    fields = ("title",)
    required_languages = {SOURCE_LANGUAGE: ("title",)}


class InternalName(SourceFieldDescriptor):
    """The bare title of a picture, which only Wagtail's own listings and choosers read.

    It is never public, so where it is not translated the Vietnamese stands in; otherwise an
    editor with a Korean interface would choose among pictures without names.
    """

    def __get__(self, instance: Any, owner: Any) -> Any:
        """Return the name in the active language or else in Vietnamese."""
        if instance is None:
            return self
        columns = (localized(self.field.name, language) for language in (get_language(), SOURCE_LANGUAGE))
        return next((name for name in (getattr(instance, column) for column in columns) if name), "")


PortalImage.title = InternalName(PortalImage._meta.get_field("title"))  # bare: the descriptor of the class
