"""The directories of this site, one module for each kind of page. Importing this registers them all."""

from content.listings import (
    contests,
    events,
    incentives,
    indicators,
    institutions,
    parks,
    press,
    procedures,
    projects,
    sectors,
)

__all__ = [
    "contests",
    "events",
    "incentives",
    "indicators",
    "institutions",
    "parks",
    "press",
    "procedures",
    "projects",
    "sectors",
]
