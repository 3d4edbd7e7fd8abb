"""Catches the queries that a template asks behind the back of the bake.

What a file was made of is known by its questions. A query that bypasses them would make a
file that nobody knows to make again.
"""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.template.base import Node

_PROJECT = Path(settings.BASE_DIR)


class EscapedQuery(Exception):
    """A template asked the database itself; the text names the line that made it."""


class QueryGuard:
    """Watches one bake's renderings; ``escaped`` says where queries came from since `watching` began."""

    def __init__(self, *, forbid: bool) -> None:
        self._forbid = forbid
        self._allowed = 0
        self.escaped: list[str] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch what happens inside."""
        self.escaped = []
        with connection.execute_wrapper(self._look_at):
            yield

    @contextmanager
    def allowing(self) -> Iterator[None]:
        """Let queries pass that answer a question."""
        self._allowed += 1
        try:
            yield
        finally:
            self._allowed -= 1

    def _look_at(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        if not self._allowed:
            said = f"{_line()} asked the database itself: " + repr(sql)[:200]
            if self._forbid:
                raise EscapedQuery(said)
            self.escaped.append(said)
        return execute(sql, params, many, context)


def _line() -> str:
    """Return the line of the template, or of this project's code, that led to the query."""
    place = ""
    for frame, number in traceback.walk_stack(None):
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None) and node.token is not None:
            return f"{place}{Path(node.origin.name).name}, line {node.token.lineno},"
        path = Path(frame.f_code.co_filename)
        if not place and path.is_relative_to(_PROJECT) and "site-packages" not in path.parts:
            name = path.relative_to(_PROJECT).as_posix()
            place = "" if name.startswith("deploy/bake/") else f"{name}, line {number}, in "
    return place or "Something"
