"""What the documents room gives: a text with its metadata, its blocks and its sentences.

Spans are ``(start, end)`` in code points of ``Document.text``, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field

# Zones that carry the author's own words. Every other zone is furniture: masked, never deleted.
READ_ZONES = frozenset({"title", "heading", "body", "list-item"})


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document beside its text; ``None`` is unknown, never guessed.

    ``issued`` is an ISO 8601 day. ``kind`` is the local name of a text-type concept ("joint-statement",
    "press-release", "news-report", "readout", "fact-sheet", "communique", "declaration", "treaty", ...).
    ``language`` is a BCP 47 tag. ``found_in`` tells, field by field, where the value was found:
    "manifest", "front matter", "markup" or "text".
    """

    title: str | None = None
    issued: str | None = None
    publisher: str | None = None
    kind: str | None = None
    url: str | None = None
    language: str | None = None
    digest: bool = False
    found_in: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one role: a paragraph, heading, list item or piece of furniture.

    ``zone`` is one of title, heading, body, list-item, dateline, caption, reference, front-matter,
    boilerplate. ``level`` is the depth of a list item or heading (1 = outermost), ``marker`` its number
    or bullet as written ("1.", "-"); ``start`` stands after the marker.
    """

    start: int
    end: int
    zone: str
    level: int = 0
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block in a read zone; ``block`` is the index of its block."""

    start: int
    end: int
    zone: str
    block: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text as read. ``id`` is the first 12 hex digits of ``sha256``, the digest of the file's bytes;
    ``text_digest`` is the SHA-256 of the text in UTF-8. ``name`` is the path as the user gave it, for messages only.
    """

    id: str
    sha256: str
    text: str
    text_digest: str
    name: str
    format: str
    metadata: Metadata = field(default_factory=Metadata)
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    warnings: tuple[str, ...] = ()

    def quote(self, start: int, end: int) -> str:
        """The exact words of a span (code points, end exclusive)."""
        return self.text[start:end]
