"""Verbs on pages."""

from collections.abc import Iterator

from django.db import models, transaction
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from content.models import ContactDesk, LegalDocument, Place, PortalPage, Spokesperson
from content.slugs import international_slug
from media.models import PortalImage
from media.multilingual import SOURCE_LANGUAGE, TARGET_LANGUAGES, localized, translated_fields


@transaction.atomic
def propose_slug_intl(*, page: PortalPage) -> str:
    """Give *page* its international slug when its first foreign edition goes public.

    Made from the English title if there is one, else from the Vietnamese slug. A slug that
    is there already stays: addresses change by a person's hand only.

    Returns:
        The slug the page has afterwards.
    """
    row = PortalPage.objects.select_for_update().get(pk=page.pk)
    if row.slug_intl:
        return row.slug_intl
    english = getattr(row, localized("title", TARGET_LANGUAGES[0])) or ""
    base = international_slug(english) or row.slug
    slug = _free_among_siblings(row, base)
    # Straight to the column: this is no edit, so it makes no revision.
    PortalPage.objects.filter(pk=row.pk).update(slug_intl=slug)
    page.slug_intl = slug
    return slug


def _free_among_siblings(page: PortalPage, base: str) -> str:
    siblings = PortalPage.objects.sibling_of(page, inclusive=False).values_list("slug", "slug_intl")
    taken = {slug_intl or slug for slug, slug_intl in siblings}
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate


_CLEARED_WITH_A_PAGE = (Place, LegalDocument, ContactDesk, Spokesperson)


def words_shown_on(page: PortalPage) -> list[models.Model]:
    """Return the topics, images, places, legal documents and desks of *page*: their words stand on it.

    Documents are not among them: whoever clears one must have read the file.
    """
    wanted = {page.lead_image_id, *_images_in_body(page)} - {None}
    named = dict.fromkeys([*_named_by(page), *(found for row in _rows(page) for found in _named_by(row))])
    return [*page.tags.all(), *PortalImage.objects.filter(pk__in=wanted), *named]


def _rows(page: PortalPage) -> Iterator[models.Model]:
    for relation in get_all_child_relations(type(page)):
        if relation.related_model.__module__.startswith("content."):
            yield from getattr(page, relation.get_accessor_name()).all()


def _named_by(instance: models.Model) -> Iterator[models.Model]:
    for field in instance._meta.concrete_fields:
        if field.is_relation and field.related_model in _CLEARED_WITH_A_PAGE:
            found = getattr(instance, field.name)
            if found is not None:
                yield found


def _images_in_body(page: PortalPage) -> set[int]:
    found: set[int] = set()
    for name in translated_fields(type(page)):
        field = page._meta.get_field(localized(name, SOURCE_LANGUAGE))
        if isinstance(field, StreamField):
            references = field.extract_references(getattr(page, field.name))
            found.update(int(key) for model, key, *_place in references if issubclass(model, PortalImage))
    return found
