"""What stands around every page of the portal while it is baked."""

from django.conf import settings
from wagtail.models import PageViewRestriction, Site

from content.colours import stylesheet
from content.models import HomePage, OrganisationSettings
from deploy.bake.answers import Answers
from deploy.bake.files import Files
from deploy.bake.guard import QueryGuard
from deploy.bake.output import Output
from deploy.bake.site_index import SiteIndex
from deploy.exceptions import DeployError


class NothingToPublish(DeployError):
    """The site has no home page, or it is not public in any language."""


def home_page() -> HomePage:
    """Return the front page.

    Raises:
        NothingToPublish: there is none.
    """
    site = Site.objects.filter(is_default_site=True).first()
    home = HomePage.objects.filter(pk=site.root_page_id).first() if site else None
    if home is None:
        raise NothingToPublish(
            "The site has no home page. Create one and make it the root of the default site."
        )
    return home


def closed_paths() -> list[str]:
    """Return the treebeard paths of pages that only some may see."""
    return [one.page.path for one in PageViewRestriction.objects.select_related("page")]


def organisation() -> OrganisationSettings:
    """Return the organisation behind the portal; an empty one where none was described."""
    site = Site.objects.get(is_default_site=True)
    found = OrganisationSettings.objects.select_related("logo").filter(site=site).first()
    return found or OrganisationSettings(site=site)


def origin() -> str:
    """Return the portal's address, without a slash at the end."""
    return str(settings.PORTAL_BASE_URL)


class Circumstances:
    """What does not change during a bake: the organisation, the output, and what was copied into it."""

    def __init__(self, output: Output) -> None:
        self.organisation = organisation()
        self.guard = QueryGuard(forbid=settings.BAKE_FORBIDS_QUERIES)
        colours = stylesheet(self.organisation.brand_colour, self.organisation.accent_colour)
        self.files = Files(output, {"portal/colours.css": colours.encode()})

    def answers(self, index: SiteIndex) -> Answers:
        """Return the answers of a site as *index* describes it."""
        return Answers(index, self.files, self.organisation, self.guard)
