"""Who may see the desk, and who may let a text leave.

Who reviews a language is ``operations.units.may_review``.
"""

from typing import Any

from django.db import models
from wagtail.models import AbstractPage
from wagtail.permission_policies.pages import PagePermissionPolicy

from media.multilingual import TARGET_LANGUAGES

_DESK_PERMISSIONS = (
    *(f"translations.review_{language}" for language in TARGET_LANGUAGES),
    "translations.clear_text",
)


def may_see_desk(person: Any) -> bool:
    """Whether *person* reviews a language, clears texts, or publishes some page."""
    if any(person.has_perm(permission) for permission in _DESK_PERMISSIONS):
        return True
    return bool(PagePermissionPolicy().user_has_permission(person, "publish"))


def may_clear(person: Any, instance: models.Model) -> bool:
    """Whether *person* may confirm that the text of *instance* may leave.

    A page's publisher may, since publishing it asks for the same word.
    """
    if person.has_perm("translations.clear_text"):
        return True
    return isinstance(instance, AbstractPage) and bool(instance.permissions_for_user(person).can_publish())
