"""What asking an engine again would send, said before the click."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from translations.models import Edition
from translations.operations.forecast import forecast


@dataclass(frozen=True)
class Retry:
    """What is offered: *sentence* forecasts it, *refused* counts the answers that could not be used."""

    sentence: str
    refused: int


def offered(edition: Edition) -> Retry:
    """Return what asking again for *edition* means."""
    return Retry(_forecast(edition), edition.units.unserved().exclude(refusal="").count())


def _forecast(edition: Edition) -> str:
    expected = forecast(editions=[edition])
    if not expected.texts:
        return ""
    said = ngettext(
        "Trying again sends %(texts)d text with %(characters)d characters.",
        "Trying again sends %(texts)d texts with %(characters)d characters.",
        expected.texts,
    ) % {"texts": expected.texts, "characters": expected.characters}
    if expected.price is not None:
        said += " " + _("That costs %(price)s %(currency)s.") % {
            "price": expected.price,
            "currency": expected.currency,
        }
    if not expected.fits:
        said += " " + _("The month's budget does not take it.")
    return said
