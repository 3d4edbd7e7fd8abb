"""Template tags around a stretch of a template: parts that may be kept, and parts that pages share."""

import re
from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe

from content.surroundings import current

_NAME = re.compile(r'"([a-z]+)"')


class PartNode(template.Node):
    """What stands between ``{% part "name" %}`` and ``{% endpart %}``."""

    def __init__(self, name: str, nodelist: template.NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """Return the part, which the surroundings may have kept."""
        return mark_safe(current().part(self.name, lambda: self.nodelist.render(context)))  # noqa: S308 - rendered by templates


def parse_part(parser: template.base.Parser, token: template.base.Token) -> PartNode:
    """Mark a part of a page's file that stays as it is until an answer that it asked for changes.

    What it shows besides the page it has to ask for itself: a variable from outside may change unnoticed.
    """
    _tag, *names = token.split_contents()
    found = _NAME.fullmatch(" ".join(names))
    if found is None:
        raise template.TemplateSyntaxError('part takes one name of small letters, such as {% part "body" %}.')
    nodelist = parser.parse(("endpart",))
    parser.delete_first_token()
    return PartNode(found[1], nodelist)


class SharedNode(template.Node):
    """What stands between ``{% shared "name" … %}`` and ``{% endshared %}``."""

    def __init__(self, values: Sequence[template.base.FilterExpression], nodelist: template.NodeList) -> None:
        self.values = values
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """Return the part, which the surroundings may have from another page."""
        key = tuple(value.resolve(context) for value in self.values)
        return mark_safe(current().shared(key, lambda: self.nodelist.render(context)))  # noqa: S308 - rendered by templates


def parse_shared(parser: template.base.Parser, token: template.base.Token) -> SharedNode:
    """Mark a part that is the same on every page where the values after its name are the same."""
    _name, *values = token.split_contents()
    nodelist = parser.parse(("endshared",))
    parser.delete_first_token()
    return SharedNode([parser.compile_filter(value) for value in values], nodelist)
