"""What the kinds of page that an investor decides on have in common."""

import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable
from wagtail.search import index


def sum_of_money(label: Any) -> Any:
    """Return a field for a sum of money; None where it is not known."""
    return models.DecimalField(
        label, max_digits=20, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )


class LegalBasis(Orderable):
    """Base of the rows that say which legal documents a page rests on; a subclass adds its page."""

    document = models.ForeignKey(
        "content.LegalDocument",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("legal document"),
    )

    panels = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        abstract = True


class Attachment(Orderable):
    """Base of the rows that offer documents to download; a subclass adds its page."""

    document = models.ForeignKey(
        "media.PortalDocument", on_delete=models.CASCADE, related_name="+", verbose_name=_("document")
    )

    panels = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        abstract = True


class Coded(models.Model):
    """Base of pages that a department knows by a code. Put it before `PortalPage` among the bases."""

    code = models.CharField(
        _("code"),
        max_length=40,
        blank=True,
        help_text=_("As in the department's own list. Each page of this kind has another one."),
    )

    # A copy is another file of the department and gets a code of its own.
    exclude_fields_in_copy = ["code"]
    code_search_fields: ClassVar[list[Any]] = [index.SearchField("code"), index.FilterField("code")]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Check that no other page of this kind has the code.

        Raises:
            ValidationError: one has it.
        """
        super().clean()
        self.code = self.code.strip()
        if not self.code:
            return
        pages: Any = type(self)._default_manager
        others = pages.filter(code__iexact=self.code).exclude(pk=self.pk)
        if others.filter(alias_of__isnull=True).exists():
            raise ValidationError(
                {"code": _("Another page of this kind has this code. Check the department's list.")}
            )


def digest_with(digest: str, stream: Iterable[Any] | None, names: Sequence[str]) -> str:
    """Return a SHA-256 of *digest* and of what the blocks of a stream hold under *names*."""
    held = [[_plain(block.value.get(name)) for name in names] for block in stream or ()]
    return hashlib.sha256(repr((digest, held)).encode()).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value.pk if isinstance(value, models.Model) else value)


def check_days(first: Any, last: Any, field: str) -> None:
    """Check that a time does not end before it begins; a missing end is open.

    Raises:
        ValidationError: it does; said at *field*.
    """
    if first and last and last < first:
        raise ValidationError({field: _("The last day lies before the first day. Correct one of them.")})


def check_range(low: Any, high: Any, field: str) -> None:
    """Check that a range of sums begins with the smaller one.

    Raises:
        ValidationError: it does not; said at *field*.
    """
    if low is not None and high is not None and high < low:
        raise ValidationError({field: _("The upper sum is less than the lower sum. Correct one of them.")})
