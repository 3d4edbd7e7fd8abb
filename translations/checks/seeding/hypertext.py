"""Links and tags in the HTML that a translator delivers: dropped, changed, invented, broken."""

import re
from random import Random

from translations.checks.pair import Pair
from translations.checks.seeding.places import words
from translations.checks.seeding.sample import Deck, Kind, Sample, kind
from translations.segments.placeholders import Kind as Shape
from translations.segments.placeholders import tokens

_NAMES = ("a", "b", "strong", "em", "i", "u")
_OPENING = re.compile(r"<(a|b|strong|em|i|u)((?: href=\"[^\"]*\")?)>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')


def _html(sample: Sample, random: Random, *, links: bool = False) -> tuple[str, str] | None:
    """Return source and target as paragraphs of HTML; None where there is no inline markup."""
    numbers = {token.number for token in tokens(sample.pair.target) if not isinstance(token, str)}
    if not numbers:
        return None
    names = {number: "a" if links else random.choice(_NAMES) for number in numbers}
    place = random.choice(["tin-tuc", "dau-tu/du-an", "lien-he"])
    return _written(sample.pair.source, names, place), _written(sample.pair.target, names, place)


def _written(text: str, names: dict[int, str], place: str) -> str:
    out = []
    for token in tokens(text):
        if isinstance(token, str):
            out.append(token.replace("&", "&amp;").replace("<", "&lt;"))
        elif token.kind is Shape.ALONE:
            out.append("<br/>")
        else:
            name = names.get(token.number, "b")
            address = f' href="https://tinh.gov.vn/{place}/{token.number}"' if name == "a" else ""
            out.append(f"</{name}>" if token.kind is Shape.CLOSE else f"<{name}{address}>")
    return f"<p>{''.join(out)}</p>"


def _link_lost(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    made = _html(sample, random, links=True)
    if made is None or not _LINK.search(made[1]):
        return None
    link = random.choice(list(_LINK.finditer(made[1])))
    left = random.choice([link[2], f"<b>{link[2]}</b>", f"<a>{link[2]}</a>", ""])
    return Pair(sample.language, made[0], made[1].replace(link[0], left))


def _link_elsewhere(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    made = _html(sample, random, links=True)
    if made is None or not _LINK.search(made[1]):
        return None
    address = random.choice(list(_LINK.finditer(made[1])))[1]
    other = random.choice(
        [
            "#",
            "",
            f"{address}0",
            address.replace("https://", "http://"),
            address.replace(".vn", ".vn/en"),
            address.rpartition("/")[0],
            address.replace("tinh", "tihn"),
        ]
    )
    return Pair(sample.language, made[0], made[1].replace(f'"{address}"', f'"{other}"'))


def _tag_lost(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    made = _html(sample, random)
    if made is None or not _OPENING.search(made[1]):
        return None
    tag = random.choice(list(_OPENING.finditer(made[1])))
    closing = made[1].index(f"</{tag[1]}>", tag.end())
    after = closing + len(tag[1]) + 3
    return Pair(
        sample.language,
        made[0],
        f"{made[1][: tag.start()]}{made[1][tag.end() : closing]}{made[1][after:]}",
    )


def _tag_invented(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    found = words(sample.pair.target, sample.language)
    made = _html(sample, random)
    if not found or made is None:
        return None
    word = random.choice(found)[0]
    name = random.choice(["b", "i", "u", "span", "sup", "strong"])
    return Pair(sample.language, made[0], made[1].replace(word, f"<{name}>{word}</{name}>", 1))


def _broken(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    made = _html(sample, random)
    if made is None:
        return None
    closings = list(re.finditer(r"</(?:a|b|strong|em|i|u)>", made[1]))
    if not closings:
        return None
    one = random.choice(closings)
    spoilt = random.choice(["", one[0][:-1], one[0].replace("/", ""), f"</p>{one[0]}"])
    return Pair(sample.language, made[0], f"{made[1][: one.start()]}{spoilt}{made[1][one.end() :]}")


def _merged(sample: Sample, random: Random, deck: Deck) -> Pair | None:
    one = _written(sample.pair.source, {}, ""), _written(sample.pair.target, {}, "")
    beside = deck.another(random, sample).pair
    other = _written(beside.source, {}, ""), _written(beside.target, {}, "")
    target = random.choice(
        [one[1], other[1], f"{one[1]}{other[1]}".replace("</p><p>", " "), f"{one[1]}{other[1]}{one[1]}"]
    )
    return Pair(sample.language, one[0] + other[0], target)


KINDS: tuple[Kind, ...] = (
    kind("a link dropped", "tags.missing", _link_lost),
    kind("a link that leads elsewhere", "tags.missing tags.added", _link_elsewhere),
    kind("a tag dropped", "tags.missing", _tag_lost),
    kind("a tag invented", "tags.added", _tag_invented),
    kind("HTML cut off or crossed", "tags.broken", _broken),
    kind("a block lost, merged or doubled", "blocks", _merged),
)
