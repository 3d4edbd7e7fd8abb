"""Departments write figures in the admin; what cannot be right is refused in a sentence."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from content.models import CostPage, IndicatorPage
from tests import factories, indicator_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(factories.person(is_superuser=True, is_staff=True))
    return client


def address(kind: str) -> str:
    return reverse("wagtailadmin_pages:add", args=("content", kind, factories.section().pk))


def value(start: str, amount: str) -> dict[str, Any]:
    return {"start": start, "value": amount, "roughness": "exact"}


def form(rows: dict[str, list[dict[str, Any]]], **fields: Any) -> dict[str, Any]:
    about = {"title_vi": "Số liệu", "slug": "so-lieu", "comments": inline_formset([])}
    data: dict[str, Any] = nested_form_data(
        {**about, **fields, **{name: inline_formset(made) for name, made in rows.items()}}
    )
    return data


def indicator(*values: dict[str, Any], **fields: Any) -> dict[str, Any]:
    settings = {"unit": "area-hectare", "period": "year", "drawing": "line"}
    return form({"figures": list(values)}, **(settings | fields))


@pytest.mark.parametrize("kind", ["indicatorpage", "costpage"])
def test_an_editor_is_asked_for_vietnamese_words_and_values(admin: Client, kind: str) -> None:
    html = admin.get(address(kind)).content.decode()

    assert 'name="figure_source_vi"' in html
    assert 'name="review_by"' in html
    assert 'name="figure_source_en"' not in html


def test_an_indicator_is_kept_with_its_values(admin: Client) -> None:
    answer = admin.post(
        address("indicatorpage"), indicator(value("2024-01-01", "12.5"), value("2025-01-01", "13"))
    )

    assert answer.status_code == 302
    assert [
        str(one) for one in IndicatorPage.objects.get().get_latest_revision_as_object().figures.all()
    ] == [
        "2024-01-01: 12.5000",
        "2025-01-01: 13.0000",
    ]


def test_two_values_of_one_period_are_refused(admin: Client) -> None:
    answer = admin.post(
        address("indicatorpage"), indicator(value("2024-01-01", "12.5"), value("2024-01-01", "13"))
    )

    assert answer.status_code == 200
    assert not IndicatorPage.objects.exists()


def test_a_price_that_ends_below_its_beginning_is_refused(admin: Client) -> None:
    item = indicator_pages.item()
    answer = admin.post(
        address("costpage"),
        form({"costs": [{"item": item.pk, "usd_low": "5", "usd_high": "4"}]}, year="2026"),
    )

    assert "Giá cuối thấp hơn giá đầu" in answer.content.decode() or "ends below its beginning" in (
        answer.content.decode()
    )
    assert not CostPage.objects.exists()


def test_figures_are_not_to_be_reviewed_before_they_held(admin: Client) -> None:
    answer = admin.post(
        address("indicatorpage"),
        indicator(value("2024-01-01", "12.5"), as_of="2026-06-30", review_by="2026-06-29"),
    )

    assert answer.status_code == 200
    assert not IndicatorPage.objects.exists()
