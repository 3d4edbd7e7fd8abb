"""The rule of two languages of truth, for every model with translated fields.

People write Vietnamese (``title_vi``). The columns of the other languages are *derived*
from approved translation units; saving a model never writes them, so a form, a revision
or an import cannot overwrite what reviewers approved. The bare field (``title``) follows
the active language and is kept out of revisions for the same reason.

It lives in ``media`` because that is the lowest layer and every app needs it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, Self, TypeVar

from django.db import models
from django.utils import translation
from modelcluster.models import ClusterableModel, get_all_child_m2m_relations, get_all_child_relations
from modeltranslation.fields import TranslationFieldDescriptor
from modeltranslation.manager import MultilingualQuerySet
from modeltranslation.translator import NotRegistered, translator

SOURCE_LANGUAGE = "vi"
TARGET_LANGUAGES = ("en", "ja", "ko")
LANGUAGES = (SOURCE_LANGUAGE, *TARGET_LANGUAGES)

_P = ParamSpec("_P")
_R = TypeVar("_R")


def localized(field: str, language: str) -> str:
    """Return the name of the column of *field* in *language*, such as ``title_ja``."""
    return f"{field}_{language}"


def translated_fields(model: type[models.Model]) -> tuple[str, ...]:
    """Return the bare names of the registered fields of *model*, in order of declaration."""
    try:
        registered = set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return ()
    return tuple(field.name for field in model._meta.concrete_fields if field.name in registered)


def derived_columns(model: type[models.Model]) -> frozenset[str]:
    """Return the names of the columns of *model* that only the translation desk writes."""
    return frozenset(
        localized(field, language) for field in translated_fields(model) for language in TARGET_LANGUAGES
    )


def in_source_language(method: Callable[_P, _R]) -> Callable[_P, _R]:
    """Run *method* with Vietnamese active, whatever language the user's interface has."""

    @wraps(method)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        with translation.override(SOURCE_LANGUAGE):
            return method(*args, **kwargs)

    return run


_gate: ContextVar[Callable[[models.Model], None] | None] = ContextVar("gate", default=None)


@contextmanager
def loading_through(gate: Callable[[models.Model], None]) -> Iterator[None]:
    """Hand every translated object that is read from the database to *gate* first.

    The publisher uses it to empty words that are not cleared, so that no template can
    reach them by any path.
    """
    token = _gate.set(gate)
    try:
        yield
    finally:
        _gate.reset(token)


class SourceLanguageMixin(models.Model):
    """Base of every model with translated fields: saves Vietnamese, never a derived column.

    Put it first among the bases.
    """

    class Meta:
        abstract = True

    def save(
        self,
        force_insert: Any = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
        **kwargs: Any,
    ) -> Any:
        """Save the Vietnamese; the derived columns stay as they are, and empty on a new row.

        Copies and aliases therefore begin without editions: approvals are not copied.
        """
        if self._state.adding or force_insert:
            for column in derived_columns(type(self)):
                setattr(self, column, None)
        else:
            update_fields = self._writable_columns(update_fields)
        with translation.override(SOURCE_LANGUAGE):
            return super().save(
                force_insert=force_insert,
                force_update=force_update,
                using=using,
                update_fields=update_fields,
                **kwargs,
            )

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        """Build the object that a row describes, as the gate in force lets it be seen."""
        instance = super().from_db(*args, **kwargs)
        gate = _gate.get()
        if gate is not None:
            gate(instance)
        return instance

    @in_source_language
    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Validate what is stored under the bare names as Vietnamese."""
        super().full_clean(*args, **kwargs)

    def _writable_columns(self, asked: Iterable[str] | None) -> list[str]:
        kept_back = derived_columns(type(self))
        if asked is not None:
            return [name for name in self._with_twins(asked) if name not in kept_back]
        kept_back |= self.get_deferred_fields()
        columns = [
            field.name
            for field in self._meta.concrete_fields
            if not field.primary_key and field.attname not in kept_back
        ]
        return columns + _parts(type(self))

    def _with_twins(self, names: Iterable[str]) -> list[str]:
        """Return *names* with the bare column beside each source column and the other way round."""
        columns = dict.fromkeys(names)
        for bare in translated_fields(type(self)):
            source = localized(bare, SOURCE_LANGUAGE)
            if bare in columns or source in columns:
                columns |= {bare: None, source: None}
        return list(columns)

    def serializable_data(self) -> dict[str, Any]:
        """Return what a revision keeps: no bare field and no derived column.

        Only for models that Wagtail keeps revisions of.
        """
        with translation.override(SOURCE_LANGUAGE):
            data: dict[str, Any] = super().serializable_data()  # type: ignore[misc]  # from RevisionMixin
        left_out = derived_columns(type(self)).union(translated_fields(type(self)))
        return {name: value for name, value in data.items() if name not in left_out}

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Return the row with a revision's Vietnamese and the live derived columns.

        Only for models that Wagtail keeps revisions of.
        """
        left_out = derived_columns(type(self)).union(translated_fields(type(self)))
        kept = {name: value for name, value in content.items() if name not in left_out}
        with translation.override(SOURCE_LANGUAGE):
            restored = super().with_content_json(kept)  # type: ignore[misc]  # from RevisionMixin
        for column in derived_columns(type(self)):
            setattr(restored, column, getattr(self, column))
        # Built from JSON, yet it stands for a row that exists: saving it must be an update.
        restored._state.adding = self._state.adding
        restored._state.db = self._state.db
        return restored


def _parts(model: type[models.Model]) -> list[str]:
    """Return what a page saves along with itself, such as its topics and comments."""
    if not issubclass(model, ClusterableModel):
        return []
    children = [relation.get_accessor_name() for relation in get_all_child_relations(model)]
    return children + [field.name for field in get_all_child_m2m_relations(model)]


class SourceQuerySet(models.QuerySet[Any]):
    """Queries mean the bare column, which always holds Vietnamese.

    modeltranslation would rewrite ``order_by("title")`` to the column of the interface
    language, and a Korean interface would list pages in an order nobody can follow.
    """

    _rewrite: bool

    def _post_init(self) -> None:
        # Called by MultilingualQuerySet, which modeltranslation mixes in behind this class.
        MultilingualQuerySet._post_init(self)  # type: ignore[arg-type]  # mixed in at run time
        self._rewrite = False


class SourceFieldDescriptor(TranslationFieldDescriptor):
    """A bare field that follows the active language when it is read, and writes Vietnamese always.

    Wagtail names a copy by its bare title, under the interface language of whoever copies.
    """

    def __set__(self, instance: Any, value: Any) -> None:
        """Write the Vietnamese."""
        with translation.override(SOURCE_LANGUAGE):
            super().__set__(instance, value)  # type: ignore[no-untyped-call]  # untyped there


def protect_bare_fields() -> None:
    """Make the bare fields of every model with the rule write Vietnamese, once all are registered."""
    for model in translator.get_registered_models():
        for name in translated_fields(model) if issubclass(model, SourceLanguageMixin) else ():
            registered = model.__dict__.get(name)
            if type(registered) is TranslationFieldDescriptor:
                protected = SourceFieldDescriptor(registered.field)
                protected.__dict__.update(registered.__dict__)
                setattr(model, name, protected)
