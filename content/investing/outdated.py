"""Pages that rest on legal documents which are no longer in force, for those who keep them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import ReferenceIndex

from content.models import LegalDocument, PortalPage


def gone(on: date) -> QuerySet[LegalDocument]:
    """Return the documents that were in force and are not on the day *on*."""
    begun = Q(effective_from=None) | Q(effective_from__lte=on)
    ended = Q(effective_to__lt=on) | Q(effective_to=None, superseded_by__isnull=False)
    found: QuerySet[LegalDocument] = LegalDocument.objects.filter(begun, ended).select_related(
        "superseded_by"
    )
    return found


def pages_on_gone_laws(on: date) -> Mapping[int, Sequence[LegalDocument]]:
    """Return, by the primary key of a page, which documents it names that are not in force on the day *on*.

    In its rows, its fields or its blocks, as Wagtail's index of references knows them.
    """
    documents = {document.pk: document for document in gone(on)}
    kinds = ContentType.objects.get_for_models(*_kinds()).values()
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(LegalDocument),
        to_object_id__in=[str(pk) for pk in documents],
        content_type__in=kinds,
    )
    named: dict[int, set[int]] = defaultdict(set)
    for page, document in references.values_list("object_id", "to_object_id"):
        named[int(page)].add(int(document))
    return {page: [documents[pk] for pk in sorted(found)] for page, found in sorted(named.items())}


def _kinds() -> list[type[PortalPage]]:
    return [PortalPage, *PortalPage.__subclasses__()]
