"""The organisation behind the site: data, because a decree can change all of it."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from media.multilingual import SourceLanguageMixin

_HEX_COLOUR = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Write the colour as # and six hexadecimal digits, like #9b2d1f.")
)


@register_setting(icon="home")
class OrganisationSettings(SourceLanguageMixin, BaseSiteSetting):
    """Name, logo, contacts and colours of the organisation that runs the portal."""

    name = models.CharField(_("organisation"), max_length=255)
    tagline = models.CharField(_("tagline"), max_length=255, blank=True)
    notice = models.CharField(
        _("notice"),
        max_length=255,
        blank=True,
        help_text=_("Shown at the top of every page, for example a sample notice."),
    )
    address = models.TextField(_("address"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    logo = models.ForeignKey(
        "media.PortalImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    brand_colour = models.CharField(
        _("main colour"), max_length=7, default="#9b2d1f", validators=[_HEX_COLOUR]
    )
    accent_colour = models.CharField(
        _("accent colour"), max_length=7, default="#1f5f5b", validators=[_HEX_COLOUR]
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name_vi"), FieldPanel("tagline_vi"), FieldPanel("notice_vi")], heading=_("Name")
        ),
        MultiFieldPanel(
            [FieldPanel("address_vi"), FieldPanel("email"), FieldPanel("phone")], heading=_("Contact")
        ),
        MultiFieldPanel(
            [FieldPanel("logo"), FieldPanel("brand_colour"), FieldPanel("accent_colour")], heading=_("Look")
        ),
    ]

    class Meta:
        verbose_name = _("organisation")

    def __str__(self) -> str:
        return self.name_vi or ""
