"""The portal as language models are told of it: one page of Markdown in the form of llmstxt.org."""

from collections.abc import Iterator

from content.surroundings import PageCard
from deploy.bake.surroundings import LANGUAGE_NAMES, BakeSurroundings
from media.multilingual import localized

_ORDER = ("en", "vi", "ja", "ko")
_ABOUT = (
    "Official portal of a province in Viet Nam, in four languages. The Vietnamese text is the original; "
    "English, Japanese and Korean were translated with machine assistance and reviewed by a person. "
    "Figures stand with their date and source: quote them together."
)


def llms(home: int, site: BakeSurroundings) -> bytes:
    """Return ``llms.txt``: what the portal is, and its most important pages by language.

    Args:
        home: primary key of the front page.
    """
    owner = site.organisation()
    tagline = next((said for code in _ORDER if (said := getattr(owner, localized("tagline", code)))), "")
    names = (site.ask("site_name", code) for code in _ORDER)
    head = [f"# {_line(next((name for name in names if name), 'Portal'))}", ""]
    head += [f"> {_line(tagline)}", ""] if tagline else []
    head += [_ABOUT, ""]
    return "\n".join([*head, *_languages(home, site), *_optional(home, site)]).encode() + b"\n"


def _languages(home: int, site: BakeSurroundings) -> Iterator[str]:
    for code in _ORDER:
        front = site.ask("card", home, code)
        if front is not None:
            yield from (f"## {LANGUAGE_NAMES[code]}", "", _link(site, front))
            yield from (_link(site, card) for card in _important(site, home, code))
            yield ""


def _important(site: BakeSurroundings, home: int, code: str) -> Iterator[PageCard]:
    """Yield the sections of the menu, each followed by what stands right below it."""
    in_menu = {entry.pk for entry in site.ask("menu", code)}
    for section in site.ask("children", home, code):
        if section.pk in in_menu:
            yield section
            yield from site.ask("children", section.pk, code)


def _optional(home: int, site: BakeSurroundings) -> Iterator[str]:
    yield from ("## Optional", "")
    yield f"- [Sitemap]({site.absolute_url('/sitemap.xml')}): every page with its editions"
    for code in _ORDER:
        if site.ask("card", home, code) is not None:
            feed = site.absolute_url(f"/{code}/feed.xml")
            yield f"- [News feed, {LANGUAGE_NAMES[code]}]({feed})"


def _link(site: BakeSurroundings, card: PageCard) -> str:
    summary = f": {_line(card.summary)}" if card.summary else ""
    title = _line(card.title)  # bare: of a card
    return f"- [{title}]({site.absolute_url(card.url)}){summary}"


def _line(text: str) -> str:
    return " ".join(text.replace("[", "(").replace("]", ")").split())
