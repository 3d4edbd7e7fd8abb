"""Contact desks: whom a reader can write to, and in which language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from media.multilingual import LANGUAGES, SourceLanguageMixin, SourceQuerySet

LANGUAGE_CHOICES = [("vi", _("Vietnamese")), ("en", _("English")), ("ja", _("Japanese")), ("ko", _("Korean"))]


class Speaks(models.Model):
    """Base of whoever answers in some of the portal's languages."""

    speaks_vi = models.BooleanField(_("Vietnamese"), default=True)
    speaks_en = models.BooleanField(_("English"), default=False)
    speaks_ja = models.BooleanField(_("Japanese"), default=False)
    speaks_ko = models.BooleanField(_("Korean"), default=False)

    class Meta:
        abstract = True

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of these languages."""
        return tuple(code for code in LANGUAGES if getattr(self, f"speaks_{code}"))

    @classmethod
    def language_panel(cls) -> MultiFieldPanel:
        """Return the panel of the languages."""
        return MultiFieldPanel([FieldPanel(f"speaks_{code}") for code in LANGUAGES], heading=_("Languages"))


@register_snippet
class ContactDesk(SourceLanguageMixin, Speaks, index.Indexed, models.Model):
    """A desk that answers: its agency, its languages, and the days within which it replies."""

    name = models.CharField(_("name"), max_length=255)
    scope = models.CharField(
        _("what it answers"), max_length=255, blank=True, help_text=_("Such as: questions of investors.")
    )
    hours = models.CharField(_("office hours"), max_length=255, blank=True)
    agency = models.ForeignKey(
        "content.Agency",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="desks",
        verbose_name=_("agency"),
    )
    person = models.CharField(_("contact person"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    reply_days = models.PositiveSmallIntegerField(_("replies within (working days)"), null=True, blank=True)

    objects = SourceQuerySet.as_manager()
    shown_with = ("agency",)

    panels = [
        FieldPanel("name_vi"),
        FieldPanel("scope_vi"),
        FieldPanel("agency"),
        FieldRowPanel([FieldPanel("person"), FieldPanel("email"), FieldPanel("phone")]),
        FieldRowPanel([FieldPanel("hours_vi"), FieldPanel("reply_days")]),
        Speaks.language_panel(),
    ]
    search_fields = [index.SearchField("name_vi"), index.AutocompleteField("name_vi")]

    class Meta:
        verbose_name = _("contact desk")
        verbose_name_plural = _("contact desks")
        ordering = ["name_vi"]

    def __str__(self) -> str:
        return self.name_vi or self.email
