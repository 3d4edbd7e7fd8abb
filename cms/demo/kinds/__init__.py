"""The families of pages in the demonstration, in the order in which they are made.

Each makes what is missing of its part, and returns everything in it that has words.
"""

from collections.abc import Callable, Iterable

from django.db import models

from cms.demo.kinds import events, parks, press, projects
from cms.demo.kinds.indicators import indicators
from cms.demo.kinds import parks, press, projects, sectors
from cms.demo.kinds import indicators, press
from cms.demo.makers import Makers

Family = Callable[[Makers], Iterable[models.Model]]

FAMILIES: tuple[Family, ...] = (
    press.make,
    indicators,
    projects.make,
    parks.make,
    events.make,
)
FAMILIES: tuple[Family, ...] = (press.make, sectors.make, parks.make, projects.make)
FAMILIES: tuple[Family, ...] = (indicators.make, press.make)
