"""The desk's figures, and the terms that repeated corrections ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from media.multilingual import TARGET_LANGUAGES
from translations.exceptions import TranslationError
from translations.measures.effort import Effort
from translations.models.edition import LANGUAGE_NAMES
from translations.operations.figures import Late, Origins, behind, origins, spending
from translations.operations.measures import EffortTables, Period, measure_effort
from translations.operations.suggested_terms import add_suggested_term, may_add_terms, suggest_terms
from translations.segments.placeholders import plain
from translations.views.access import DeskPage
from translations.views.subjects import Key, load_subjects

MEASURES_TITLE = gettext_lazy("Translation measures")

SECONDS = 3.0
"""For measuring on a page; what is not measured by then is left for the next time it is opened."""

_MOST_ROWS = 30


class PeriodForm(forms.Form):
    """The days whose figures are shown; both ends may be open."""

    since = forms.DateField(
        label=gettext_lazy("First day"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    until = forms.DateField(
        label=gettext_lazy("Last day"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        days: dict[str, Any] = super().clean() or {}
        since, until = days.get("since"), days.get("until")
        if since and until and until < since:
            raise forms.ValidationError(_("The period ends before it begins. Choose a later end."))
        return days

    @property
    def period(self) -> Period:
        """The chosen days; all where the choice cannot be read."""
        if not self.is_valid():
            return Period()
        return Period(self.cleaned_data["since"], self.cleaned_data["until"])


@dataclass(frozen=True)
class EffortRow:
    """A line of a table of effort."""

    language: str
    name: str
    effort: Effort

    @property
    def language_name(self) -> str:
        """What people call the language."""
        return str(LANGUAGE_NAMES[self.language])

    @property
    def sentence(self) -> str:
        """The figures in plain words."""
        return _(
            "%(language)s: of 100 words, reviewers changed %(changed).0f. "
            "They approved %(unchanged).0f %% of the machine's segments as they were."
        ) % {
            "language": self.language_name,
            "changed": self.effort.ter,
            "unchanged": self.effort.unchanged_share,
        }


@dataclass(frozen=True)
class EffortTable:
    """A table of effort: *kind* names its second column, which the languages' own table lacks."""

    caption: str
    kind: str
    rows: list[EffortRow]
    left_out: int = 0


def effort_rows(efforts: Mapping[tuple[str, str], Effort]) -> list[EffortRow]:
    """Return the lines of a table, by language and the most edited first."""
    ranked = sorted(
        efforts.items(),
        key=lambda pair: (TARGET_LANGUAGES.index(pair[0][0]), -pair[1].edits, pair[0][1]),
    )
    return [EffortRow(language, name, one) for (language, name), one in ranked]


def effort_tables(measured: EffortTables) -> list[EffortTable]:
    """Return the tables by section, engine and term; of many lines, those with the most edits."""
    tables = []
    for caption, kind, efforts in (
        (_("By section"), _("Section"), measured.by_section),
        (_("By engine"), _("Engine"), measured.by_engine),
        (_("By term of the glossary in the Vietnamese"), _("Term"), measured.by_term),
    ):
        keys = sorted(efforts, key=lambda key: (-efforts[key].edits, key))
        shown = effort_rows({key: efforts[key] for key in keys[:_MOST_ROWS]})
        tables.append(EffortTable(caption, kind, shown, len(keys) - len(shown)))
    return tables


class MeasuresView(DeskPage):
    """The figures of a period."""

    template_name = "translations/measures/measures.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show them."""
        return self.page(HTTPStatus.OK if self.form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY)

    @cached_property
    def form(self) -> PeriodForm:
        """The period in the address."""
        return PeriodForm(self.request.GET)

    def get_page_title(self) -> str:
        """Return what the page is."""
        return str(MEASURES_TITLE)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the template shows."""
        period = self.form.period
        measured = measure_effort(period=period, seconds=SECONDS)
        outdated, oldest = behind()
        subjects = load_subjects(map(_key, oldest))
        context: dict[str, Any] = super().get_context_data(
            form=self.form,
            measured=measured,
            languages=effort_rows(measured.by_language),
            tables=effort_tables(measured),
            origins=[(LANGUAGE_NAMES[one.language], one) for one in _with_segments(origins(period=period))],
            spent=spending(period=period),
            behind=[(LANGUAGE_NAMES[one.language], one) for one in outdated],
            oldest=[
                (late, subjects.get((late.edition.content_type_id, late.edition.object_id)))
                for late in oldest
            ],
            **kwargs,
        )
        return context


def _key(late: Late) -> Key:
    return late.edition.content_type_id, late.edition.object_id


def _with_segments(rows: Iterable[Origins]) -> list[Origins]:
    return [row for row in rows if row.approved]


class SuggestedTermsView(DeskPage):
    """The terms that repeated corrections ask for, in one language."""

    template_name = "translations/measures/terms.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show them."""
        return self.page()

    @cached_property
    def language(self) -> str:
        """The language in the address."""
        asked = self.request.GET.get("language") or self.request.POST.get("language") or ""
        return asked if asked in TARGET_LANGUAGES else TARGET_LANGUAGES[0]

    def get_page_title(self) -> str:
        """Return what the page is."""
        return _("Suggested terms")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        measures = {"url": reverse("translations:measures"), "label": MEASURES_TITLE}
        return [*self.breadcrumbs_items, measures, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the template shows."""
        context: dict[str, Any] = super().get_context_data(
            language=self.language,
            languages=[(code, LANGUAGE_NAMES[code]) for code in TARGET_LANGUAGES],
            suggestions=[
                (one, [tuple(map(plain, (of.source, of.machine, of.approved))) for of in examples])
                for one, examples in suggest_terms(language=self.language, period=Period())
            ],
            can_add=may_add_terms(self.request.user),
            **kwargs,
        )
        return context


class AddTermView(SuggestedTermsView):
    """Taking one of them into the glossary."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Go where they are offered: a login in between leads here."""
        return redirect(self.terms_url)

    @property
    def terms_url(self) -> str:
        """Address of the suggestions."""
        return f"{reverse('translations:suggested_terms')}?language={self.language}"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Add the term, or say why not."""
        try:
            term = add_suggested_term(
                vi=request.POST.get("vi", ""),
                language=self.language,
                words=request.POST.get("words", ""),
                note=_("The engine said “%(before)s”.") % {"before": request.POST.get("before", "")},
                person=request.user,
            )
        except PermissionDenied as refusal:
            return self._refused(HTTPStatus.FORBIDDEN, str(refusal))
        except TranslationError as refusal:
            return self._refused(HTTPStatus.UNPROCESSABLE_ENTITY, str(refusal))
        said = _("“%(term)s” is in the glossary. It counts once somebody approves it there.")
        messages.success(request, said % {"term": term.vi})
        return redirect(self.terms_url)

    def _refused(self, status: HTTPStatus, sentence: str) -> HttpResponse:
        messages.error(self.request, sentence)
        return self.page(status)
