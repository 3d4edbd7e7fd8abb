"""Find code that touches a translated field under its bare name.

``page.title`` follows the language that happens to be active, so code names the column it
means: ``page.title_vi``. Where the text of a program does not tell what an object is, a
name as common as ``body`` is left to the guard in ``tests/bare_guard.py``, which watches
the fields themselves while the tests run.
"""

import ast
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from tests.architecture.static_types import Hint, Scope, members

Registry = Mapping[type, frozenset[str]]
"""Each model registered with modeltranslation, and the bare names of its fields."""

TOO_COMMON = frozenset(
    {"address", "alt", "body", "caption", "description", "label", "name", "sources", "text", "value"}
)
"""Names that half of all objects have: only wrong on an object that is known to be a model."""

QUERY_BY_KEYWORD = frozenset(
    {"create", "exclude", "filter", "get", "get_or_create", "update", "update_or_create"}
)
QUERY_BY_STRING = frozenset({"defer", "distinct", "only", "order_by", "values", "values_list"})


class _Finder(ast.NodeVisitor):
    def __init__(self, namespace: MutableMapping[str, Any], registry: Registry) -> None:
        self._scope = Scope(namespace)
        self._registry = registry
        self._names = frozenset[str]().union(*registry.values())
        self.found: list[ast.expr] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._scope.enter_class(node)
        self.generic_visit(node)
        self._scope.leave_class()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._scope.enter_function(node)
        self.generic_visit(node)
        self._scope.leave_function()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._scope.declare(node)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.generic_visit(node)
        for target in node.targets:
            self._scope.bind(target, self._scope.type_of(node.value))

    def visit_For(self, node: ast.For) -> None:
        self._scope.bind_element(node.target, node.iter)
        self.generic_visit(node)

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
            for part in node.generators:
                self._scope.bind_element(part.target, part.iter)
        super().visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in self._names and self._may_be_a_model(node.value, node.attr):
            self.found.append(node)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute):
            self._check_query(node, node.func.attr)
            # No field can be called: `text.title()` is a method of a string.
            self.visit(node.func.value)
        else:
            self.visit(node.func)
            self._check_constructor(node)
        for argument in (*node.args, *node.keywords):
            self.visit(argument)

    def _check_query(self, node: ast.Call, verb: str) -> None:
        written: list[str] = []
        if verb in QUERY_BY_KEYWORD:
            written = [keyword.arg for keyword in node.keywords if keyword.arg]
        elif verb in QUERY_BY_STRING:
            written = [str(value.value) for value in node.args if isinstance(value, ast.Constant)]
        if any(name.lstrip("-").split("__")[0] in self._names - TOO_COMMON for name in written):
            self.found.append(node)

    def _check_constructor(self, node: ast.Call) -> None:
        for keyword in node.keywords:
            if keyword.arg in self._names and self._is_model(
                self._scope.type_of(node.func), str(keyword.arg)
            ):
                self.found.append(node)

    def _may_be_a_model(self, receiver: ast.expr, attr: str) -> bool:
        hint = self._scope.type_of(receiver)
        if hint is None or hint is Any or getattr(hint, "_is_protocol", False):
            return attr not in TOO_COMMON
        return any(self._is_model(part, attr) for part in members(hint))

    def _is_model(self, hint: Hint, attr: str) -> bool:
        """Whether an object of class *hint* can be a model on which *attr* is translated."""
        return isinstance(hint, type) and any(
            attr in names and (hint in model.__mro__ or model in hint.__mro__)
            for model, names in self._registry.items()
        )


def bare_uses(
    module: ast.Module, namespace: MutableMapping[str, Any], registry: Registry
) -> Iterator[ast.expr]:
    """Return the expressions of *module* that use a bare field; *namespace* is the module, imported."""
    finder = _Finder(namespace, registry)
    finder.visit(module)
    return iter(finder.found)
