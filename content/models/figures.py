"""What every page with figures says of them: as of when, from where, and until when they count as fresh."""

import hashlib
from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import AbstractPage

from media.multilingual import LANGUAGES, localized, translated_fields

_ABOUT = frozenset({"review_by", "facts_changed_on", "facts_digest", "page_ptr", "portalpage_ptr"})


class DatedFigures(models.Model):
    """Base of pages with figures. Put it before `PortalPage` among the bases.

    ``figure_source`` is written in Vietnamese and translated: a subclass registers it with
    django-modeltranslation among its own words. The owner is the page's agency.
    """

    as_of = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("The day for which the figures on this page hold.")
    )
    figure_source = models.CharField(
        _("source of the figures"),
        max_length=255,
        blank=True,
        help_text=_("The document or body that the figures come from."),
    )
    figure_url = models.URLField(_("address of the source"), blank=True)
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        help_text=_(
            "After this day readers are told that the figures await review, and the agency is reminded."
        ),
    )
    facts_changed_on = models.DateField(null=True, blank=True, editable=False)
    facts_digest = models.CharField(max_length=64, blank=True, editable=False)

    figure_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("as_of"), FieldPanel("review_by")]),
                FieldPanel("figure_source_vi"),
                FieldPanel("figure_url"),
            ],
            heading=_("State of the figures"),
        )
    ]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page, and note the day where a value on it is another than it was."""
        digest = self._values_digest()
        if digest != self.facts_digest:
            self.facts_digest, self.facts_changed_on = digest, localdate()
        return super().save(*args, **kwargs)

    def clean(self) -> None:
        """Check that the figures are not to be reviewed before they were true.

        Raises:
            ValidationError: they are.
        """
        super().clean()
        if self.as_of and self.review_by and self.review_by < self.as_of:
            raise ValidationError(
                {"review_by": _("The day of review lies before the day of the figures. Correct one of them.")}
            )

    def _values_digest(self) -> str:
        """Return a SHA-256 of every value on the page and in its rows, without its words."""
        return hashlib.sha256(repr(list(_values(self, AbstractPage))).encode()).hexdigest()


def _values(page: Any, base: type[models.Model]) -> Iterator[tuple[str, Any]]:
    known = {field.name for field in base._meta.get_fields()}
    model = type(page)
    words = {*translated_fields(model), *_derived(model)}
    parent = {field.name for field in model._meta.get_parent_list()[0]._meta.get_fields()}
    for field in model._meta.concrete_fields:
        if field.name not in known | words | parent | _ABOUT:
            yield field.name, _plain(getattr(page, field.attname))
    for relation in get_all_child_relations(model):
        if relation.related_model.__module__.startswith("content.") and relation.name not in parent:
            rows = getattr(page, relation.get_accessor_name()).all()
            yield relation.name, [_row(row, relation.field.name) for row in rows]


def _row(row: models.Model, to_page: str) -> list[tuple[str, Any]]:
    fields = (field for field in row._meta.concrete_fields if field.name not in {"id", to_page})
    return [(field.name, _plain(getattr(row, field.attname))) for field in fields]


def _derived(model: type[models.Model]) -> Iterator[str]:
    return (localized(name, language) for name in translated_fields(model) for language in LANGUAGES)


def _plain(value: Any) -> str:
    """Return a value as it is written: 1.50 is the figure 1.5, from a form or from a row."""
    if value is None:
        return ""
    if hasattr(value, "normalize"):
        return format(value.normalize(), "f")
    return str(value)
