"""Rich text as segments: one per block of text, inline markup as placeholders.

Works on Wagtail's stored HTML with a tolerant tokenizer instead of a tree, so that
whatever was stored comes back byte for byte where nothing was translated.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translations.segments.placeholders import Kind, Placeholder, escape, tokens

BLOCK_TAGS = frozenset(
    "address article aside blockquote center dd details dialog div dl dt embed fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul".split()
)
VOID_TAGS = frozenset("area base br col embed hr img input link meta source track wbr".split())

_TAG = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A raw stretch of HTML: a tag (with its name) or text (name empty)."""

    raw: str
    name: str = ""
    closing: bool = False
    void: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of inline HTML that becomes one segment.

    *tags* holds the raw opening tag (or lone tag) of each placeholder and its raw closing
    tag (empty for a lone one); placeholder n is ``tags[n - 1]``.
    """

    raw: str
    text: str
    tags: tuple[tuple[str, str], ...]

    def compose(self, target: str) -> str:
        """Return *target* as HTML with this run's markup; never raises.

        An unchanged text gives the stored bytes back. Placeholders that the source does
        not have are dropped and pairs left open are closed: a broken target must not
        break the page (it is refused earlier, see ``placeholders.problems``).
        """
        if target == self.text:
            return self.raw
        out: list[str] = []
        open_numbers: list[int] = []
        for token in tokens(target):
            if isinstance(token, str):
                out.append(html.escape(token, quote=False))
            elif token.number <= len(self.tags):
                self._place(token, out, open_numbers)
        out.extend(self.tags[number - 1][1] for number in reversed(open_numbers))
        return "".join(out)

    def _place(self, token: Placeholder, out: list[str], open_numbers: list[int]) -> None:
        opening, closing = self.tags[token.number - 1]
        if token.kind is Kind.ALONE and not closing:
            out.append(opening)
        elif token.kind is Kind.OPEN and closing:
            out.append(opening)
            open_numbers.append(token.number)
        elif token.kind is Kind.CLOSE and open_numbers and open_numbers[-1] == token.number:
            out.append(closing)
            open_numbers.pop()


def split(source: str) -> list[str | Run]:
    """Cut stored HTML into skeleton strings and translatable runs, in order.

    Joining the skeleton strings and each run's ``raw`` gives *source* again.
    """
    parts: list[str | Run] = []
    inline: list[_Piece] = []
    for piece in _pieces(source):
        if piece.name in BLOCK_TAGS:
            parts.extend(_close_run(inline))
            inline = []
            parts.append(piece.raw)
        else:
            inline.append(piece)
    parts.extend(_close_run(inline))
    return parts


def compose(source: str, translate: Callable[[int, Run], str]) -> str:
    """Rebuild *source* with each run's text replaced by ``translate(ordinal, run)``."""
    out: list[str] = []
    ordinal = 0
    for part in split(source):
        if isinstance(part, str):
            out.append(part)
        else:
            out.append(part.compose(translate(ordinal, part)))
            ordinal += 1
    return "".join(out)


def _pieces(source: str) -> Iterator[_Piece]:
    position = 0
    for found in _TAG.finditer(source):
        if found.start() > position:
            yield _Piece(source[position : found.start()])
        name = (found[2] or "!comment").lower()
        void = name in VOID_TAGS or name == "!comment" or found[0].endswith("/>")
        yield _Piece(found[0], name, bool(found[1]), void)
        position = found.end()
    if position < len(source):
        yield _Piece(source[position:])


def _close_run(pieces: list[_Piece]) -> list[str | Run]:
    """Trim white space and whole-run wrappers off *pieces* and number what is left."""
    if not any(not piece.name and piece.raw.strip() for piece in pieces):
        return ["".join(piece.raw for piece in pieces)] if pieces else []
    head, core, tail = _trim(pieces)
    pairs = _pairs(core)
    if core[0].name and pairs.get(0) == len(core) - 1:
        inner = _close_run(core[1:-1])
        return [head + core[0].raw, *inner, core[-1].raw + tail]
    return [*filter(None, [head]), _numbered(core, pairs), *filter(None, [tail])]


def _trim(pieces: list[_Piece]) -> tuple[str, list[_Piece], str]:
    first, *middle = pieces
    head = tail = ""
    core = [first, *middle]
    if not core[0].name:
        kept = core[0].raw.lstrip()
        head = core[0].raw[: len(core[0].raw) - len(kept)]
        core[0] = _Piece(kept)
    if not core[-1].name:
        kept = core[-1].raw.rstrip()
        tail = core[-1].raw[len(kept) :]
        core[-1] = _Piece(kept)
    return head, [piece for piece in core if piece.raw], tail


def _pairs(pieces: list[_Piece]) -> dict[int, int]:
    """Map the index of each opening tag to the index of the tag that closes it."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for index, piece in enumerate(pieces):
        if not piece.name or piece.void:
            continue
        if not piece.closing:
            stack.append(index)
        elif stack and pieces[stack[-1]].name == piece.name:
            pairs[stack.pop()] = index
    return pairs


def _numbered(pieces: list[_Piece], pairs: dict[int, int]) -> Run:
    closes = {end: start for start, end in pairs.items()}
    numbers: dict[int, int] = {}
    tags: list[tuple[str, str]] = []
    text: list[str] = []
    for index, piece in enumerate(pieces):
        if not piece.name:
            text.append(escape(html.unescape(piece.raw)))
        elif index in closes:
            text.append(str(Placeholder(Kind.CLOSE, numbers[closes[index]])))
        else:
            end = pairs.get(index)
            tags.append((piece.raw, pieces[end].raw if end is not None else ""))
            numbers[index] = len(tags)
            kind = Kind.ALONE if end is None else Kind.OPEN
            text.append(str(Placeholder(kind, len(tags))))
    return Run("".join(piece.raw for piece in pieces), "".join(text), tuple(tags))


def literal(target: str) -> str:
    """Return a target for text without markup: placeholders that should not be there are dropped."""
    return "".join(token for token in tokens(target) if isinstance(token, str))
