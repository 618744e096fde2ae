"""The end of a build: what is derived from the ledger, the graph as one file, and no text without its document."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import DefaultGraph, Store

from graph_builder import assets
from graph_builder.graph import iris
from graph_builder.graph.cards import cards, rows
from graph_builder.graph.entities import card_triples, registry_triples
from graph_builder.graph.files import write_whole, written_whole
from graph_builder.graph.ledger import Entry
from graph_builder.graph.lines import as_text
from graph_builder.graph.provenance import provenance_triples
from graph_builder.graph.quads import document_triples
from graph_builder.graph.store import ledger, replace_graphs, save_document
from graph_builder.graph.trig import write
from graph_builder.graph.vocabulary import ontology_triples, scheme_triples
from graph_builder.statements.records import Reading

GRAPH_FILE = "graph.trig"
TEXTS = "texts"


def save_text(folder: Path, document: str, text: str) -> None:
    """Keep a document's text as read, line ends untouched: what offsets count in."""
    texts = folder / TEXTS
    texts.mkdir(exist_ok=True)
    write_whole(texts / f"{document}.txt", text.encode("utf-8"))


def save_whole(store: Store, folder: Path, entry: Entry, triples: str, text: str) -> None:
    """Save one document: its text first, then graph (N-Triples) and ledger entry in one update."""
    save_text(folder, entry.document, text)
    save_document(store, entry, triples)


def save_reading(store: Store, folder: Path, reading: Reading, entry: Entry) -> None:
    """Save one finished reading."""
    save_whole(store, folder, entry, as_text(document_triples(reading)), reading.document.text)


def finish(store: Store, folder: Path) -> dict[str, Entry]:
    """Derive what follows from the ledger and write ``graph.trig``; gives the ledger.

    Registry, entities, provenance, schemes and ontology are replaced in one update; what no document uses any more is
    gone. The store is flushed before the file is written.
    """
    entries = ledger(store)
    replace_graphs(
        store,
        {
            DefaultGraph(): provenance_triples(entries.values()),
            iris.ONTOLOGY: ontology_triples(assets.ONTOLOGY),
            iris.SCHEMES: scheme_triples(assets.ONTOLOGY),
            iris.REGISTRY: registry_triples(rows(entries.values())),
            iris.ENTITIES: (t for card in cards(entries.values()) for t in card_triples(card)),
        },
    )
    store.flush()
    with written_whole(folder / GRAPH_FILE) as out:
        write(store, out)
    for text in (folder / TEXTS).glob("*.txt"):
        if text.stem not in entries:
            text.unlink()
    return entries
