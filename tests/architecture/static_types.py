"""What an expression in a module is, as far as annotations and imports tell."""

import ast
import types
import typing
from collections import ChainMap
from collections.abc import Mapping, MutableMapping
from typing import Any

Hint = Any
"""A class, a module or a generic alias; None where nothing is known."""


def members(hint: Hint) -> tuple[Hint, ...]:
    """The possibilities of a union other than None."""
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        return tuple(part for part in typing.get_args(hint) if part is not types.NoneType)
    return (hint,)


def _hints(target: object) -> Mapping[str, Hint]:
    try:
        return typing.get_type_hints(target)
    except (NameError, TypeError):
        return {}


class Scope:
    """The names that are visible at one place of a module."""

    def __init__(self, namespace: MutableMapping[str, Any]) -> None:
        """Args: namespace: what the imported module holds."""
        self._module = namespace
        self._locals: ChainMap[str, Hint] = ChainMap()
        self._owner: list[Hint] = []

    def enter_class(self, node: ast.ClassDef) -> None:
        outer = self._owner[-1] if self._owner else None
        self._owner.append(getattr(outer, node.name, None) if outer else self._module.get(node.name))

    def leave_class(self) -> None:
        self._owner.pop()

    def enter_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._locals = self._locals.new_child()
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        for argument in arguments:
            self._locals[argument.arg] = self._annotation(argument.annotation)
        if self._owner and arguments and arguments[0].arg in {"self", "cls"}:
            self._locals[arguments[0].arg] = self._owner[-1]

    def leave_function(self) -> None:
        self._locals = self._locals.parents

    def bind(self, target: ast.expr, hint: Hint) -> None:
        if isinstance(target, ast.Name):
            self._locals[target.id] = hint

    def bind_element(self, target: ast.expr, iterable: ast.expr) -> None:
        """Bind the variable of a loop over *iterable*."""
        arguments = typing.get_args(self.type_of(iterable))
        self.bind(
            target, arguments[-1] if arguments and arguments[-1] is not ... else (arguments or [None])[0]
        )

    def declare(self, node: ast.AnnAssign) -> None:
        self.bind(node.target, self._annotation(node.annotation))

    def type_of(self, node: ast.expr) -> Hint:
        """The class of the value of *node*; for a class or a module, itself."""
        match node:
            case ast.Name(id=name):
                return self._locals[name] if name in self._locals else self._global(name)
            case ast.Call(func=func):
                return self._returned(func)
            case ast.Attribute(value=value, attr=attr):
                return self._member(self.type_of(value), attr)
        return type(node.value) if isinstance(node, ast.Constant) else None

    def _global(self, name: str) -> Hint:
        found = self._module.get(name)
        return found if isinstance(found, type | types.ModuleType) or found is None else type(found)

    def _returned(self, func: ast.expr) -> Hint:
        target = self._module.get(func.id) if isinstance(func, ast.Name) else None
        if isinstance(func, ast.Attribute) and isinstance(
            owner := self.type_of(func.value), type | types.ModuleType
        ):
            target = getattr(owner, func.attr, None)
        return target if isinstance(target, type) else _hints(target).get("return")

    def _member(self, owner: Hint, attr: str) -> Hint:
        if isinstance(owner, types.ModuleType):
            found = getattr(owner, attr, None)
            return found if isinstance(found, type) else None
        hint = _hints(owner).get(attr) if isinstance(owner, type) else None
        getter = getattr(getattr(owner, attr, None), "fget", None)
        return hint or _hints(getter).get("return")

    def _annotation(self, node: ast.expr | None) -> Hint:
        if node is None:
            return None
        quoted = isinstance(node, ast.Constant) and isinstance(node.value, str)
        text = ast.literal_eval(node) if quoted else ast.unparse(node)
        try:
            return eval(text, dict(self._module))  # noqa: S307 - the project's own annotations
        except (NameError, AttributeError, TypeError, SyntaxError):
            return None
