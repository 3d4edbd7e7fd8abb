"""Releases, addresses that were public, what changed since a bake, and the work that a bake gives away."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReleaseState(models.TextChoices):
    """How far a release came."""

    RUNNING = "running", _("running")
    LIVE = "live", _("live")
    FAILED = "failed", _("failed")


class Release(models.Model):
    """One publishing of the portal: what it changed at the target, for whom, and how it ended."""

    state = models.CharField(
        _("state"), max_length=16, choices=ReleaseState.choices, default=ReleaseState.RUNNING
    )
    target = models.CharField(_("target"), max_length=500)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    manifest_sha256 = models.CharField(max_length=64, blank=True)
    files = models.PositiveIntegerField(_("files"), default=0)
    uploaded = models.PositiveIntegerField(_("uploaded"), default=0)
    deleted = models.PositiveIntegerField(_("deleted"), default=0)
    reason = models.TextField(_("reason"), blank=True)
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-started_at", "-pk"]
        permissions = [("publish_site", "Publish the portal")]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M} {self.state}"


class PublishedAddress(models.Model):
    """An address under which a page was once public; when the page moves, it leads on."""

    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL, on_delete=models.CASCADE, related_name="published_addresses"
    )
    language = models.CharField(max_length=2)
    path = models.CharField(max_length=1000, unique=True)
    first_published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("published address")
        verbose_name_plural = _("published addresses")

    def __str__(self) -> str:
        return self.path


class Change(models.Model):
    """A write that a trigger noted; `deploy.journal` says what *kind* and *subject* mean."""

    kind = models.CharField(max_length=100)
    subject = models.BigIntegerField()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class BakeMark(models.Model):
    """Which bake the journal goes on from: a database put back from a backup has another mark."""

    mark = models.CharField(max_length=32)

    class Meta:
        verbose_name = _("mark of a bake")
        verbose_name_plural = _("marks of bakes")

    def __str__(self) -> str:
        return self.mark


class BakeOrder(models.Model):
    """A bake that asks background workers to render for it; it is removed when that is done.

    *facts* is a compressed JSON list of `deploy.bake.facts.PageFacts`; *code* the
    fingerprint of the code that has to render.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    code = models.CharField(max_length=64)
    now = models.DateTimeField()
    home = models.BigIntegerField()
    facts = models.BinaryField()
    closed = models.JSONField()
    withdrawn = models.JSONField()

    class Meta:
        verbose_name = _("bake order")
        verbose_name_plural = _("bake orders")

    def __str__(self) -> str:
        return str(self.key)


class Parcel(models.Model):
    """Some pages of an order; whoever claims them first renders them."""

    order = models.ForeignKey(BakeOrder, on_delete=models.CASCADE, related_name="parcels")
    number = models.PositiveIntegerField()
    jobs = models.JSONField()
    claimed_at = models.DateTimeField(null=True)
    result = models.BinaryField(null=True)

    class Meta:
        verbose_name = _("parcel")
        verbose_name_plural = _("parcels")
        constraints = [models.UniqueConstraint(fields=["order", "number"], name="one_parcel_of_a_number")]

    def __str__(self) -> str:
        return f"{self.order_id} {self.number}"
