"""The first page that everybody who works here sees."""

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.django_db
def test_the_sign_in_page_speaks_vietnamese_and_names_the_portal() -> None:
    html = Client().get(reverse("wagtailadmin_login")).content.decode()

    assert "Đăng nhập Cổng thông tin quảng bá" in html
    assert "Mật khẩu" in html
    assert "Password" not in html
    assert "Wagtail</title>" not in html
    assert "portal/emblem" in html
