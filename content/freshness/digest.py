"""The weekly letter to each agency about its figures."""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from content import formats
from content.freshness.due import SOON_DAYS, to_review
from content.models import Agency, FreshnessDigest, PortalPage
from media.multilingual import SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class Line:
    """One page with figures to review."""

    title: str
    review_by: date
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What one agency is told: *overdue* figures, and those that will be *soon*."""

    agency: Agency
    overdue: Sequence[Line]
    soon: Sequence[Line]

    @property
    def pages(self) -> int:
        """How many pages it names."""
        return len(self.overdue) + len(self.soon)


@dataclass(slots=True)
class Digest:
    """What a run did. *unowned* are titles of pages for which nobody can be written to."""

    sent: list[Letter] = field(default_factory=list)
    already_sent: list[Letter] = field(default_factory=list)
    failed: list[tuple[Letter, str]] = field(default_factory=list)
    unowned: list[str] = field(default_factory=list)


def send_digest(*, today: date, is_rehearsal: bool = False) -> Digest:
    """Write to each agency with figures to review by thirty days from *today*; once a day at most.

    A letter that cannot be delivered is named in ``failed`` and can be sent again the same day. A rehearsal
    sends nothing and remembers nothing.
    """
    done = Digest()
    for agency, pages in _by_agency(today).items():
        if agency is None or not agency.email:
            done.unowned += [page.title_vi for page in pages]
            continue
        letter = _letter(agency, pages, today)
        if is_rehearsal:
            done.sent.append(letter)
        else:
            _deliver(letter, today, done)
    return done


def _by_agency(today: date) -> dict[Agency | None, list[PortalPage]]:
    found: dict[Agency | None, list[PortalPage]] = {}
    for page in to_review(before=today + timedelta(days=SOON_DAYS)):
        found.setdefault(page.agency, []).append(page)
    return found


def _letter(agency: Agency, pages: Sequence[PortalPage], today: date) -> Letter:
    lines = [_line(page) for page in pages]
    return Letter(
        agency,
        [line for line in lines if line.review_by < today],
        [line for line in lines if line.review_by >= today],
    )


def _line(page: Any) -> Line:
    day: date = page.review_by
    address = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])
    return Line(page.title_vi, day, formats.long_date(day, SOURCE_LANGUAGE), address)


def _deliver(letter: Letter, today: date, done: Digest) -> None:
    """Claim the day, then write: whoever runs at the same moment finds it claimed."""
    with transaction.atomic():
        claim, is_new = FreshnessDigest.objects.get_or_create(agency=letter.agency, sent_on=today)
    if not is_new:
        done.already_sent.append(letter)
        return
    with override(SOURCE_LANGUAGE):
        subject = _("Figures to review: {agency}").format(agency=letter.agency.name_vi)
        text = render_to_string("content_admin/freshness_digest.txt", {"letter": letter})
    try:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [letter.agency.email])
    except (OSError, smtplib.SMTPException) as failure:
        claim.delete()
        done.failed.append((letter, str(failure)))
        return
    done.sent.append(letter)
