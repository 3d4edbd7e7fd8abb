"""The main job in a real browser: written in Vietnamese, reviewed in Japanese, read by a visitor."""

from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from PIL import Image
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from cms.models import User
from content.models import ArticlePage, HomePage
from tests import factories
from tests.doubles.deepl_server import DeepLServer
from translations.models import Edition

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def installation(
    settings: Settings, tmp_path: Path, portal: tuple[Path, str], deepl_server: DeepLServer
) -> HomePage:
    """A site with a home page in two languages, an engine, a target, and two people."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    # A draft still on its way when a page is published is refused with a 400, which browsers log.
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    settings.BAKE_ROOT = tmp_path / "baked"
    settings.PUBLISH_TARGET = portal[0].as_uri()
    settings.DEEPL_AUTH_KEY = deepl_server.auth_key
    settings.DEEPL_SERVER_URL = deepl_server.url
    home = factories.home()
    factories.cleared(home)
    factories.translated(home, "ja")
    _publisher(home)
    factories.person("access_admin", "review_ja", username="nguoi-duyet")
    return home


def _publisher(home: HomePage) -> User:
    group = Group.objects.create(name="Publishers")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "publish_site"]))
    for kind in ("add", "change", "publish"):
        GroupPagePermission.objects.create(group=group, page=home, permission_type=kind)
    for codename in ("add_image", "choose_image"):
        GroupCollectionPermission.objects.create(
            group=group,
            collection=Collection.get_first_root_node(),
            permission=Permission.objects.get(codename=codename),
        )
    person = factories.person(username="bien-tap")
    person.groups.add(group)
    return person


def _photograph() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (1200, 800), "#1f5f5b").save(buffer, "JPEG")
    return buffer.getvalue()


def _log_in(tab: Page, address: str, username: str) -> None:
    tab.context.clear_cookies()
    tab.goto(f"{address}/admin/login/")
    tab.fill("#id_username", username)
    tab.fill("#id_password", "secret")
    tab.click("button[type=submit]")
    tab.wait_for_url(f"{address}/admin/")


def _write_article(tab: Page, address: str, home: HomePage) -> None:
    tab.goto(f"{address}/admin/pages/add/content/articlepage/{home.pk}/")
    tab.fill("#id_title_vi", "Bát phở buổi sáng")
    tab.fill("#id_summary_vi", "Một bát phở nóng.")
    _choose_lead_image(tab)
    tab.locator(".c-sf-add-button").first.click()
    tab.get_by_role("option").first.click()
    tab.fill("#body_vi-0-value-text", "Nước dùng trong")


def _choose_lead_image(tab: Page) -> None:
    tab.locator("#id_lead_image-chooser [data-chooser-action-choose]").first.click()
    modal = tab.locator(".modal-content")
    modal.get_by_role("tab").nth(1).click()
    modal.locator("input[type=file]").set_input_files(
        {"name": "phở.jpg", "mimeType": "image/jpeg", "buffer": _photograph()}
    )
    modal.locator("[name$=title_vi]").fill("Bát phở")
    modal.locator("[name$=alt_vi]").fill("Một bát phở bốc khói")
    modal.locator("form button[type=submit]").last.click()
    expect(modal).to_have_count(0)


def _publish_page(tab: Page) -> None:
    tab.check("#id_clearance_confirmed")
    tab.locator("footer [aria-haspopup], footer .w-dropdown__toggle").first.click()
    tab.locator("button[name=action-publish]").click()
    tab.wait_for_load_state()


def test_an_article_goes_from_the_editor_to_a_japanese_reader(
    tab: Page,
    console: list[str],
    live_server: LiveServer,
    installation: HomePage,
    portal: tuple[Path, str],
) -> None:
    _log_in(tab, live_server.url, "bien-tap")
    _write_article(tab, live_server.url, installation)
    _publish_page(tab)
    article = ArticlePage.objects.get(title_vi="Bát phở buổi sáng")
    assert article.live

    _log_in(tab, live_server.url, "nguoi-duyet")
    edition = Edition.objects.of(article).get(language="ja")
    tab.goto(f"{live_server.url}/admin/translations/editions/{edition.pk}/")
    heading = edition.units.get(source="Nước dùng trong")
    tab.fill(f"#target-{heading.pk}", "澄んだスープ")
    tab.locator(f"#unit-{heading.pk} [data-approve]").click()
    tab.wait_for_load_state()
    tab.locator("[data-approve-all] button").click()
    tab.wait_for_load_state()

    _log_in(tab, live_server.url, "bien-tap")
    tab.goto(f"{live_server.url}/admin/publish/")
    tab.get_by_role("button", name="Publish now").or_(tab.get_by_role("button", name="Xuất bản ngay")).click()
    expect(tab.locator("table.listing tbody tr")).to_have_count(1)

    tab.goto(f"{portal[1]}/vi/bat-pho-buoi-sang/")
    expect(tab.locator("h1")).to_have_text("Bát phở buổi sáng")
    tab.locator("a[hreflang=ja]").first.click()
    expect(tab.locator("html")).to_have_attribute("lang", "ja")
    expect(tab.get_by_role("heading", name="澄んだスープ")).to_be_visible()
    assert tab.locator("article img").first.evaluate("image => image.complete && image.naturalWidth > 0")
    assert console == []
