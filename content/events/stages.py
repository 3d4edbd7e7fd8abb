"""Where today stands among the days of a contest."""

from datetime import timedelta
from typing import TYPE_CHECKING

from content.events.enums import ContestStage
from content.surroundings import current

if TYPE_CHECKING:
    from content.models import ContestPage

_DAY = timedelta(days=1)


def contest_stage(contest: "ContestPage") -> ContestStage:
    """Return the stage of *contest*; asks the surroundings for today.

    The results are out when their day has come and works are named; without a day, as soon as
    works are named after the last day for entries.
    """
    site = current()
    if contest.opens_on is None or contest.closes_on is None:
        return ContestStage.UNDATED
    if not site.has_passed(contest.opens_on - _DAY):
        return ContestStage.BEFORE
    if not site.has_passed(contest.closes_on):
        return ContestStage.OPEN
    day_has_come = contest.results_on is None or site.has_passed(contest.results_on - _DAY)
    return ContestStage.RESULTS if day_has_come and len(contest.works.all()) else ContestStage.CLOSED
