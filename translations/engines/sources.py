"""What is done to a source text before any engine sees it."""

import unicodedata

from translations.engines import batching, characters, markup
from translations.engines.protocol import Refused
from translations.segments.placeholders import plain, problems


def normalised(text: str) -> str:
    """Return *text* in NFC with a plain newline for every line break."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def has_words(text: str) -> bool:
    """Tell whether a segment's text holds anything to translate besides its placeholders."""
    return characters.has_words(plain(text))


def refusal(text: str) -> Refused | None:
    """Say why the normalised *text* cannot be sent to an engine, None when it can."""
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
    size = batching.encoded_bytes(markup.to_html(text))
    if size > batching.MAX_TEXT_BYTES:
        return Refused(
            f"The text takes {size:,} bytes in a request and at most {batching.MAX_TEXT_BYTES:,} fit; "
            "split the paragraph in the page and publish again.",
            "too_long",
        )
    return None
