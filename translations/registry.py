"""Which models and blocks the desk knows, and how it reads and writes them.

Every model registered with django-modeltranslation is translated, without being named here.
A block type with text that nobody described is an error at start-up (``translations.E001``),
not a silently Vietnamese paragraph on the English page.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from modeltranslation.translator import translator
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField

from media.multilingual import translated_fields
from translations.segments.shapes import Chosen, Items, Opaque, Plain, Rich, Shape, Stream, Struct, Table

BlockAdapter = Callable[[Any], Shape]

_WORDLESS_BLOCKS = (
    blocks.BooleanBlock,
    blocks.DateBlock,
    blocks.DateTimeBlock,
    blocks.DecimalBlock,
    blocks.EmailBlock,
    blocks.FloatBlock,
    blocks.IntegerBlock,
    blocks.RegexBlock,
    blocks.StaticBlock,
    blocks.TimeBlock,
    blocks.URLBlock,
)


class UnknownBlock(LookupError):
    """Nobody said how to translate a block type; the text names the block and its place."""


def _children(block: Any) -> dict[str, Shape]:
    return {name: shape_of_block(child) for name, child in block.child_blocks.items()}


_adapters: dict[type[blocks.Block], BlockAdapter] = {
    blocks.CharBlock: lambda block: Plain(),
    blocks.TextBlock: lambda block: Plain(),
    blocks.BlockQuoteBlock: lambda block: Plain(),
    blocks.RichTextBlock: lambda block: Rich(),
    blocks.ChoiceBlock: lambda block: Opaque(),
    blocks.ChooserBlock: lambda block: Chosen(block.model_class._meta.label_lower),
    blocks.MultipleChoiceBlock: lambda block: Opaque(),
    blocks.StructBlock: lambda block: Struct(_children(block)),
    blocks.ListBlock: lambda block: Items(shape_of_block(block.child_block)),
    blocks.StreamBlock: lambda block: Stream(_children(block)),
    TypedTableBlock: lambda block: Table(_children(block)),
    **{wordless: lambda block: Opaque() for wordless in _WORDLESS_BLOCKS},
}


def register_block(block_class: type[blocks.Block], adapter: BlockAdapter) -> None:
    """Say how the texts of *block_class* (and its subclasses) are found."""
    _adapters[block_class] = adapter
    shapes_of.cache_clear()


def shape_of_block(block: blocks.Block) -> Shape:
    """Return the shape of a block definition.

    Raises:
        UnknownBlock: neither its class nor a base of it is known.
    """
    for kind in type(block).__mro__:
        if kind in _adapters:
            return _adapters[kind](block)
    raise UnknownBlock(f"The block {type(block).__name__} ({block.name!r}) has no translation adapter.")


def _shape_of_field(field: Any) -> Shape:
    if isinstance(field, StreamField):
        return shape_of_block(field.stream_block)
    if isinstance(field, RichTextField):
        return Rich()
    return Plain()


@cache
def shapes_of(model: type[models.Model]) -> Mapping[str, Shape]:
    """Return the shape of each translated field of *model*, by bare name.

    Raises:
        UnknownBlock: a StreamField holds a block that nobody described.
    """
    return {name: _shape_of_field(model._meta.get_field(name)) for name in translated_fields(model)}


def translated_models() -> Iterator[type[models.Model]]:
    """Yield the concrete models registered with django-modeltranslation."""
    yield from translator.get_registered_models(abstract=False)


def model_of(content_type: ContentType) -> type[models.Model]:
    """Return the model that *content_type* stands for.

    Raises:
        LookupError: the model is no longer part of the project.
    """
    model = content_type.model_class()
    if model is None:
        raise LookupError(f"{content_type.app_label}.{content_type.model} is no longer part of the project.")
    return model


def is_translated(instance: models.Model) -> bool:
    """Whether the desk translates objects of this kind."""
    return bool(translated_fields(type(instance)))
