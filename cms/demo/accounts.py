"""The people of the demonstration: one account per role, and what each role may do."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from cms.models import User
from cms.roles import grant_roles, read_roles
from content.models import HomePage
from media.multilingual import TARGET_LANGUAGES

FILE_NAME = "demo-accounts.txt"

# Without letters and digits that look alike.
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
_PASSWORD_LENGTH = 14
_ONLY_OWNER_READS = 0o600
_LANGUAGE_NAMES = {"en": "English", "ja": "Japanese", "ko": "Korean"}
# Wagtail asks for the permissions of its own models, whichever models stand in for them.
_UPLOADING = (
    *("wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image"),
    *("wagtaildocs.add_document", "wagtaildocs.change_document", "wagtaildocs.choose_document"),
)
_ENTERING = "wagtailadmin.access_admin"
_TERMS = ("translations.add_term", "translations.change_term")


@dataclass(frozen=True)
class Role:
    """What one kind of account may do: with *pages* under home, with *uploads*, and elsewhere.

    *uploads* and *permissions* are written as ``app.codename``.
    """

    username: str
    label: str
    group: str = ""
    pages: tuple[str, ...] = ()
    uploads: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    department: str = ""
    """The key of a role in ``cms/roles/departments.toml``, for an account that has just that one."""

    @property
    def is_administrator(self) -> bool:
        """Whether this one may do everything."""
        return not self.group and not self.department


ADMINISTRATOR = Role("admin", "Administrator")
EDITOR = Role("editor", "Editor", "Editors", ("add", "change"), _UPLOADING, (_ENTERING,))
PUBLISHER = Role(
    "publisher",
    "Publisher",
    "Publishers",
    ("add", "change", "publish", "lock", "unlock"),
    _UPLOADING,
    (
        *(_ENTERING, "translations.clear_text", "deploy.publish_site", *_TERMS),
        *("content.change_organisationsettings", "content.add_agency", "content.change_agency"),
        *("content.add_tag", "content.change_tag"),
    ),
)
REVIEWERS: Mapping[str, Role] = {
    language: Role(
        f"reviewer-{language}",
        f"Reviewer ({_LANGUAGE_NAMES[language]})",
        f"Reviewers ({_LANGUAGE_NAMES[language]})",
        permissions=(_ENTERING, f"translations.review_{language}", *_TERMS),
    )
    for language in TARGET_LANGUAGES
}
DEPARTMENTS = tuple(
    Role(key, roles.role(key).group, department=key)
    for roles in [read_roles()]
    for key in ("investment", "culture", "office", "foreign-affairs")
)
"""An editor of each department that keeps pages of its own."""

ROLES = (ADMINISTRATOR, EDITOR, PUBLISHER, *REVIEWERS.values(), *DEPARTMENTS)


@dataclass(frozen=True)
class People:
    """The accounts that the demonstration is made with."""

    editor: User
    publisher: User
    reviewers: Mapping[str, User]


def ensure_accounts(folder: Path) -> None:
    """Make the accounts that are missing, and keep their passwords in *folder* for the owner to read.

    Where the file of passwords was lost, every account gets a new one.
    """
    file = folder / FILE_NAME
    known = User.objects.filter(username__in=[role.username for role in ROLES]).count()
    if file.exists() and known == len(ROLES):
        return
    passwords = {role.username: _password() for role in ROLES}
    for role in ROLES:
        _account(role, passwords[role.username])
    _keep(file, passwords)


def people() -> People:
    """Return the accounts as the database has them, with the permissions they have by now."""
    found = {
        user.username: user for user in User.objects.filter(username__in=[role.username for role in ROLES])
    }
    return People(
        editor=found[EDITOR.username],
        publisher=found[PUBLISHER.username],
        reviewers={language: found[role.username] for language, role in REVIEWERS.items()},
    )


def _password() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_PASSWORD_LENGTH))


def _keep(file: Path, passwords: Mapping[str, str]) -> None:
    lines = [f"{role.username:<18}{passwords[role.username]}  {role.label}\n" for role in ROLES]
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_OWNER_READS)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.writelines(lines)


def _account(role: Role, password: str) -> None:
    user, _created = User.objects.get_or_create(username=role.username)
    user.is_superuser = user.is_staff = role.is_administrator
    user.first_name = role.label
    user.set_password(password)
    user.save()


def grant(home: HomePage) -> None:
    """Give every role its group, with its permissions under *home* and in the library of files."""
    library = Collection.get_first_root_node()
    for role in ROLES:
        if role.is_administrator or role.department:
            continue
        group, _created = Group.objects.get_or_create(name=role.group)
        group.permissions.add(*(_permission(name) for name in role.permissions))
        for kind in role.pages:
            _grant_on_pages(group, home, kind)
        for name in role.uploads:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=library, permission=_permission(name)
            )
        User.objects.get(username=role.username).groups.add(group)


def grant_departments() -> None:
    """Give the departments their groups in the sections that they keep, and each account its own."""
    roles = read_roles()
    grant_roles(roles=roles)
    for account in DEPARTMENTS:
        group = Group.objects.get(name=roles.role(account.department).group)
        User.objects.get(username=account.username).groups.add(group)


def _grant_on_pages(group: Group, home: HomePage, kind: str) -> None:
    held = GroupPagePermission.objects.filter(group=group, page_id=home.pk)
    if not held.filter(permission__codename=f"{kind}_portalpage").exists():
        GroupPagePermission.objects.create(group=group, page_id=home.pk, permission_type=kind)


def _permission(name: str) -> Permission:
    app, _dot, codename = name.partition(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)
