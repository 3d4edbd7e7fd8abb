"""What the organisation behind the site is called."""

from typing import TYPE_CHECKING

from media.multilingual import SOURCE_LANGUAGE, localized

if TYPE_CHECKING:
    from content.models import OrganisationSettings


def name_of(organisation: "OrganisationSettings", language: str) -> str:
    """Return the organisation's name; the Vietnamese one where there is none in *language*, else nothing."""
    names = (getattr(organisation, localized("name", code)) for code in (language, SOURCE_LANGUAGE))
    return next((name for name in names if name), "")
