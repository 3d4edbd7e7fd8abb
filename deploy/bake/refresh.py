"""Bringing what is known of the site up to the moment: which pages and objects to look at again."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import AbstractPage

from deploy.bake.answers import INDEX, LOOK, ORGANISATION, SITE_NAME
from deploy.bake.facts import PageFacts, read_facts
from deploy.bake.neighbours import LOCAL
from deploy.bake.questions import SEPARATOR, Question, read
from deploy.journal import ADDRESS, CLEARANCE, EDITION_OF, PAGE, STRUCTURE, Changes
from media.models import PortalDocument, PortalImage
from media.multilingual import SOURCE_LANGUAGE
from translations.models import SourceVersion
from translations.operations.release import cleared_texts
from translations.segments.soundness import Choice

_ASKED_EACH_TIME = INDEX | {"asset", ORGANISATION[0], SITE_NAME, LOOK[0]}
_FILES_OF = {PortalImage._meta.label_lower: "picture", PortalDocument._meta.label_lower: "document"}


@dataclass
class Suspects:
    """What may say something else than it did: pages, objects by kind, and whole kinds."""

    everything: bool = False
    pages: set[int] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    objects: dict[str, set[int]] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)

    @property
    def has_objects(self) -> bool:
        """Whether anything but pages is among them."""
        return bool(self.objects or self.kinds)

    def include(self, question: Question) -> bool:
        """Whether the answer to a question about an object has to be found again."""
        if question[0] == "page":
            return question[1] in self.pages
        if question[0] == "object":
            return question[1] in self.kinds or question[2] in self.objects.get(str(question[1]), ())
        for label, name in _FILES_OF.items():
            if question[0] == name:
                return label in self.kinds or question[1] in self.objects.get(label, ())
        return False


def suspects(changes: Changes) -> Suspects:
    """Return what *changes* make worth a second look."""
    found = Suspects()
    for kind, subjects in changes.objects.items():
        if kind == PAGE:
            found.pages |= subjects
        elif kind == STRUCTURE:
            found.everything = True
        elif kind == CLEARANCE:
            _add_cleared(found, subjects)
        elif kind.startswith(EDITION_OF):
            _add_objects_of(found, int(kind.removeprefix(EDITION_OF)), subjects)
        elif kind != ADDRESS:
            found.objects.setdefault(kind, set()).update(subjects)
    return found


def _add_cleared(found: Suspects, versions: set[int]) -> None:
    """A clearance is of a text: it counts for every object of the kind with the same words."""
    known = {version.pk: version for version in SourceVersion.objects.filter(pk__in=versions).defer("data")}
    if len(known) < len(versions):
        found.everything = True
    for version in known.values():
        model = version.content_type.model_class()
        if model is not None and issubclass(model, AbstractPage):
            found.texts.add(version.hash)
            found.pages.add(version.object_id)
        elif model is not None:
            found.kinds.add(model._meta.label_lower)


def _add_objects_of(found: Suspects, content_type: int, subjects: set[int]) -> None:
    kind = ContentType.objects.filter(pk=content_type).first()
    model = kind.model_class() if kind is not None else None
    if model is not None and issubclass(model, AbstractPage):
        found.pages |= subjects
    elif model is not None:
        found.objects.setdefault(model._meta.label_lower, set()).update(subjects)


def is_open(text: str, found: Suspects, near: set[int] | None) -> bool:
    """Whether the answer to a written question may be another one than it was."""
    # Asked of every question that there is: most are settled by their first two words.
    name, subject = text.split(SEPARATOR, 2)[:2] if SEPARATOR in text else (text, "")
    if name in LOCAL:
        return near is None or int(subject) in near
    if name == "page":
        return int(subject) in found.pages
    return name in _ASKED_EACH_TIME or (found.has_objects and found.include(read(text)))


ShownBefore = Callable[[int], Collection[Choice]]
"""Returns the objects that the files of a page show."""


def refreshed(
    before: Mapping[int, PageFacts], found: Suspects, shown_before: ShownBefore
) -> dict[int, PageFacts]:
    """Return the facts of every page as they are now.

    A page whose Vietnamese was spoilt keeps what was last known to be good of it, for as
    long as that is cleared. What names an object that was shown and is gone was not spoilt.
    """
    if found.everything or not before:
        return {one.pk: _last_good(one, before.get(one.pk), shown_before) for one in read_facts()}
    again = found.pages | {pk for pk, one in before.items() if one.source in found.texts}
    facts = {pk: one for pk, one in before.items() if pk not in again}
    for one in read_facts(again):
        facts[one.pk] = _last_good(one, before.get(one.pk), shown_before)
    return facts


def _last_good(one: PageFacts, before: PageFacts | None, shown_before: ShownBefore) -> PageFacts:
    if not one.corrupt or before is None or SOURCE_LANGUAGE not in before.updated:
        return one
    if one.missing and set(one.missing) <= set(shown_before(one.pk)):
        return one
    if not cleared_texts(apps.get_model(one.kind), [before.source]):
        return one
    return replace(
        one,
        source=before.source,
        updated={SOURCE_LANGUAGE: before.updated[SOURCE_LANGUAGE], **one.updated},
        words={**one.words, SOURCE_LANGUAGE: before.words[SOURCE_LANGUAGE]},
    )
