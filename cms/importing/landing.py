"""One row on its way into its page: as a whole, or not at all."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext_noop
from wagtail.log_actions import log

from cms.importing.planning import Planner
from cms.importing.report import Outcome, RowReport, Said
from content.models import PortalPage
from content.sheets.reading import Row
from media.multilingual import SOURCE_LANGUAGE, localized, translated_fields
from translations.operations.clearance import clear_for_publication
from translations.signal_handlers import follow_published

ACTION = "cms.import_sheet"

CHANGED_SINCE = gettext_noop(
    "Row %(row)s: the page was changed after the report was made. "
    "Upload the table again to see what it would do now."
)
MADE_SINCE = gettext_noop(
    "Row %(row)s: a page with this code was made after the report was made. Upload the table again."
)
BROKEN_OFF = gettext_noop("Row %(row)s could not be saved: %(error)s")
STAYS_A_DRAFT = gettext_noop("Saved as a draft: the page has other changes that are not published yet.")
NOT_CLEARED = gettext_noop("Saved as a draft: its words are new, and nobody confirmed that they may leave.")
NOT_ALLOWED = gettext_noop("Saved as a draft: you may not publish this page.")


class _Refused(Exception):
    """The row does not land; nothing of it stays."""

    def __init__(self, *reasons: Said) -> None:
        super().__init__()
        self.reasons = reasons


@dataclass(frozen=True)
class Landing:
    """How rows land: by whom, from which file, and whether they are published."""

    planner: Planner
    file_name: str
    publishes: bool = False
    is_cleared: bool = False

    def land(self, row: Row, planned: RowReport) -> RowReport:
        """Carry out what *planned* says, in a transaction of its own."""
        try:
            with transaction.atomic():
                if planned.outcome is Outcome.NEW:
                    return self._create(row, planned)
                return self._update(row, planned)
        except _Refused as refused:
            return replace(planned, outcome=Outcome.REFUSED, reasons=refused.reasons)
        except DatabaseError as error:
            # The row alone is given up: what the database refuses is rolled back with it.
            reason = Said(BROKEN_OFF, {"row": str(row.number), "error": str(error)})
            return replace(planned, outcome=Outcome.REFUSED, reasons=(reason,))
        except ValidationError as error:
            reasons = tuple(self.planner.told(error, row))
            return replace(planned, outcome=Outcome.REFUSED, reasons=reasons)

    def _create(self, row: Row, planned: RowReport) -> RowReport:
        kind, person = self.planner.kind, self.planner.person
        parent = kind.parent()
        made = kind.existing([row.key]).get(row.key)
        if made is not None:
            return self._as_it_is(row, made, MADE_SINCE)
        refusal = self.planner.refusal_of_new
        if refusal or parent is None:
            raise _Refused(Said(refusal, {"row": str(row.number)}))
        page: Any = kind.new_page(row.values, self.planner.lookup)
        page.owner = person
        parent.add_child(instance=page)
        note = NOT_CLEARED if self.publishes and not self.is_cleared else ""
        return self._kept(page, row, planned, note)

    def _update(self, row: Row, planned: RowReport) -> RowReport:
        kind = self.planner.kind
        locked = PortalPage.objects.select_for_update().filter(pk=planned.page or 0).first()
        if locked is None:
            raise _Refused(Said(CHANGED_SINCE, {"row": str(row.number)}))
        page: Any = locked.specific
        if page.latest_revision_id != planned.revision:
            return self._as_it_is(row, page, CHANGED_SINCE)
        has_other_changes = page.live and page.has_unpublished_changes
        draft = page.get_latest_revision_as_object()
        # Before the row is planned: planning fills the page itself where no draft differs from it.
        words = _words(draft)
        again = self.planner.row(row, page)
        if again.outcome is Outcome.REFUSED:
            raise _Refused(*again.reasons)
        kind.fill(draft, row.values, self.planner.lookup)
        needs_clearance = not page.live or _words(draft) != words
        note = ""
        if self.publishes and has_other_changes:
            note = STAYS_A_DRAFT
        elif self.publishes and needs_clearance and not self.is_cleared:
            note = NOT_CLEARED
        return self._kept(draft, row, planned, note)

    def _as_it_is(self, row: Row, page: PortalPage, otherwise: str) -> RowReport:
        """Return that *page* holds the row already, as when an import that broke off is taken up."""
        again = self.planner.row(row, page)
        if again.outcome is not Outcome.UNCHANGED:
            raise _Refused(Said(otherwise, {"row": str(row.number)}))
        return again

    def _kept(self, page: Any, row: Row, planned: RowReport, note: str) -> RowReport:
        """Save the revision, and publish it where nothing stands against it."""
        person = self.planner.person
        may_publish = page.permissions_for_user(person).can_publish()
        if self.publishes and not note and not may_publish:
            note = NOT_ALLOWED
        # The page was validated when it was made, or when the row was planned again.
        revision = page.save_revision(user=person, log_action=True, clean=False)
        log(
            instance=page,
            action=ACTION,
            user=person,
            revision=revision,
            data={"file": self.file_name, "row": row.number},
        )
        published = self.publishes and not note
        if published:
            self._publish(revision)
        return replace(
            planned,
            page=page.pk,
            revision=revision.pk,
            landed=True,
            published=published,
            notes=(Said(note),) if note else (),
        )

    def _publish(self, revision: Any) -> None:
        person = self.planner.person
        if self.is_cleared:
            for part in clear_for_publication(instance=revision.as_object(), person=person):
                follow_published(type(part), part)
        revision.publish(user=person)


def _words(page: PortalPage) -> list[Any]:
    """Return everything on a page that is translated; a change of it needs a person's clearance."""
    names = [localized(name, SOURCE_LANGUAGE) for name in translated_fields(type(page))]
    fields: list[Any] = [page._meta.get_field(name) for name in names]
    return [field.get_prep_value(getattr(page, field.name)) for field in fields]
