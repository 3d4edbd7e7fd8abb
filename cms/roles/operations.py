"""Granting roles. Doing it twice changes nothing; what a person granted besides is left alone."""

from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from cms.roles.description import BadRoles, Role, Roles
from content.models import HomePage, PortalPage

ENTERING = "wagtailadmin.access_admin"
# Wagtail asks for the permissions of its own models, whichever models stand in for them.
UPLOADING = (
    *("wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image"),
    *("wagtaildocs.add_document", "wagtaildocs.change_document", "wagtaildocs.choose_document"),
)


@dataclass
class Granted:
    """What granting did. *missing* are sections that there are not (yet), as (group, address)."""

    groups: list[str] = field(default_factory=list)
    added: int = 0
    missing: list[tuple[str, str]] = field(default_factory=list)


@transaction.atomic
def grant_roles(*, roles: Roles) -> Granted:
    """Make the groups of all roles, each with its permissions.

    Raises:
        BadRoles: a role names a permission or a model that there is not; nothing is granted.
    """
    done = Granted()
    home = HomePage.objects.first()
    for role in roles.roles:
        group, made = Group.objects.get_or_create(name=role.group)
        if made:
            done.groups.append(group.name)
        done.added += _grant_models(group, role)
        if role.uploads:
            done.added += _grant_uploads(group)
        for address in role.sections:
            section = _section(home, address)
            if section is None:
                done.missing.append((role.group, address))
            else:
                done.added += _grant_pages(group, section, role)
    return done


def _grant_models(group: Group, role: Role) -> int:
    names = [ENTERING, *role.may]
    for label in role.snippets:
        app, _dot, model = label.partition(".")
        names += [f"{app}.{action}_{model}" for action in ("add", "change", "view")]
    wanted = {permission(name) for name in names}
    new = wanted - set(group.permissions.all())
    group.permissions.add(*new)
    return len(new)


def _grant_uploads(group: Group) -> int:
    library = Collection.get_first_root_node()
    made = [
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=library, permission=permission(name)
        )[1]
        for name in UPLOADING
    ]
    return sum(made)


def _grant_pages(group: Group, section: PortalPage, role: Role) -> int:
    held = GroupPagePermission.objects.filter(group=group, page_id=section.pk)
    known = set(held.values_list("permission__codename", flat=True))
    new = [action for action in role.pages if f"{action}_portalpage" not in known]
    for action in new:
        GroupPagePermission.objects.create(group=group, page_id=section.pk, permission_type=action)
    return len(new)


def _section(home: HomePage | None, address: str) -> PortalPage | None:
    """Return the page below home at an address of slugs, None where there is none."""
    page: PortalPage | None = home
    for slug in address.split("/"):
        if page is None:
            return None
        page = PortalPage.objects.child_of(page).filter(slug=slug).first()
    return page


def permission(name: str) -> Permission:
    """Return a permission by ``app.codename``.

    Raises:
        BadRoles: there is none.
    """
    app, _dot, codename = name.partition(".")
    found = Permission.objects.filter(content_type__app_label=app, codename=codename).first()
    if found is None:
        raise BadRoles(f"There is no permission {name}.")
    return found
