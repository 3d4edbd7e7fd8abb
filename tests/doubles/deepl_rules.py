"""What DeepL refuses in a request for a translation, and what this project must never send."""

from typing import Any

from tests.doubles.loopback import Rejected

MAX_BYTES = 128 * 1024
MAX_TEXTS = 50
MAX_INSTRUCTIONS = 10
MAX_INSTRUCTION_CHARACTERS = 300
TARGETS = {"EN-GB": "English (British)", "EN-US": "English (American)", "JA": "Japanese", "KO": "Korean"}


def check(body: dict[str, Any], size: int) -> None:
    texts = body.get("text")
    if size > MAX_BYTES:
        raise Rejected(413, "Request Entity Too Large")
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        raise Rejected(400, "Bad request. Reason: 'text' must be a non-empty array of strings.")
    if len(texts) > MAX_TEXTS:
        raise Rejected(400, "Too many texts in the request.")
    if body.get("source_lang") != "VI":
        raise Rejected(400, "Value for 'source_lang' not supported.")
    if body.get("target_lang") not in TARGETS:
        raise Rejected(400, "Value for 'target_lang' not supported.")
    _check_options(body)
    _check_instructions(body)


def _check_options(body: dict[str, Any]) -> None:
    if body.get("formality") in {"more", "less"} and body["target_lang"] != "JA":
        raise Rejected(400, "'formality' is not supported for given 'target_lang'.")
    if body.get("tag_handling") not in {None, "html", "xml"}:
        raise Rejected(400, "Value for 'tag_handling' not supported.")
    if body.get("tag_handling") and body.get("tag_handling_version") not in {"v1", "v2"}:
        raise Rejected(400, "This double wants 'tag_handling_version' with 'tag_handling'.")


def _check_instructions(body: dict[str, Any]) -> None:
    instructions = body.get("custom_instructions")
    if instructions is None:
        return
    if not isinstance(instructions, list) or not all(isinstance(one, str) and one for one in instructions):
        raise Rejected(400, "'custom_instructions' must be an array of strings.")
    if len(instructions) > MAX_INSTRUCTIONS:
        raise Rejected(400, "Too many custom instructions.")
    if any(len(one) > MAX_INSTRUCTION_CHARACTERS for one in instructions):
        raise Rejected(400, "A custom instruction is too long.")
    if body.get("model_type") == "latency_optimized":
        raise Rejected(400, "'custom_instructions' cannot be combined with this 'model_type'.")
