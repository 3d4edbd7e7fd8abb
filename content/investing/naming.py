"""Which pages name a sector: any kind that has a directory with a facet ``sector``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from content import directories
from content.directories import Directory
from content.directories.description import PAGE_REFERENCE
from content.surroundings import Record, current

FACET = "sector"


@dataclass(frozen=True, slots=True)
class Named:
    """The pages of one kind that name a sector."""

    directory: Directory
    records: Sequence[Record]


def pages_naming(sector: int) -> Iterator[Named]:
    """Yield, for each kind, the public pages that name the sector with this primary key."""
    wanted = (FACET, f"{PAGE_REFERENCE}{sector}")
    for directory in directories.with_facet(FACET):
        records = [one for one in current().records(directory.kind) if wanted in one.facets]
        if records:
            yield Named(directory, directory.sorted(records))
