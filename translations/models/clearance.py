"""The exact Vietnamese of an object at one time, and a person's word that it may leave."""

from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceVersionQuerySet(models.QuerySet["SourceVersion"]):
    """The vocabulary of source versions."""

    def of(self, instance: models.Model) -> Self:
        """Return the versions of one object."""
        return self.filter(content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk)


class SourceVersion(models.Model):
    """The stored Vietnamese of an object's translated fields, kept as it was.

    ``data`` maps each bare field name to its stored value (text, or StreamField data);
    ``hash`` is the SHA-256 of its canonical JSON.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    hash = models.CharField(max_length=64)
    data = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("source version")
        verbose_name_plural = _("source versions")
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "hash"], name="one_version_per_text")
        ]

    def __str__(self) -> str:
        return f"{self.content_type.model} {self.object_id} {self.hash[:8]}"

    @property
    def is_cleared(self) -> bool:
        """Whether a person confirmed that this exact text may leave."""
        return Clearance.objects.filter(source_version=self).exists()


class Clearance(models.Model):
    """A person's confirmation that one exact text may be made public and sent out."""

    source_version = models.OneToOneField(SourceVersion, on_delete=models.PROTECT, related_name="clearance")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("clearance")
        verbose_name_plural = _("clearances")
        permissions = [("clear_text", "Confirm that a text may leave")]

    def __str__(self) -> str:
        return f"{self.source_version} {self.person}"

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse: who cleared what stays on record.

        Raises:
            models.ProtectedError: always.
        """
        raise models.ProtectedError("A clearance is a record and is never deleted.", {self})
