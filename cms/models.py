"""The people who work in the CMS, and the tables they bring."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An account. A model of our own from the first day, since it cannot be swapped later."""


class ImportState(models.TextChoices):
    """How far an import is."""

    PREVIEWED = "previewed", _("waits for your confirmation")
    QUEUED = "queued", _("waits for its turn")
    RUNNING = "running", _("is being imported")
    DONE = "done", _("imported")


IMPORT_UNDER_WAY = frozenset({ImportState.QUEUED, ImportState.RUNNING})


class SheetImport(models.Model):
    """One uploaded table: the file as it came, what each row would do, and what it did.

    ``rows`` is the report, as `cms.importing.report` writes it. The file is read as data and
    never served; the report that can be downloaded is written anew.
    """

    kind = models.SlugField(max_length=40)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=255)
    content = models.BinaryField()
    state = models.CharField(max_length=12, choices=ImportState.choices, default=ImportState.PREVIEWED)
    publishes = models.BooleanField(default=False)
    clearance_confirmed = models.BooleanField(default=False)
    rows = models.JSONField(default=list)
    unread = models.JSONField(default=list)
    handled = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("import of a table")
        verbose_name_plural = _("imports of tables")

    def __str__(self) -> str:
        return f"{self.kind}: {self.file_name}"

    @property
    def is_under_way(self) -> bool:
        """Whether rows are landing, or about to."""
        return self.state in IMPORT_UNDER_WAY
