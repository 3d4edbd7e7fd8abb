"""Answers to the questions that renderings ask, each found once for a bake."""

from typing import Any

from content.cards.card import CardContents
from content.models import OrganisationSettings, PortalPage
from content.names import name_of
from content.surroundings import Picture
from deploy.bake import objects
from deploy.bake.files import Files
from deploy.bake.guard import QueryGuard
from deploy.bake.questions import Question, fingerprint
from deploy.bake.shelf import Shelf
from deploy.bake.shown import load
from deploy.bake.site_index import SiteIndex

INDEX = frozenset(
    {
        "url",
        "editions",
        "updated",
        "ancestors",
        "menu",
        "children",
        "latest",
        "newest_below",
        "sitemaps",
        "sitemap",
        "card",
        "records",
        "facets",
        "passed",
        "edition_days",
    }
)
"""Questions that the site index answers, by the name of its method."""

FILES = frozenset({"picture", "document", "asset", "social_card"})
OBJECTS = frozenset({"page", "object"})
ORGANISATION: Question = ("organisation",)
SITE_NAME = "site_name"
LOOK: Question = ("look",)
"""The colours of the organisation, and whether it has a logo."""


class UnknownQuestion(LookupError):
    """Nobody answers a question of this name."""


class Answers:
    """What the site answers at this moment."""

    def __init__(
        self, index: SiteIndex, files: Files, organisation: OrganisationSettings, guard: QueryGuard
    ) -> None:
        self.index = index
        self.files = files
        self.organisation = organisation
        self.guard = guard
        self.fragments: dict[tuple[object, ...], tuple[str, tuple[Question, ...]]] = {}
        """Parts that many files share, with what they asked."""
        self.shelf = Shelf(self)
        self._known: dict[Question, Any] = {}
        self._prints: dict[Question, bytes] = {}

    def ask(self, question: Question) -> Any:
        """Return the answer.

        Raises:
            UnknownQuestion: there is no question of this name.
        """
        if question in self._known:
            return self._known[question]
        with self.guard.allowing():
            answer = self._find(question)
        # The words of many pages at once would not fit into memory.
        if question[0] not in OBJECTS:
            self._known[question] = answer
        return answer

    def _find(self, question: Question) -> Any:
        name, *arguments = question
        if name in INDEX:
            answer = getattr(self.index, str(name))(*arguments)
            if name in ("children", "latest", "sitemap"):
                self.files.prepare([one.lead_image for one in answer if one.lead_image])
            return answer
        if name == "social_card":
            return self._social_card(int(arguments[0]), str(arguments[1]))
        if name in FILES:
            return getattr(self.files, str(name))(*arguments)
        if name in OBJECTS:
            return self._seen_again(question)
        return self._of_organisation(question)

    def _of_organisation(self, question: Question) -> Any:
        if question[0] == SITE_NAME:
            return name_of(self.organisation, str(question[1]))
        if question == ORGANISATION:
            return objects.organisation_said(self.organisation)
        if question == LOOK:
            return objects.look(self.organisation)
        raise UnknownQuestion(f"Nobody answers {question[0]!r}.")

    def _social_card(self, pk: int, language: str) -> Picture | None:
        found = self.index.card(pk, language)
        if found is None:
            return None
        above = self.index.ancestors(pk, language)
        brand, accent, has_logo = objects.look(self.organisation)
        contents = CardContents(
            language=language,
            title=found.title,  # bare: of a card
            # The front page is above everything and says nothing.
            section=above[-1].label if len(above) > 1 else "",
            organisation=name_of(self.organisation, language),
            brand=brand,
            accent=accent,
            has_logo=has_logo,
        )
        return self.files.social_card(contents, found.lead_image)

    def _seen_again(self, question: Question) -> Any:
        """Read an object once more; None where it is gone."""
        label, key, language = question[1:] if question[0] == "object" else ("", *question[1:])
        if label:
            found = load([(str(label), int(key))]).get((str(label), int(key)))
        else:
            page = PortalPage.objects.filter(pk=key).first()
            found = page.specific if page is not None else None
        return None if found is None else objects.visible(found, str(language))

    def know(self, question: Question, answer: Any) -> None:
        """Take an answer that was found on the way; of a page's words only the fingerprint is kept."""
        self._prints[question] = fingerprint(answer)

    def knows(self, question: Question) -> bool:
        """Whether the answer is known already."""
        return question in self._known or question in self._prints

    def print_of(self, question: Question) -> bytes:
        """Return the fingerprint of the answer."""
        if question not in self._prints:
            self._prints[question] = fingerprint(self.ask(question))
        return self._prints[question]

    def output_of(self, question: Question) -> str | None:
        """Return the key of the file that the answer leads to: a picture's, a document's or an asset's."""
        answer = self.ask(question) if question[0] in FILES else None
        address = getattr(answer, "url", answer)
        return str(address).lstrip("/") if address else None
