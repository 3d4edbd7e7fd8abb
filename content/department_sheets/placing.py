"""Where new pages of a kind are made."""

from collections.abc import Callable

from content import directories
from content.models import DirectoryPage, PortalPage


def below_directory(kind: str) -> Callable[[], PortalPage | None]:
    """Return what finds the first directory of pages of a *kind*, such as ``content.parkpage``."""

    def find() -> PortalPage | None:
        found = directories.of_kind(kind)
        if found is None:
            return None
        first: PortalPage | None = DirectoryPage.objects.filter(lists=found.name).order_by("path").first()
        return first

    return find
