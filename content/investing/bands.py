"""Bands of capital by which projects are divided; there is no exchange rate between them."""

from decimal import Decimal
from types import MappingProxyType

from django.utils.translation import gettext as _

from content import formats
from content.formats import DOLLAR, DONG
from content.models import ProjectPage
from content.surroundings import current

_LIMITS = MappingProxyType({DONG: (10**11, 10**12), DOLLAR: (5 * 10**6, 5 * 10**7)})


def band(project: ProjectPage) -> str | None:
    """Return the band of a project's capital, such as ``vnd-1``: by its upper sum, else by the lower."""
    capital = project.capital_to if project.capital_to is not None else project.capital_from
    if capital is None:
        return None
    return f"{project.currency.lower()}-{_rank(Decimal(capital), _LIMITS[project.currency])}"


def label(code: str) -> str:
    """Return a band in words, such as ``under 100 tỷ đồng``."""
    currency, _dash, rank = code.upper().partition("-")
    low, high = (formats.money(limit, currency, current().language) for limit in _LIMITS[currency])
    named = (
        _("under %(sum)s") % {"sum": low},
        _("%(low)s to under %(high)s") % {"low": low, "high": high},
        _("%(sum)s and more") % {"sum": high},
    )
    return named[int(rank)]


def _rank(capital: Decimal, limits: tuple[int, ...]) -> int:
    return sum(capital >= limit for limit in limits)
