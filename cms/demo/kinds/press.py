"""The press room, contacts, agencies, partners and films of the demonstration."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models

from cms.demo.articles import RawBlock
from cms.demo.makers import Makers
from content.models import (
    Agency,
    AgencyDesk,
    AgencyPage,
    ArticlePage,
    ContactDesk,
    ContactPage,
    ContactPageDesk,
    CountryPage,
    DirectoryPage,
    PortalPage,
    PressKitFile,
    PressRoomPage,
    PressRoomSpokesperson,
    Spokesperson,
    StatementPage,
    VideoPage,
)

_NAMESPACE = uuid.UUID("a3d1f0c2-3f0e-5c5e-9d6e-5b1c7d0c2e11")
_OFFICIAL = "Thông tin chính thức - Đính chính"
_INVEST, _CULTURE = "Đầu tư", "Văn hóa - Di sản"
_NARRATED = 6
"""Blocks of the article that the film's script repeats."""


def make(makers: Makers) -> Iterator[models.Model]:
    """Make what is missing, and yield everything with words."""
    words = makers.words("press")
    desks = [_desk(makers, sample) for sample in words["desks"]]
    speaker = _spokesperson(makers, words["spokesperson"])
    yield from (*desks, speaker)
    yield _press_room(makers, words["press_room"], desks[1], speaker)
    log = _directory(makers, words["statements"], _OFFICIAL, "statements", ("dinh-chinh", "corrections"))
    yield log
    yield from (_statement(makers, sample, log, desks[1]) for sample in words["statement"])
    yield _contact(makers, words["contact"], desks)
    yield from _agencies(makers, words, desks[0])
    yield from _partners(makers, words)
    yield from _films(makers, words)


def _agency(code: str) -> Agency:
    found: Agency = Agency.objects.get(code=code)
    return found


def _desk(makers: Makers, sample: Mapping[str, Any]) -> ContactDesk:
    spoken = {f"speaks_{code}": True for code in sample["speaks"]}
    desk = ContactDesk(
        name_vi=sample["name"],
        scope_vi=sample["scope"],
        agency=_agency(sample["agency"]),
        email=sample["email"],
        reply_days=sample["reply_days"],
        **spoken,
    )
    return makers.snippet(desk, name_vi=sample["name"])


def _spokesperson(makers: Makers, sample: Mapping[str, Any]) -> Spokesperson:
    person = Spokesperson(
        full_name=sample["full_name"],
        role_vi=sample["role"],
        agency=_agency(sample["agency"]),
        email=sample["email"],
    )
    return makers.snippet(person, full_name=sample["full_name"])


def _directory(
    makers: Makers, sample: Mapping[str, Any], section: str, lists: str, slugs: tuple[str, str]
) -> DirectoryPage:
    page = DirectoryPage(
        title_vi=sample["title"], summary_vi=sample["summary"], slug=slugs[0], slug_intl=slugs[1], lists=lists
    )
    return makers.page(page, makers.sections[section], agency="vpubnd")


def _press_room(
    makers: Makers, sample: Mapping[str, Any], desk: ContactDesk, speaker: Spokesperson
) -> PressRoomPage:
    page = PressRoomPage(
        title_vi=sample["title"],
        summary_vi=sample["summary"],
        slug="phong-bao-chi",
        slug_intl="press-room",
        desk=desk,
        body_vi=_text("press", sample),
    )
    page.spokespersons.set([PressRoomSpokesperson(person=speaker)])
    page.kit.set([PressKitFile(image=makers.pages.picture(motif, False)) for motif in ("heritage", "visit")])
    return makers.page(page, makers.sections[_OFFICIAL], agency="vpubnd")


def _statement(
    makers: Makers, sample: Mapping[str, Any], log: DirectoryPage, desk: ContactDesk
) -> StatementPage:
    page = StatementPage(
        title_vi=sample["title"],
        summary_vi=sample["summary"],
        slug=sample["slug"],
        slug_intl=sample["slug_intl"],
        kind=sample["kind"],
        issued_on=sample["issued_on"],
        said_vi=sample["said"],
        said_where_vi=sample["said_where"],
        correct_vi=sample["correct"],
        is_own_error=sample.get("own_error", False),
        corrects=PortalPage.objects.filter(slug=sample.get("corrects", "-")).first(),
        desk=desk,
        evidence_vi=[_source(sample["slug"], url) for url in sample["evidence"]],
    )
    return makers.page(page, log, agency="vpubnd")


def _contact(makers: Makers, sample: Mapping[str, Any], desks: list[ContactDesk]) -> ContactPage:
    page = ContactPage(
        title_vi=sample["title"], summary_vi=sample["summary"], slug="lien-he", slug_intl="contact"
    )
    page.desks.set([ContactPageDesk(desk=desk) for desk in desks])
    return makers.page(page, makers.sections[_INVEST], agency="skhdt")


def _agencies(makers: Makers, words: Mapping[str, Any], desk: ContactDesk) -> Iterator[PortalPage]:
    above = _directory(makers, words["agencies"], _OFFICIAL, "agencies", ("co-quan", "agencies"))
    yield above
    sample = words["agency"]
    page = AgencyPage(
        title_vi=sample["title"],
        summary_vi=sample["summary"],
        slug=sample["slug"],
        slug_intl=sample["slug_intl"],
        body_vi=_text("agency", sample),
    )
    page.desks.set([AgencyDesk(desk=desk)])
    yield makers.page(page, makers.sections[_OFFICIAL], agency=sample["code"])


def _partners(makers: Makers, words: Mapping[str, Any]) -> Iterator[PortalPage]:
    above = _directory(makers, words["partners"], _INVEST, "countries", ("doi-tac", "partners"))
    yield above
    sample = words["country"]
    page = CountryPage(
        title_vi=sample["title"],
        summary_vi=sample["summary"],
        slug=sample["slug"],
        slug_intl=sample["slug_intl"],
        country=sample["country"],
        body_vi=[
            _block("country/heading", "heading", {"text": sample["heading"], "level": "h2"}),
            _block("country/lead", "paragraph", f"<p>{sample['lead']}</p>"),
            *_list_after(sample["lead"]),
            _block("country/text", "paragraph", f"<p>{sample['text']}</p>"),
        ],
        sources_vi=[_source(sample["slug"], sample["source"])],
    )
    yield makers.page(page, above, agency="skhdt", cover="people")


def _list_after(lead: str) -> list[RawBlock]:
    """Return the list that follows the sentence *lead* in the article about people."""
    body = ArticlePage.objects.get(slug="giao-duc-nguon-nhan-luc").body_vi.get_prep_value()
    place = next(number for number, block in enumerate(body) if lead in str(block["value"]))
    return [_block("country/list", "list", body[place + 1]["value"])]


def _films(makers: Makers, words: Mapping[str, Any]) -> Iterator[PortalPage]:
    above = _directory(makers, words["films"], _CULTURE, "films", ("phim", "films"))
    yield above
    sample = words["film"]
    article = ArticlePage.objects.get(slug=sample["article"])
    narrated = [block for block in article.body_vi.get_prep_value() if block["type"] == "paragraph"]
    page = VideoPage(
        title_vi=sample["title"],
        summary_vi=sample["summary"],
        slug=sample["slug"],
        slug_intl=sample["slug_intl"],
        spoken="vi",
        transcript_vi=[
            _block(f"film/{number}", "paragraph", block["value"])
            for number, block in enumerate(narrated[:_NARRATED])
        ],
    )
    yield makers.page(page, above, agency="svhttdl", cover="heritage")


def _text(name: str, sample: Mapping[str, Any]) -> list[RawBlock]:
    return [
        _block(f"{name}/heading", "heading", {"text": sample["heading"], "level": "h2"}),
        _block(f"{name}/text", "paragraph", f"<p>{sample['text']}</p>"),
    ]


def _source(name: str, url: str) -> RawBlock:
    return _block(f"{name}/{url}", "source", {"label": "", "url": url})


def _block(name: str, kind: str, value: Any) -> RawBlock:
    return {"type": kind, "value": value, "id": str(uuid.uuid5(_NAMESPACE, name))}
