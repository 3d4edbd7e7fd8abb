"""TMX files for tests, written by hand as other tools write them."""

from io import BytesIO


def tmx(*units: str, header: str = '<header srclang="vi"/>', prologue: str = "") -> BytesIO:
    """A TMX file of the given units."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', prologue, '<tmx version="1.4">', header, "<body>"]
    return BytesIO("\n".join([*lines, *units, "</body>", "</tmx>", ""]).encode())


def unit(vi: str, attributes: str = "", **targets: str) -> str:
    """A unit on one line; texts are XML."""
    texts = {"vi": vi, **targets}
    variants = "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in texts.items())
    return f"<tu{attributes}>{variants}</tu>"


def table(*rows: str, heading: str = "vi\ten\tja\tko\tnote") -> BytesIO:
    """A glossary of the given rows."""
    return BytesIO("\n".join([heading, *rows, ""]).encode())
