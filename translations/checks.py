"""System checks of the desk."""

from typing import Any

from django.core import checks

from translations.registry import UnknownBlock, shapes_of, translated_models


@checks.register("translations")
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
                    hint="Call translations.registry.register_block() for it in the app that defines the block.",
                    obj=model,
                    id="translations.E001",
                )
            )
    return problems
