"""Reading files: text, metadata, zones, sentences."""

from graph_builder.documents.manifest import Manifest, read_manifest
from graph_builder.documents.reading import document_of_text, read_document
from graph_builder.documents.records import READ_ZONES, Block, Document, Metadata, Sentence
from graph_builder.documents.sources import OUTPUT_MARKER, Found, Reject, Source, find_sources, one_line

__all__ = [
    "OUTPUT_MARKER",
    "READ_ZONES",
    "Block",
    "Document",
    "Found",
    "Manifest",
    "Metadata",
    "Reject",
    "Sentence",
    "Source",
    "document_of_text",
    "find_sources",
    "one_line",
    "read_document",
    "read_manifest",
]
