"""The board: every object in every language, and what each waits for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Max, Min, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import Button

from media.multilingual import TARGET_LANGUAGES
from translations.enums import Waiting
from translations.models import Edition
from translations.models.edition import LANGUAGE_NAMES, EditionQuerySet
from translations.operations.clearance import is_live
from translations.permissions import may_clear
from translations.reasons import pending_sentence, waiting_sentence
from translations.views.access import BOARD_TITLE, DeskMixin
from translations.views.filters import BoardFilters
from translations.views.machine import MACHINE_TITLE
from translations.views.subjects import Key, load_subjects


@dataclass(frozen=True)
class Cell:
    """One edition on the board."""

    edition: Edition

    def __str__(self) -> str:
        # Wagtail asks each cell for its text; the edition's own would cost a query.
        return self.edition.get_state_display()

    @property
    def progress(self) -> str:
        """How many segments wait, as a sentence."""
        return pending_sentence(self.edition, pending=self.edition.pending, total=self.edition.total)

    @property
    def reason(self) -> str:
        """Why it waits, besides for its reviewer."""
        return waiting_sentence(self.edition)


@dataclass(frozen=True)
class Row:
    """One object on the board, with its editions by language."""

    key: Key
    subject: models.Model | None
    editions: Mapping[str, Edition]
    opened: datetime
    can_clear: bool

    @property
    def title(self) -> str:
        """The Vietnamese title."""
        return str(self.subject) if self.subject is not None else str(_("(deleted)"))

    @property
    def kind(self) -> str:
        """What kind of object it is."""
        model = ContentType.objects.get_for_id(self.key[0]).model_class()
        return capfirst(str(model._meta.verbose_name)) if model is not None else ""

    @property
    def url(self) -> str:
        """Address of the object's page on the desk."""
        return reverse("translations:overview", args=self.key)

    @property
    def reasons(self) -> Sequence[tuple[str, str]]:
        """(languages, sentence) for each different reason to wait."""
        languages: dict[str, list[str]] = defaultdict(list)
        for language in TARGET_LANGUAGES:
            if language in self.editions and (said := waiting_sentence(self.editions[language])):
                languages[said].append(str(LANGUAGE_NAMES[language]))
        every = len(self.editions)
        return [("" if len(names) == every else ", ".join(names), said) for said, names in languages.items()]


class ObjectColumn(Column):
    """The object, its kind, and why its editions wait."""

    cell_template_name = "translations/board/object_cell.html"


class EditionColumn(Column):
    """The edition in one language."""

    cell_template_name = "translations/board/edition_cell.html"

    def get_value(self, instance: Row) -> Cell | None:
        """Return the edition in the column's language, if it is open."""
        edition = instance.editions.get(self.name)
        return Cell(edition) if edition is not None else None


class BoardView(DeskMixin, BaseListingView):
    """A page of rows; the number of queries does not depend on how many."""

    page_title = BOARD_TITLE
    header_icon = "globe"
    template_name = "translations/board/board.html"
    filterset_class = BoardFilters
    paginate_by = 25
    index_url_name = "translations:board"
    index_results_url_name = "translations:board_results"
    default_ordering = "-changed"
    table_classname = "listing desk-board"
    verbose_name_plural = _("editions")

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """The ways to the desk's other pages."""
        return [Button(MACHINE_TITLE, url=reverse("translations:machine"), icon_name="cogs", priority=10)]

    @cached_property
    def columns(self) -> list[Column]:
        """The object, the chosen languages (all without a choice), and since when it waits."""
        chosen = self.request.GET.get("language")
        languages = [chosen] if chosen in TARGET_LANGUAGES else TARGET_LANGUAGES
        return [
            ObjectColumn("title", label=_("Text"), width="34%"),
            *(EditionColumn(language, label=LANGUAGE_NAMES[language]) for language in languages),
            DateColumn("opened", label=_("Opened"), sort_key="opened", classname="desk-board__date"),
        ]

    def get_queryset(self) -> Any:
        """Return the objects with an edition that the filters let through."""
        editions = self.filter_queryset(Edition.objects.all())
        objects = Edition.objects.filter(pk__in=editions.values("pk")).values("content_type_id", "object_id")
        dated = objects.annotate(opened=Min("opened_at"), changed=Max("updated_at"))
        return dated.order_by(self.ordering, "content_type_id", "object_id")

    def get_table(self, object_list: Sequence[Mapping[str, Any]]) -> Any:
        """Return the table of the rows that *object_list* stands for."""
        return super().get_table(self.rows(object_list))

    def rows(self, groups: Sequence[Mapping[str, Any]]) -> list[Row]:
        """Return a row for each object, in the same order."""
        keys = [(group["content_type_id"], group["object_id"]) for group in groups]
        subjects = load_subjects(keys)
        editions = _editions_of(keys)
        return [
            Row(
                key=key,
                subject=subjects.get(key),
                editions=editions[key],
                opened=group["opened"],
                can_clear=self._can_clear(subjects.get(key), editions[key].values()),
            )
            for key, group in zip(keys, groups, strict=True)
        ]

    def _can_clear(self, subject: models.Model | None, editions: Iterable[Edition]) -> bool:
        waits = any(edition.waiting == Waiting.CLEARANCE for edition in editions)
        return waits and subject is not None and is_live(subject) and may_clear(self.request.user, subject)


def _editions_of(keys: Sequence[Key]) -> Mapping[Key, dict[str, Edition]]:
    found: dict[Key, dict[str, Edition]] = {key: {} for key in keys}
    wanted = Q(pk__in=[])
    for content_type_id in {content_type_id for content_type_id, _object_id in keys}:
        object_ids = [object_id for kind, object_id in keys if kind == content_type_id]
        wanted |= Q(content_type_id=content_type_id, object_id__in=object_ids)
    editions: EditionQuerySet = Edition.objects.with_counts().filter(wanted)
    for edition in editions:
        found[edition.content_type_id, edition.object_id][edition.language] = edition
    return found
