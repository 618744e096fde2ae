"""Bytes to text: the byte order mark decides, then strict UTF-8, then Windows-1252 with a warning."""

from __future__ import annotations

import re

from graph_builder.errors import UnreadableDocument

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_ODD = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_LOOKED_AT = 65_536


def decoded(data: bytes, name: str = "") -> tuple[str, tuple[str, ...]]:
    """The text that ``data`` holds, exactly (line ends untouched, a byte order mark kept as U+FEFF), and warnings.

    Raises UnreadableDocument where the bytes are not text, with ``name`` as the place.

    >>> decoded("Zürich".encode())
    ('Zürich', ())
    >>> decoded("Zürich".encode("cp1252"))
    ('Zürich', ('not UTF-8: read as Windows-1252',))
    """
    if not data:
        raise UnreadableDocument("empty", where=name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as error:
                remedy = "save it as UTF-8"
                raise UnreadableDocument(f"marked as {encoding} but not valid", where=name, remedy=remedy) from error
            return _text(text, name), ()
    if b"\x00" in data:
        raise UnreadableDocument("binary, skipped", where=name)
    try:
        return _text(data.decode("utf-8"), name), ()
    except UnicodeDecodeError:
        # Bytes that Windows-1252 leaves undefined become U+FFFD, one for one, so offsets stay true.
        return _text(data.decode("cp1252", errors="replace"), name), ("not UTF-8: read as Windows-1252",)


def _text(text: str, name: str) -> str:
    if "\x00" in text:
        raise UnreadableDocument("binary, skipped", where=name)
    sample = text[:_LOOKED_AT]
    if not sample.strip(" \t\r\n\ufeff"):
        raise UnreadableDocument("empty", where=name)
    # Broken pages leave a few control characters; a tenth of them is no text.
    if len(_ODD.findall(sample)) * 10 > len(sample):
        raise UnreadableDocument("binary, skipped", where=name)
    return text
