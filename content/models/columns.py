"""Columns of values that several kinds of page keep."""

from decimal import Decimal
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

SOME = MinValueValidator(Decimal("0.01"))
NOT_NEGATIVE = MinValueValidator(Decimal(0))


def hectares(label: Any, **more: Any) -> Any:
    return models.DecimalField(
        label, max_digits=10, decimal_places=2, null=True, blank=True, **{"validators": [SOME], **more}
    )


def amount(label: Any, **more: Any) -> Any:
    more.setdefault("validators", [SOME])
    return models.DecimalField(label, max_digits=14, decimal_places=2, null=True, blank=True, **more)


def year(label: Any) -> Any:
    bounds = [MinValueValidator(1900), MaxValueValidator(2200)]
    return models.PositiveSmallIntegerField(label, null=True, blank=True, validators=bounds)


def degrees(label: Any, furthest: int) -> Any:
    bounds = [MinValueValidator(Decimal(-furthest)), MaxValueValidator(Decimal(furthest))]
    return models.DecimalField(
        label, max_digits=8, decimal_places=5, null=True, blank=True, validators=bounds
    )


def hundredths(label: Any) -> Any:
    bounds = [NOT_NEGATIVE, MaxValueValidator(Decimal(100))]
    return models.DecimalField(
        label, max_digits=5, decimal_places=2, null=True, blank=True, validators=bounds
    )
