"""Only public templates, under an activated language, may read a translated field bare."""

import ast
import importlib
from dataclasses import dataclass
from typing import Any

import pytest
from modeltranslation.translator import translator

from media.multilingual import translated_fields
from tests.architecture.bare_fields import Registry, bare_uses
from tests.architecture.source import PRODUCT, ROOT, comments, modules, name_of, tree

UNTOUCHED = frozenset({"manage", "wsgi", "asgi", "__main__"})
SETTINGS = "cms/settings/"


class Model:
    """Stands for a model in the examples below."""


class Page(Model):
    """Stands for a model with translated title, summary and body."""


@dataclass
class Draft:
    """Stands for any class that is no model."""

    title: str


def make_draft() -> Draft:
    return Draft("A")


REGISTRY: Registry = {Page: frozenset({"title", "summary", "body"})}
NAMESPACE: dict[str, Any] = {
    "Model": Model,
    "Page": Page,
    "Draft": Draft,
    "make_draft": make_draft,
    "ast": ast,
}


def test_the_code_touches_no_bare_field() -> None:
    registry = {model: frozenset(translated_fields(model)) for model in translator.get_registered_models()}
    found = []
    for path in modules(*PRODUCT):
        if path.stem in UNTOUCHED or name_of(path).startswith(SETTINGS):
            continue
        dotted = name_of(path).removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")
        excused = {line for line, comment in comments(path) if "bare:" in comment}
        uses = bare_uses(tree(path), vars(importlib.import_module(dotted)), registry)
        found += [
            f"{path.relative_to(ROOT)}:{use.lineno}: {ast.unparse(use)}"
            for use in uses
            if use.lineno not in excused
        ]

    assert {"title", "summary", "seo_title", "search_description", "body"} <= frozenset().union(
        *registry.values()
    )
    assert found == [], "Name the column, like title_vi. If it is no model: `# bare: what it is`."


@pytest.mark.parametrize(
    "code",
    [
        "x.title",
        "x.title = 'A'",
        "x.pages.first().summary",
        "def f(page): return page.title",
        "def f(page: Page): return page.body",
        "def f(page: Model): return page.body",
        "def f(page: 'Page | None'): return page.body",
        "def f(page: object): return page.title",
        "class Page:\n    def f(self): return self.body",
        "def f(pages: list[Page]): return [page.body for page in pages]",
        "Page(title='A')",
        "pages.filter(title__startswith='A')",
        "pages.order_by('-title')",
        "pages.values_list('id', 'title')",
    ],
)
def test_a_bare_field_is_found(code: str) -> None:
    assert len(list(bare_uses(ast.parse(code), NAMESPACE, REGISTRY))) == 1


@pytest.mark.parametrize(
    "code",
    [
        "x.title_vi",
        "'a b'.title()",
        "x.title()",
        "response.body",
        "def f(draft: Draft): return draft.title",
        "def f(draft: Draft | None): return draft.title",
        "def f(drafts: list[Draft]): return [draft.title for draft in drafts]",
        "def f(drafts: tuple[Draft, ...]):\n    for draft in drafts: draft.title",
        "draft = Draft('A')\ndraft.title",
        "make_draft().title",
        "class Draft:\n    def f(self): return self.title",
        "Draft(title='A')",
        "ast.title",
        "pages.filter(title_vi='A')",
        "pages.order_by('title_vi')",
    ],
)
def test_what_is_no_bare_field_is_left_alone(code: str) -> None:
    assert list(bare_uses(ast.parse(code), NAMESPACE, REGISTRY)) == []
