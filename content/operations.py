"""Verbs on pages."""

from django.db import transaction
from django.utils.text import slugify

from content.models import PortalPage
from media.multilingual import TARGET_LANGUAGES, localized


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
    base = slugify(english)[:200].strip("-") or row.slug
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
