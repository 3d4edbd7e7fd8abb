"""Small real objects for tests: a site, pages with text, people with roles."""

import itertools
from typing import Any

from django.contrib.auth.models import Permission
from wagtail.models import Site

from cms.models import User
from content.models import ArticlePage, HomePage, PortalPage, SectionPage
from tests.sound_targets import sound
from translations.enums import Origin
from translations.models import Edition
from translations.operations import clearance, units
from translations.operations.editions import open_editions

_numbers = itertools.count(1)


def person(*permissions: str, **fields: Any) -> User:
    """Return a new account with the given permissions (``review_ja`` …)."""
    named = {"username": f"person-{next(_numbers)}", **fields}
    user: User = User.objects.create_user(password="secret", **named)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def reviewer() -> User:
    """Return a reviewer of all three languages."""
    return person("review_en", "review_ja", "review_ko", "access_admin")


def home() -> HomePage:
    """Return the front page of the default site, made on the first call."""
    existing = HomePage.objects.first()
    if existing is not None:
        return existing
    page = HomePage(title_vi="Trang chủ", slug="trang-chu", slug_intl="home")
    PortalPage.objects.get(depth=1).add_child(instance=page)
    Site.objects.update(root_page=page, is_default_site=True)
    return page


def section(**fields: Any) -> SectionPage:
    """Return a new section below home."""
    number = next(_numbers)
    page = SectionPage(
        **{"title_vi": f"Mục {number}", "slug": f"muc-{number}", "show_in_menus": True, **fields}
    )
    home().add_child(instance=page)
    return page


def paragraph(text: str, block_id: str | None = None) -> dict[str, Any]:
    """Return a stored paragraph block."""
    return {
        "type": "paragraph",
        "value": f"<p>{text}</p>",
        "id": block_id or f"00000000-0000-4000-8000-{next(_numbers):012d}",
    }


def article(*texts: str, parent: PortalPage | None = None, **fields: Any) -> ArticlePage:
    """Return a new live article with one paragraph per text."""
    number = next(_numbers)
    body = [paragraph(text) for text in texts or ("Một đoạn văn.",)]
    page = ArticlePage(
        **{"title_vi": f"Bài viết {number}", "slug": f"bai-viet-{number}", "body_vi": body, **fields}
    )
    (parent or home()).add_child(instance=page)
    return page


def cleared(page: Any, by: User | None = None) -> list[Edition]:
    """Clear the page's Vietnamese and open its editions, without an engine."""
    clearance.clear(instance=page, person=by or person())
    return open_editions(instance=page)


def translated(page: Any, language: str, by: User | None = None) -> Edition:
    """Write and approve every unit of one edition: ``sound(source, "ja")``, or what the memory gave."""
    someone = by or reviewer()
    edition = Edition.objects.of(page).get(language=language)
    for unit in edition.units.pending():
        recalled = unit.origin == Origin.MEMORY and not unit.previous_source
        target = unit.target if recalled else sound(unit.source, language)
        units.approve(unit_id=unit.pk, version=unit.version, target=target, person=someone)
    edition.refresh_from_db()
    return edition
