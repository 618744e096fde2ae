"""The end of a build: what is derived from the ledger, the graph as one file, and no text without its document."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from pyoxigraph import DefaultGraph, Store

from graph_builder import assets
from graph_builder.graph import iris
from graph_builder.graph.cards import cards, rows
from graph_builder.graph.entities import card_triples, registry_triples
from graph_builder.graph.files import written_whole
from graph_builder.graph.ledger import Entry
from graph_builder.graph.provenance import provenance_triples
from graph_builder.graph.saving import BLOCKS, TEXTS
from graph_builder.graph.store import ledger, replace_graphs
from graph_builder.graph.trig import write
from graph_builder.graph.vocabulary import ontology_triples, scheme_triples

GRAPH_FILE = "graph.trig"


def finish(store: Store, folder: Path, fresh: Collection[str] = ()) -> dict[str, Entry]:
    """Derive what follows from the ledger and write ``graph.trig``; gives the ledger.

    Registry, entities, provenance, schemes and ontology are replaced in one update; what no document uses any more is
    gone. The store is flushed before the file is written. ``fresh`` are ids of documents saved in this run: their
    blocks of TriG lie ready.
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
        ready = {iris.document_graph(document).value: folder / BLOCKS / document for document in fresh}
        write(store, out, ready)
    shutil.rmtree(folder / BLOCKS, ignore_errors=True)
    for text in (folder / TEXTS).glob("*.txt"):
        if text.stem not in entries:
            text.unlink()
    return entries
