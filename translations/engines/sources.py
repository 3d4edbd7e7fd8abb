"""What is done to a source text before any engine sees it."""

import unicodedata
from collections.abc import Callable, Iterable

from translations.engines import batching, characters, markup
from translations.engines.protocol import Outcome, Refused, Result
from translations.segments.placeholders import plain, problems


def normalised(text: str) -> str:
    """Return *text* in NFC with a plain newline for every line break."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def has_words(text: str) -> bool:
    """Tell whether a segment's text holds anything to translate besides its placeholders."""
    return characters.has_words(plain(text))


def refusal(text: str, largest: int = batching.MAX_TEXT_BYTES) -> Refused | None:
    """Say why the normalised *text* cannot be sent to an engine, None when it can.

    *largest* is the bytes that a request has room for.
    """
    return unfit(text) or too_long(batching.encoded_bytes(markup.to_html(text)), largest, "bytes")


def unfit(text: str) -> Refused | None:
    """Say why the normalised *text* is none for any engine, whatever its length."""
    unwanted = characters.unwanted(text)
    if unwanted:
        return Refused(
            f"The Vietnamese text holds the invisible character {', '.join(unwanted)}; "
            "delete it in the page and publish again.",
            "control",
        )
    if problems(text, text):
        return Refused(
            "The placeholders of the Vietnamese text are crossed; "
            "correct the bold, italic and link marks in the page and publish again.",
            "crossed",
        )
    return None


def too_long(size: int, largest: int, unit: str) -> Refused | None:
    """Say why a text that takes *size* cannot be sent, None when at least that much fits."""
    if size <= largest:
        return None
    return Refused(
        f"The text takes {size:,} {unit} in a request and at most {largest:,} fit; "
        "split the paragraph in the page and publish again.",
        "too_long",
    )


def settled(
    engine: str, texts: Iterable[str], refuse: Callable[[str], Refused | None]
) -> tuple[dict[int, Outcome], dict[int, str]]:
    """Return the outcomes of those *texts* that need no request, and the rest as HTML; both by index.

    A text without words stays as it is; *refuse* says why a normalised text cannot be sent.
    """
    outcomes: dict[int, Outcome] = {}
    waiting: dict[int, str] = {}
    for position, text in enumerate(map(normalised, texts)):
        refused = refuse(text)
        if refused is not None:
            outcomes[position] = refused
        elif has_words(text):
            waiting[position] = markup.to_html(text)
        else:
            outcomes[position] = Result(text, engine, billed_characters=0)
    return outcomes, waiting
