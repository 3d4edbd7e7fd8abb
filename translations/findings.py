"""What the checks found, said in the language of the interface."""

from django.utils.translation import gettext

from translations.checks.finding import Finding


def said(finding: Finding) -> str:
    """Return the finding as a whole sentence in the active language."""
    return gettext(finding.sentence) % finding.values
