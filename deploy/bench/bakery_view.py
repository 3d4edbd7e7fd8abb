"""wagtail-bakery's view over the sample of pages that the benchmark takes."""

from typing import Any

from wagtailbakery.views import AllPublishedPagesView  # type: ignore[import-untyped]  # it ships no types

from deploy.bench.subjects import sample


class SampledPagesView(AllPublishedPagesView):
    """Builds the pages of the sample, each as wagtail-bakery does."""

    def get_queryset(self) -> Any:
        """Return the published pages of the sample."""
        pages = super().get_queryset()
        return pages.filter(pk__in=sample(list(pages.values_list("pk", flat=True))))
