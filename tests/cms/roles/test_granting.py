from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import GroupPagePermission

from cms.roles import BadRoles, grant_roles, read_roles
from content.models import SectionPage
from tests.factories import article, person, section

pytestmark = pytest.mark.django_db


def sections() -> dict[str, SectionPage]:
    """Make the sections that the roles of this project name."""
    slugs = {slug for role in read_roles().roles for slug in role.sections}
    return {slug: section(slug=slug, title_vi=slug) for slug in sorted(slugs)}


def test_each_department_gets_its_group_with_its_sections() -> None:
    made = sections()

    done = grant_roles(roles=read_roles())

    editors = Group.objects.get(name="Sở Kế hoạch và Đầu tư - biên tập")
    held = GroupPagePermission.objects.filter(group=editors)
    assert {(one.page_id, one.permission.codename) for one in held} == {
        (made["dau-tu"].pk, "add_portalpage"),
        (made["dau-tu"].pk, "change_portalpage"),
    }
    assert done.missing == []
    assert len(done.groups) == len(read_roles().roles)


def test_granting_twice_changes_nothing_and_takes_nothing_away() -> None:
    sections()
    grant_roles(roles=read_roles())
    group = Group.objects.get(name="Sở Ngoại vụ - biên tập")
    elsewhere = section(slug="rieng")
    GroupPagePermission.objects.create(group=group, page_id=elsewhere.pk, permission_type="add")
    before = GroupPagePermission.objects.count()

    done = grant_roles(roles=read_roles())

    assert (done.groups, done.added) == ([], 0)
    assert GroupPagePermission.objects.count() == before


def test_an_editor_may_edit_in_the_own_section_only_and_not_publish() -> None:
    made = sections()
    grant_roles(roles=read_roles())
    editor = person()
    editor.groups.add(Group.objects.get(name="Sở Kế hoạch và Đầu tư - biên tập"))
    own, foreign = article(parent=made["dau-tu"]), article(parent=made["van-hoa"])

    assert own.permissions_for_user(editor).can_edit()
    assert not own.permissions_for_user(editor).can_publish()
    assert not foreign.permissions_for_user(editor).can_edit()
    assert editor.has_perm("content.add_legaldocument")
    assert not editor.has_perm("content.add_agency")


def test_a_section_that_is_missing_is_named_and_the_rest_is_granted() -> None:
    section(slug="dau-tu")
    told = StringIO()

    with pytest.raises(CommandError, match="sections are missing"):
        call_command("setup_roles", stdout=StringIO(), stderr=told)

    assert "Sở Ngoại vụ - biên tập: there is no section kieu-bao." in told.getvalue()
    assert GroupPagePermission.objects.filter(group__name="Sở Kế hoạch và Đầu tư - biên tập").exists()


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("[[roles]", "cannot be read"),
        ('[[roles]]\nkey = "a"', "not described as it should be"),
        ('[[roles]]\nkey = "a"\ngroup = "A"\npages = ["fly"]', "names actions that there are not: fly"),
        ('[kept_by]\n"content.x" = "b"', "names roles that there are not: b"),
        ('[[roles]]\nkey="a"\ngroup="A"\n[[roles]]\nkey="a"\ngroup="B"', "the same key"),
    ],
)
def test_a_file_that_is_no_description_of_roles_is_refused(tmp_path: Path, written: str, says: str) -> None:
    file = tmp_path / "roles.toml"
    file.write_text(written, encoding="utf-8")

    with pytest.raises(BadRoles, match=says):
        read_roles(file)


def test_a_permission_that_there_is_not_grants_nothing(tmp_path: Path) -> None:
    file = tmp_path / "roles.toml"
    file.write_text('[[roles]]\nkey="a"\ngroup="A"\nmay=["content.fly"]', encoding="utf-8")

    with pytest.raises(CommandError, match=r"no permission content\.fly"):
        call_command("setup_roles", str(file))

    assert not Group.objects.filter(name="A").exists()
