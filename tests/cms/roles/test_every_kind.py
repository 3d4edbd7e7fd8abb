"""Every kind of page is made and edited in the admin by its department's editor, and by no other's."""

import pytest
from django.contrib.auth.models import Group
from django.db import models
from django.test import Client
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser, LexborNode
from wagtail.fields import StreamField

from cms.models import User
from cms.roles import grant_roles, read_roles
from content.models import Agency, HomePage, PortalPage, SectionPage
from tests.factories import person, section

pytestmark = pytest.mark.django_db

ROLES = read_roles()
KINDS = sorted(
    (model for model in PortalPage.__subclasses__() if model is not HomePage),
    key=lambda model: model._meta.label,
)


def keepers_of(model: type[PortalPage]) -> list[str]:
    """The departments that keep a kind: the one that is named, or for kinds of all sections every one."""
    named = ROLES.kept_by.get(model._meta.label_lower)
    departments = [role.key for role in ROLES.roles if "publish" not in role.pages]
    return [named] if named else departments


@pytest.fixture
def sections() -> dict[str, SectionPage]:
    slugs = {slug for role in ROLES.roles for slug in role.sections}
    made = {slug: section(slug=slug, title_vi=slug) for slug in sorted(slugs)}
    grant_roles(roles=ROLES)
    return made


def editor_of(department: str) -> User:
    editor = person()
    editor.groups.add(Group.objects.get(name=ROLES.role(department).group))
    return editor


def filled_in(model: type[PortalPage], markup: str, title: str) -> dict[str, str]:
    """What a browser would send for the editing form, with a title and without blocks."""
    form = LexborHTMLParser(markup).css_first("form#w-editor-form, form[data-edit-form], #page-edit-form")
    assert form is not None
    sent = {name: value for node in form.css("input, select, textarea") for name, value in sent_by(node)}
    # A program in the browser makes the fields of streams.
    streams = [field.name for field in model._meta.get_fields() if isinstance(field, StreamField)]
    sent |= {f"{name}-count": "0" for name in streams}
    # Even a draft needs what no row can be without.
    days = [field.name for field in model._meta.concrete_fields if isinstance(field, models.DateField)]
    sent |= {name: "2026-06-30" for name in days if name in sent and not model._meta.get_field(name).null}
    if "year" in sent:
        sent["year"] = "2026"
    if "agency" in sent:
        sent["agency"] = str(Agency.objects.get_or_create(code="sct", name_vi="Sở Công Thương")[0].pk)
    return {**sent, "title_vi": title, "slug": title.lower().replace(" ", "-")}


def sent_by(node: LexborNode) -> list[tuple[str, str]]:
    attributes = node.attributes
    name = attributes.get("name")
    unchecked = attributes.get("type") in {"checkbox", "radio"} and "checked" not in attributes
    if not name or unchecked or attributes.get("type") in {"submit", "file"} or name.startswith("action-"):
        return []
    if node.tag == "select":
        chosen = node.css_first("option[selected]")
        return [(name, (chosen.attributes.get("value") or "") if chosen else "")]
    return [(name, node.text() if node.tag == "textarea" else attributes.get("value") or "")]


def parent_for(model: type[PortalPage], below: PortalPage) -> PortalPage:
    """The section itself, or what may stand in it and hold the kind."""
    assert model.can_create_at(below.specific), f"{model._meta.label} cannot stand in a section."
    return below


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_its_editor_makes_and_edits_it_and_another_department_does_not(
    client: Client, sections: dict[str, SectionPage], model: type[PortalPage]
) -> None:
    keeper = keepers_of(model)[0]
    stranger = next(role.key for role in ROLES.roles if role.sections != ROLES.role(keeper).sections)
    parent = parent_for(model, sections[ROLES.role(keeper).sections[0]])
    add = reverse("wagtailadmin_pages:add", args=["content", model._meta.model_name, parent.pk])

    client.force_login(editor_of(keeper))
    form = client.get(add)
    assert form.status_code == 200
    saved = client.post(add, filled_in(model, form.content.decode(), "Trang thử"))
    assert saved.status_code == 302, saved.context["form"].errors
    page = model.objects.get(title_vi="Trang thử")
    assert (page.live, page.get_parent().pk) == (False, parent.pk)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = client.get(edit)
    assert form.status_code == 200
    changed = client.post(edit, filled_in(model, form.content.decode(), "Trang sửa"))
    assert changed.status_code == 302, changed.context["form"].errors
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title_vi == "Trang sửa"

    client.force_login(editor_of(stranger))
    # Wagtail leads those away who may not come in.
    assert client.get(add).status_code == 302
    assert client.post(edit, filled_in(model, form.content.decode(), "Của người lạ")).status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title_vi == "Trang sửa"


def test_every_kind_that_is_named_exists() -> None:
    known = {model._meta.label_lower for model in KINDS}

    assert set(ROLES.kept_by) <= known
