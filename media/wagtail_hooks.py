"""The list of documents in the admin, under every interface language."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.documents.views.documents import IndexView

from media.multilingual import SOURCE_LANGUAGE, localized


class DocumentIndexView(IndexView):
    """Wagtail's list, with the Vietnamese title in the column that links to a document.

    The bare title follows the interface language and is empty until it is translated.
    """

    @cached_property
    def columns(self) -> list[Any]:
        """Wagtail's columns, the title read from the source language."""
        columns: list[Any] = super().columns
        for column in columns:
            if column.name == "title":
                column.accessor = localized("title", SOURCE_LANGUAGE)
        return columns


def document_list_urls() -> list[URLPattern]:
    """Stand before Wagtail's own addresses of the list; the rest stays Wagtail's."""
    return [
        path("documents/", DocumentIndexView.as_view()),
        path("documents/results/", DocumentIndexView.as_view(results_only=True)),
    ]


hooks.register("register_admin_urls", document_list_urls, order=-1)
