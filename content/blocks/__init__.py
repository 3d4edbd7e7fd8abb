"""The blocks of a page's body, by family."""

from content.blocks.body import BodyBlock, SourcesBlock
from content.blocks.sectors import AdvantagesBlock, KeyFiguresBlock
from content.blocks.steps import StepsBlock

__all__ = ["AdvantagesBlock", "BodyBlock", "KeyFiguresBlock", "SourcesBlock", "StepsBlock"]
