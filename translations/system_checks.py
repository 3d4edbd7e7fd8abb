"""System checks of the desk."""

from typing import Any

from django.core import checks

from translations.registry import UnknownBlock, shapes_of, translated_models


def every_block_is_translatable(**kwargs: Any) -> list[checks.CheckMessage]:
    """Find blocks in translated StreamFields that nobody told the desk how to read."""
    problems: list[checks.CheckMessage] = []
    for model in translated_models():
        try:
            shapes_of(model)
        except UnknownBlock as error:
            problems.append(
                checks.Error(
                    f"{model.__name__}: {error}",
                    hint="Call translations.registry.register_block() in the app that defines it.",
                    obj=model,
                    id="translations.E001",
                )
            )
    return problems


def register() -> None:
    """Register the checks of this app."""
    checks.register(every_block_is_translatable, "translations")
