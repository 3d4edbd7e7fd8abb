"""The strings of the interface, and the catalogues in ``locale/`` that translate them.

Run as a program it adds the code's new strings to every catalogue. Babel alone does the
work, so neither a developer nor a server needs the gettext programs.
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ("cms", "content", "deploy", "media", "translations")
CATALOGUES = {
    language: ROOT / "locale" / language / "LC_MESSAGES" / "django.po" for language in ("vi", "ja", "ko")
}
COMPLETE_LANGUAGE = "vi"
"""The editors' language holds every string; the others hold at least what the public reads."""
PUBLIC = (
    "content/templates/content/",
    "content/templatetags/",
    "deploy/templates/",
    *(f"content/{name}/" for name in ("calendars", "cards", "charts", "directories", "events", "formats")),
    *(f"content/{name}/" for name in ("indicators", "investing", "listings", "parks")),
    *(f"content/{name}/" for name in ("structured_data", "words")),
)
"""What the public reads, beside the labels of choices on pages and what has the context ``portal``."""
_FOR_EDITORS = ("checks.py", "outline.py", "panels.py", "validation.py", "views.py")
"""Modules beside it whose words only editors read."""
_CHOICES = ("content/models/", "content/blocks/")

_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_TEMPLATE_SUFFIXES = frozenset({".html", ".txt", ".xml"})


def messages_of_the_code(root: Path = ROOT, *, public_only: bool = False) -> Catalog:
    """Return every string that the code under *root* marks for translation.

    Args:
        public_only: leave out what only the signed-in see.
    """
    found = Catalog()
    for path in _sources(root):
        place = path.relative_to(root).as_posix()
        code = _as_python(path)
        labels = _lines_of_choices(code) if place.startswith(_CHOICES) else frozenset()
        for line, words, comments, context in extract("python", BytesIO(code), keywords=_KEYWORDS):
            is_public = (
                (place.startswith(PUBLIC) and path.name not in _FOR_EDITORS)
                or line in labels
                or context == "portal"
            )
            if is_public or not public_only:
                found.add(words, locations=[(place, 1)], auto_comments=comments, context=context)
    return found


def _lines_of_choices(code: bytes) -> frozenset[int]:
    """Return the lines of Python *code* that stand in classes of choices."""
    classes = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ClassDef))
    choices = (one for one in classes if any("Choices" in ast.unparse(base) for base in one.bases))
    spans = (range(one.lineno, (one.end_lineno or one.lineno) + 1) for one in choices)
    return frozenset(line for span in spans for line in span)


def problems(catalogue: Catalog, wanted: Catalog) -> list[str]:
    """Return what keeps *catalogue* from translating itself and *wanted*, one sentence each."""
    missing = [
        f"{message.id!r} is not in the catalogue: run `make messages`."
        for message in _messages(wanted)
        if catalogue.get(message.id, message.context) is None
    ]
    faulty = [
        f"{message.id!r} {fault}."
        for message in _messages(catalogue)
        for fault in _faults(catalogue, message)
    ]
    # Such a catalogue is not compiled at all.
    unread = ["The heading of the catalogue is marked fuzzy: remove the mark."] if catalogue.fuzzy else []
    return unread + sorted(missing) + sorted(faulty)


def _sources(root: Path) -> Iterator[Path]:
    for package in PRODUCT:
        for path in sorted((root / package).rglob("*")):
            in_templates = "templates" in path.parts and path.suffix in _TEMPLATE_SUFFIXES
            if in_templates or (path.suffix == ".py" and "migrations" not in path.parts):
                yield path


def _as_python(path: Path) -> bytes:
    if path.suffix == ".py":
        return path.read_bytes()
    calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    # What stands between the calls keeps the template's indentation, which is not Python's.
    return "\n".join(line.lstrip() for line in calls.splitlines()).encode()


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _faults(catalogue: Catalog, message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield "is marked fuzzy: read the translation and remove the mark"
    forms = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    if not all(form.strip() for form in forms):
        yield "is not translated"
        return
    for error in message.check(catalogue):
        yield f"is translated in another form than it is used: {error}"


def update() -> None:
    """Add the code's new strings to every catalogue; nothing is taken out."""
    for language, path in CATALOGUES.items():
        wanted = messages_of_the_code(public_only=language != COMPLETE_LANGUAGE)
        catalogue = read(language)
        for message in _messages(wanted):
            if catalogue.get(message.id, message.context) is None:
                catalogue.add(message.id, context=message.context, auto_comments=message.auto_comments)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalogue, width=110, no_location=True)
        print(f"{path.relative_to(ROOT)}: {len(problems(catalogue, wanted))} strings to see to")


def read(language: str) -> Catalog:
    """Return the catalogue of *language*; an empty one where there is none yet."""
    path = CATALOGUES[language]
    if not path.exists():
        return Catalog(
            locale=language,
            charset="utf-8",
            fuzzy=False,
            header_comment="# The words of the interface.",
            project="portal",
        )
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


if __name__ == "__main__":
    update()
