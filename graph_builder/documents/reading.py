"""One source to one document: bytes, text, metadata, zones, sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from graph_builder.documents.decoding import decoded
from graph_builder.documents.metadata import completed, metadata_of_text
from graph_builder.documents.records import READ_ZONES, Block, Document, Metadata, Sentence
from graph_builder.documents.sentences import sentences_of
from graph_builder.documents.sources import Source, bytes_of, format_of
from graph_builder.documents.zones import zones_of
from graph_builder.errors import UnreadableDocument

# No document has so many lines: a table or a log of a machine has.
_MOST_LINES = 200_000
# What a reader gives: the text, what the markup tells of it, and warnings.
Extract = tuple[str, Metadata, tuple[str, ...]]


def read_document(source: Source | Path | str, given: Metadata | None = None) -> Document:
    """The document at ``source``: a source found by ``find_sources``, or a path ("-" is standard input).

    ``given`` is what the user says of it (a row of a manifest); it wins over front matter, markup and text. Spans in
    the result count code points of its text. Raises UnreadableDocument, one line that names the source and the reason.
    """
    source = source if isinstance(source, Source) else Source(str(source))
    data = bytes_of(source)
    form = format_of(source.path, data)
    text, markup, warnings = _reader(form)(data, source.name)
    if not text.strip("\ufeff \t\r\n"):
        raise UnreadableDocument("empty" if not data else "holds no text", where=source.name)
    return _document(data, text, source.name, form, given, markup, warnings)


def document_of_text(text: str, name: str = "text", metadata: Metadata | None = None) -> Document:
    """A document of a text at hand; its bytes are the text in UTF-8.

    >>> document = document_of_text("Peru agreed to share its data. Chile will follow in 2031.")
    >>> [document.quote(s.start, s.end) for s in document.sentences]
    ['Peru agreed to share its data.', 'Chile will follow in 2031.']
    """
    return _document(text.encode("utf-8", "surrogatepass"), text, name, "txt", metadata, Metadata(), ())


def _document(
    data: bytes, text: str, name: str, form: str, given: Metadata | None, markup: Metadata, warnings: tuple[str, ...]
) -> Document:
    if sum(map(text.count, "\n\r")) > _MOST_LINES:
        raise UnreadableDocument(f"more than {_MOST_LINES} lines", where=name, remedy="split it into documents")
    digest = hashlib.sha256(data).hexdigest()
    known = completed(text, given, markup)
    blocks = zones_of(text, known.title)
    return Document(
        id=digest[:12],
        sha256=digest,
        text=text,
        text_digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        name=name,
        format=form,
        metadata=metadata_of_text(text, blocks, known),
        blocks=blocks,
        sentences=tuple(_sentences(text, blocks)),
        warnings=warnings,
    )


def _sentences(text: str, blocks: tuple[Block, ...]) -> list[Sentence]:
    return [
        Sentence(start, end, block.zone, at)
        for at, block in enumerate(blocks)
        if block.zone in READ_ZONES
        for start, end in sentences_of(text, block.start, block.end)
    ]


def _plain(data: bytes, name: str) -> Extract:
    if data.startswith((b"%PDF-", b"PK\x03\x04")):
        raise UnreadableDocument("binary, skipped", where=name)
    text, warnings = decoded(data, name)
    return text, Metadata(), warnings


def _reader(form: str) -> Callable[[bytes, str], Extract]:
    """The reader of a format; those of markup are imported when first needed, since they are slow to start."""
    if form == "html":
        from graph_builder.documents.html_pages import read_html  # noqa: PLC0415

        return read_html
    if form == "pdf":
        from graph_builder.documents.pdf_files import read_pdf  # noqa: PLC0415

        return read_pdf
    if form == "docx":
        from graph_builder.documents.docx_files import read_docx  # noqa: PLC0415

        return read_docx
    return _plain
