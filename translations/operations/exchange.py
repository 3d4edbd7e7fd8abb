"""The memory in from TMX files and out to them. Importing twice changes nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from typing import IO, Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from translations.engines import characters
from translations.enums import MemoryOrigin
from translations.exceptions import BadImport
from translations.exchange import tmx
from translations.exchange.bounded_xml import Garbled
from translations.exchange.inline import fits_xml
from translations.models import MemoryEntry, Unit
from translations.models.edition import LANGUAGE_NAMES
from translations.segments import placeholders
from translations.segments.segment import digest, normalise

LONGEST_TEXT = 20_000
"""Characters of a text that an import takes; a longer one is no paragraph."""

_LONGEST_KEY = 18
"""Digits of a primary key that a database takes."""

_BATCH = 500
_T = TypeVar("_T")


@dataclass
class ImportReport:
    """What an import did. *refused* holds (line in the file, a sentence that says why)."""

    added: int = 0
    updated: int = 0
    kept: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class ExportReport:
    """What an export did; *left_out* counts entries with characters that XML cannot hold."""

    written: int = 0
    left_out: int = 0


@transaction.atomic
def import_memory(
    *, file: IO[bytes], sample: bool, person: Any = None, progress: Callable[[int], None] | None = None
) -> ImportReport:
    """Add the translations of a TMX file to the memory; what is there already stays as it is.

    Args:
        sample: mark every entry as sample; otherwise only those that the file marks so.
        person: who imports; the entries still rank below what a person approved here.
        progress: called now and then with the number of units read so far.

    Raises:
        BadImport: the file cannot be read to its end; nothing of it was kept.
    """
    report = ImportReport()
    done = 0
    try:
        for batch in batches(tmx.read(file)):
            _add(_pairs(batch, report), sample, person, report)
            done += len(batch)
            if progress is not None:
                progress(done)
    except Garbled as error:
        raise BadImport(
            _("Line %(line)d: %(reason)s Nothing was imported. Export the file again and retry.")
            % {"line": error.line, "reason": error}
        ) from error
    return report


def batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield *items* in lists of at most 500."""
    remaining = iter(items)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _pairs(batch: Iterable[tmx.Entry | tmx.Unreadable], report: ImportReport) -> Iterator[MemoryEntry]:
    for unit in batch:
        if isinstance(unit, tmx.Unreadable):
            report.refused.append((unit.line, unit.reason))
            continue
        for language, text in unit.targets:
            entry = _pair(unit, language, text)
            fault = _fault(entry)
            if fault:
                report.refused.append((unit.line, f"{LANGUAGE_NAMES[language]}: {fault}"))
            else:
                yield entry


def _pair(unit: tmx.Entry, language: str, text: str) -> MemoryEntry:
    source, target = normalise(unit.source), normalise(text)
    return MemoryEntry(
        language=language,
        source=source,
        source_hash=digest(source),
        target=target,
        target_hash=digest(target),
        context_key=unit.context_key,
        only_for=unit.only_for,
        origin=MemoryOrigin.IMPORT,
        sample=unit.sample,
    )


def _fault(entry: MemoryEntry) -> str:
    """Say in whole sentences why a translation cannot be trusted; empty if it can."""
    source, target = entry.source, entry.target
    if max(len(source), len(target)) > LONGEST_TEXT:
        return _("The text is longer than %(longest)d characters.") % {"longest": LONGEST_TEXT}
    if len(entry.context_key) > (MemoryEntry._meta.get_field("context_key").max_length or 0):
        return _("The context is too long.")
    unwanted = characters.unwanted(source + target)
    if unwanted:
        return _("It holds the invisible character %(which)s.") % {"which": ", ".join(unwanted)}
    if not characters.has_words(placeholders.plain(source)):
        return _("The Vietnamese has no words.")
    if not characters.has_words(placeholders.plain(target)):
        return _("The translation has no words.")
    if entry.only_for and not _stands_in_its_object(entry):
        return _("It is kept to one object, which does not hold this text here.")
    if _is_in_another_language(entry):
        return _("The translation is not in this language.")
    return " ".join(placeholders.problems(source, target))


def _stands_in_its_object(entry: MemoryEntry) -> bool:
    """Whether the one object an entry is for holds its text here: it is the same object, or as good."""
    kind, _colon, key = entry.only_for.partition(":")
    app, _dot, model = kind.partition(".")
    if not (key.isascii() and key.isdigit()) or len(key) > _LONGEST_KEY:
        return False
    return Unit.objects.filter(
        edition__content_type__app_label=app,
        edition__content_type__model=model,
        edition__object_id=int(key),
        source_hash=entry.source_hash,
    ).exists()


def _is_in_another_language(entry: MemoryEntry) -> bool:
    if characters.in_foreign_script(entry.source, entry.target, entry.language):  # type: ignore[arg-type]  # a target language
        return True
    # The Vietnamese itself, which a careless export puts where a translation is missing.
    return entry.target == entry.source and not entry.source.isascii()


def _add(pairs: Iterable[MemoryEntry], sample: bool, person: Any, report: ImportReport) -> None:
    wanted = {_identity(entry): entry for entry in pairs}
    hashes = {entry.source_hash for entry in wanted.values()}
    known = set(
        MemoryEntry.objects.filter(source_hash__in=hashes).values_list(
            "language", "source_hash", "target_hash", "context_key", "only_for"
        )
    )
    new = [entry for identity, entry in wanted.items() if identity not in known]
    for entry in new:
        entry.sample, entry.person = entry.sample or sample, person
    MemoryEntry.objects.bulk_create(new)
    report.added += len(new)
    report.kept += len(wanted) - len(new)


def _identity(entry: MemoryEntry) -> tuple[str, ...]:
    return entry.language, entry.source_hash, entry.target_hash, entry.context_key, entry.only_for


def export_memory(*, file: IO[str]) -> ExportReport:
    """Write the whole memory as TMX, in an order that depends on its contents alone."""
    report = ExportReport()
    for piece in tmx.written(_stored_units(report)):
        file.write(piece)
    return report


def _stored_units(report: ExportReport) -> Iterator[tmx.Entry]:
    entries = MemoryEntry.objects.order_by(
        "source_hash", "context_key", "origin", "sample", "only_for", "language", "changed_at", "pk"
    )
    for unit, group in groupby(entries.iterator(), key=_unit_of):
        targets = [(entry.language, entry.target) for entry in group]
        writable = tuple(pair for pair in targets if fits_xml(unit.source + pair[1]))
        report.written += len(writable)
        report.left_out += len(targets) - len(writable)
        if writable:
            yield replace(unit, targets=writable)


def _unit_of(entry: MemoryEntry) -> tmx.Entry:
    return tmx.Entry(
        entry.source, (), entry.context_key, str(entry.origin), entry.sample, only_for=entry.only_for
    )
