"""The graph of one page: the page itself, the trail to it, and the organisation behind the portal."""

import json
from typing import Any

from content import formats
from content.models import HomePage, PortalPage
from content.structured_data.kinds import builder_of
from content.structured_data.registry import Node
from content.surroundings import Surroundings
from media.multilingual import SOURCE_LANGUAGE, localized

_ESCAPED = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def script(page: PortalPage, site: Surroundings) -> str:
    """Return the graph of a page as text for a ``script`` element; empty where it has no public address."""
    address = _own_address(page, site)
    if not address:
        return ""
    return written({"@context": "https://schema.org", "@graph": nodes(page, site, address)})


def written(data: Node) -> str:
    """Return *data* as JSON that cannot end the element it stands in, nor break a line of a script."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def nodes(page: PortalPage, site: Surroundings, address: str) -> list[Node]:
    """Return the objects that *page* is described by; *address* is its absolute address."""
    described = described_page(page, site, address)
    trail = _trail(page, site, address)
    publisher = _organisation(site) if isinstance(page, HomePage) else publisher_of(site)
    return [one for one in (described, trail, publisher) if one]


def described_page(page: PortalPage, site: Surroundings, address: str) -> Node:
    """Return the page, a creative work of some kind: what its builder says, and its other editions."""
    language = site.language
    said: Node = {
        "@id": f"{address}#page",
        "url": address,
        "name": _word(page, "title", language),
        "description": _word(page, "search_description", language) or _word(page, "summary", language),
        **_image(page, site),
        **builder_of(type(page))(page, site),
    }
    said |= _work(page, site) | _translations(page, site, said["@type"])
    return {name: value for name, value in said.items() if value}


def _work(page: PortalPage, site: Surroundings) -> Node:
    published, updated = page.first_published_at, site.updated(page)
    return {
        "inLanguage": site.language,
        "datePublished": formats.local_day(published).isoformat() if published else "",
        "dateModified": updated.isoformat() if updated else "",
        "publisher": {"@id": organisation_id(site)},
        "isAccessibleForFree": True,
    }


def _translations(page: PortalPage, site: Surroundings, kind: str) -> Node:
    """Return the editions of a page as schema.org relates them: translations of the Vietnamese."""
    editions = {code: url for code, url in site.alternates(page) if code != "x-default"}
    source = editions.get(SOURCE_LANGUAGE)
    if site.language != SOURCE_LANGUAGE:
        return {"translationOfWork": _edition(kind, SOURCE_LANGUAGE, source)} if source else {}
    others = [_edition(kind, code, url) for code, url in editions.items() if code != SOURCE_LANGUAGE]
    return {"workTranslation": others}


def _edition(kind: str, language: str, url: str) -> Node:
    return {"@type": kind, "@id": f"{url}#page", "url": url, "inLanguage": language}


def _image(page: PortalPage, site: Surroundings) -> Node:
    card = site.social_card(page)
    return {"image": site.absolute_url(card.url)} if card is not None else {}


def _trail(page: PortalPage, site: Surroundings, address: str) -> Node:
    above = site.ancestors(page)
    if not above:
        return {}
    steps = [(crumb.label, site.absolute_url(crumb.url)) for crumb in above]
    steps.append((_word(page, "title", site.language), address))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": url}
            for number, (name, url) in enumerate(steps, start=1)
            if name
        ],
    }


def organisation_id(site: Surroundings) -> str:
    """Return what names the organisation behind the portal in every graph."""
    return f"{site.absolute_url('/')}#organisation"


def publisher_of(site: Surroundings) -> Node:
    """Return the organisation as every page names it."""
    return {
        "@type": "GovernmentOrganization",
        "@id": organisation_id(site),
        "name": site.site_name(),
        "url": site.absolute_url(site.home_url()),
    }


def _organisation(site: Surroundings) -> Node:
    """Return the organisation with what the front page says of it."""
    owner = site.organisation()
    ways = {"telephone": owner.phone, "email": owner.email}
    contact = {"@type": "ContactPoint"} | {name: way for name, way in ways.items() if way}
    said = {
        **publisher_of(site),
        "description": getattr(owner, localized("tagline", site.language)),
        "address": getattr(owner, localized("address", site.language)),
        "contactPoint": contact if len(contact) > 1 else None,
    }
    return {name: value for name, value in said.items() if value}


def _own_address(page: PortalPage, site: Surroundings) -> str:
    return next((url for code, url in site.alternates(page) if code == site.language), "")


def _word(page: PortalPage, name: str, language: str) -> Any:
    return getattr(page, localized(name, language), "") or ""
