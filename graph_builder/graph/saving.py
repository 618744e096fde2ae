"""One document made ready and saved: its text, its graph, its ledger entry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from graph_builder.graph import iris
from graph_builder.graph.files import write_whole
from graph_builder.graph.ledger import Entry
from graph_builder.graph.lines import as_text, lines_in
from graph_builder.graph.quads import document_triples
from graph_builder.graph.store import save_document
from graph_builder.graph.trig import block
from graph_builder.statements.records import Reading

TEXTS = "texts"
BLOCKS = ".blocks"  # there during a build only


@dataclass(frozen=True, slots=True)
class Ready:
    """All that is written of one document: its graph twice, as N-Triples for the store and as a block of TriG for the
    file, so that the file need not be read out of the store again.
    """

    entry: Entry
    text: str
    triples: str
    block: str


def make_ready(reading: Reading, entry: Entry) -> Ready:
    """Turn a finished reading into what is written of it. This is the work that processes can share."""
    triples = as_text(document_triples(reading))
    graph = iris.document_graph(entry.document)
    return Ready(entry, reading.document.text, triples, block(graph, lines_in(triples)))


def save(store: Store, folder: Path, ready: Ready) -> None:
    """Save one document: its text first, then graph and ledger entry in one update."""
    save_text(folder, ready.entry.document, ready.text)
    save_document(store, ready.entry, ready.triples)
    blocks = folder / BLOCKS
    blocks.mkdir(exist_ok=True)
    (blocks / ready.entry.document).write_text(ready.block, encoding="utf-8", newline="")


def save_text(folder: Path, document: str, text: str) -> None:
    """Keep a document's text as read, line ends untouched: what offsets count in."""
    texts = folder / TEXTS
    texts.mkdir(exist_ok=True)
    write_whole(texts / f"{document}.txt", text.encode("utf-8"))
