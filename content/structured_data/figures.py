"""Indicators, costs and directories as sets of data that can be downloaded."""

from content.models import CostPage, DatedFigures, DirectoryPage, IndicatorPage, PortalPage
from content.structured_data.pages import responsible
from content.structured_data.registry import Node, describes, node, words
from content.surroundings import Surroundings

_FILES = {"data.csv": "text/csv", "data.json": "application/json"}


@describes(IndicatorPage)
def indicator(page: IndicatorPage, site: Surroundings) -> Node:
    """Describe an indicator: what is measured, over which time, and its files."""
    days = sorted(value.start for value in page.figures.all())
    span = f"{days[0].isoformat()}/{days[-1].isoformat()}" if days else ""
    return node(
        "WebPage",
        author=responsible(page, site),
        mainEntity=_dataset(
            page,
            site,
            description=words(page, "definition", site) or words(page, "summary", site),
            variableMeasured=words(page, "counted", site) or words(page, "title", site),
            temporalCoverage=span,
        ),
    )


@describes(CostPage)
def costs(page: CostPage, site: Surroundings) -> Node:
    """Describe the basket of costs of one year."""
    return node(
        "WebPage",
        author=responsible(page, site),
        mainEntity=_dataset(
            page, site, description=words(page, "summary", site), temporalCoverage=str(page.year)
        ),
    )


@describes(DirectoryPage)
def directory(page: DirectoryPage, site: Surroundings) -> Node:
    """Describe a directory and the tables that it can be downloaded as."""
    if not page.listed_kind():
        return node("CollectionPage")
    return node("CollectionPage", mainEntity=_dataset(page, site, description=words(page, "summary", site)))


def _dataset(page: PortalPage, site: Surroundings, **said: str) -> Node:
    as_of = page.as_of if isinstance(page, DatedFigures) else None
    source = words(page, "figure_source", site) if isinstance(page, DatedFigures) else ""
    files = ((name, kind, site.companion_url(page.pk, name)) for name, kind in _FILES.items())
    downloads = [
        node("DataDownload", encodingFormat=kind, contentUrl=site.absolute_url(url))
        for _name, kind, url in files
        if url
    ]
    return node(
        "Dataset",
        name=words(page, "title", site),
        inLanguage=site.language,
        dateModified=as_of.isoformat() if as_of else "",
        isBasedOn=node("CreativeWork", name=source, url=page.figure_url)
        if source and isinstance(page, DatedFigures)
        else None,
        distribution=downloads,
        **said,
    )
