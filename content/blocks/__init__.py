"""The blocks of a page's body, by family."""

from content.blocks.body import BodyBlock, SourcesBlock

__all__ = ["BodyBlock", "SourcesBlock"]
