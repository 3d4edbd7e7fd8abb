"""The families of pages in the demonstration, in the order in which they are made.

Each makes what is missing of its part, and returns everything in it that has words.
"""

from collections.abc import Callable, Iterable

from django.db import models

from cms.demo.kinds import events, indicators, parks, press, projects, sectors
from cms.demo.makers import Makers

Family = Callable[[Makers], Iterable[models.Model]]

FAMILIES: tuple[Family, ...] = (
    press.make,
    sectors.make,
    parks.make,
    projects.make,
    indicators.make,
    events.make,
)
