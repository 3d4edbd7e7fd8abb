from modeltranslation.translator import TranslationOptions, translator
from media.models import PortalDocument, PortalImage
class ImageOptions(TranslationOptions):
    fields = ("title", "alt", "caption")
class DocumentOptions(TranslationOptions):
    fields = ("title",)
translator.register(PortalImage, ImageOptions)
translator.register(PortalDocument, DocumentOptions)
