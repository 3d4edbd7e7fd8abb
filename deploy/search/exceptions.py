"""What can keep a search index from being made."""

from deploy.exceptions import DeployError


class SearchError(DeployError):
    """Base of the errors of this package."""


class NothingBaked(SearchError):
    """There is no folder of baked pages in a language."""


class UnreadablePage(SearchError):
    """A baked page is not text."""
