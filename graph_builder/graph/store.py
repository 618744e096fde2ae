"""The store on disk: whose folder it is, one update a document, and the door for readers.

A folder of ours holds ``.servanda`` (the marker with the schema version), ``store/``, ``graph.trig``, ``texts/`` and
``rejects.csv``. A document and its ledger entry go in and out in one update, so a build that is killed leaves whole
documents only.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store, Triple

from graph_builder.errors import NotOurFolder, StoreError, WrongVersion
from graph_builder.graph import iris
from graph_builder.graph.files import write_whole
from graph_builder.graph.ledger import Entry, from_text, to_text
from graph_builder.graph.lines import as_text, lines_in, lines_of
from graph_builder.language.records import Entity

SCHEMA_VERSION = "0.1.0"
MARKER = ".servanda"
STORE = "store"
_ENTRY = NamedNode(iris.LEDGER + "entry")


def claim(folder: Path, *, force: bool = False) -> None:
    """Make a folder ours before anything is written into it.

    A folder that is new, empty or already ours is taken. Raises NotOurFolder for any other, WrongVersion for one of
    another schema version, unless ``force``: then the folder is marked, and a store of ours in it that is
    of another version or damaged is discarded. Nothing that is not ours is ever deleted.
    """
    marker = folder / MARKER
    if folder.exists() and not folder.is_dir():
        raise NotOurFolder("is a file, and the graph needs a folder", where=str(folder), remedy="name another with -o")
    if marker.is_file():
        version = _schema_of(marker)
        if not force and version != SCHEMA_VERSION:
            raise _wrong_version(folder, version)
        if force and (version != SCHEMA_VERSION or not _opens(folder / STORE)):
            shutil.rmtree(folder / STORE, ignore_errors=True)
        elif version == SCHEMA_VERSION:
            return
    elif folder.is_dir() and any(folder.iterdir()) and not force:
        raise NotOurFolder(
            "holds files that servanda did not write", where=str(folder), remedy="name another folder or use --force"
        )
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(marker, json.dumps({"schema": SCHEMA_VERSION}).encode() + b"\n")


def open_store(folder: str | Path, *, read_only: bool = True) -> Store:
    """Open the store of a folder that ``build`` wrote.

    Query it with ``use_default_graph_as_union=True`` to see all graphs as one. Raises NotOurFolder where there is no
    graph of ours, WrongVersion for another schema version, StoreError where the store cannot be opened (another build
    holds it, or its files are damaged).
    """
    folder = Path(folder)
    marker, path = folder / MARKER, folder / STORE
    if not marker.is_file():
        raise NotOurFolder(
            "no servanda graph here", where=str(folder), remedy=f"make one: servanda build DOCS -o {folder}"
        )
    version = _schema_of(marker)
    if version != SCHEMA_VERSION:
        raise _wrong_version(folder, version)
    if read_only and not path.is_dir():
        raise StoreError("no document was saved here yet", where=str(folder), remedy="run servanda build again")
    try:
        return Store.read_only(str(path)) if read_only else Store(str(path))
    except (OSError, RuntimeError, ValueError) as error:
        locked = "lock" in str(error).lower()
        rebuild = f"rebuild it with: servanda build DOCS -o {folder} --force"
        remedy = "wait until the other build has ended" if locked else rebuild
        what = "the store is in use" if locked else f"the store cannot be opened: {str(error).splitlines()[0]}"
        raise StoreError(what, where=str(path), remedy=remedy) from None


def save_document(store: Store, entry: Entry, triples: str) -> None:
    """Put a document's graph and its ledger entry into the store in one transaction, in place of any older ones.

    ``triples`` are N-Triples lines, as ``lines.as_text`` writes them.
    """
    graph = iris.document_graph(entry.document)
    noted = f"{graph} {_ENTRY} {Literal(to_text(entry))}"
    if store.contains_named_graph(graph):
        into_ledger = f"GRAPH {iris.LEDGER_GRAPH} {{ {noted} }}"
        store.update(f"{_removal(graph)} ;\nINSERT DATA {{ {into_ledger}\nGRAPH {graph} {{\n{triples}\n}} }}")
    else:
        # A new document needs no update: a load is as much one transaction, and takes two thirds of the time.
        quads = "".join(f"{line[:-1]}{graph} .\n" for line in lines_in(triples))
        store.load(f"{quads}{noted} {iris.LEDGER_GRAPH} .\n", format=RdfFormat.N_QUADS)


def note(store: Store, entry: Entry) -> None:
    """Write a document's ledger entry anew, in one update; its graph stays as it is."""
    graph = iris.document_graph(entry.document)
    old = f"DELETE WHERE {{ GRAPH {iris.LEDGER_GRAPH} {{ {graph} {_ENTRY} ?entry }} }}"
    new = f"INSERT DATA {{ GRAPH {iris.LEDGER_GRAPH} {{ {graph} {_ENTRY} {Literal(to_text(entry))} }} }}"
    store.update(f"{old} ;\n{new}")


def remove_document(store: Store, document: str) -> None:
    """Take exactly one document's graph and its ledger entry out, in one update; ``document`` is its id."""
    store.update(_removal(iris.document_graph(document)))


def ledger(store: Store) -> dict[str, Entry]:
    """Give the entries of all documents in the store by document id, in the order of the ids."""
    quads = store.quads_for_pattern(None, _ENTRY, None, iris.LEDGER_GRAPH)
    known: dict[Entity, Entity] = {}
    found = [from_text(quad.object.value, known) for quad in quads if isinstance(quad.object, Literal)]
    return {entry.document: entry for entry in sorted(found, key=lambda entry: entry.document)}


def replace_graphs(store: Store, wanted: Mapping[NamedNode | DefaultGraph, Iterable[Triple]]) -> None:
    """Make each of the given graphs hold exactly the given triples, all in one update that writes only what changed."""
    gone, come = [], []
    for graph, triples in wanted.items():
        new = set(lines_in(as_text(triples)))
        old = set(lines_of(store, graph))
        gone.append(_block(graph, sorted(old - new)))
        come.append(_block(graph, sorted(new - old)))
    steps = (("DELETE", "".join(gone)), ("INSERT", "".join(come)))
    changes = [f"{verb} DATA {{\n{blocks}}}" for verb, blocks in steps if blocks]
    if changes:
        store.update(" ;\n".join(changes))


def _opens(path: Path) -> bool:
    """Tell whether the store can be read, or is held by somebody who can."""
    try:
        Store.read_only(str(path))
    except (OSError, RuntimeError, ValueError) as error:
        return "lock" in str(error).lower()
    return True


def _removal(graph: NamedNode) -> str:
    return f"DROP SILENT GRAPH {graph} ;\nDELETE WHERE {{ GRAPH {iris.LEDGER_GRAPH} {{ {graph} {_ENTRY} ?entry }} }}"


def _block(graph: NamedNode | DefaultGraph, triples: list[str]) -> str:
    if not triples:
        return ""
    lines = "".join(f"{triple}\n" for triple in triples)
    return lines if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{\n{lines}}}\n"


def _schema_of(marker: Path) -> str:
    """Read the schema version off a marker; "unknown" where the marker cannot be read."""
    try:
        return str(json.loads(marker.read_text(encoding="utf-8"))["schema"])
    except (OSError, ValueError, KeyError, TypeError):
        return "unknown"


def _wrong_version(folder: Path, version: str) -> WrongVersion:
    return WrongVersion(
        f"the graph was made under schema version {version}, this is {SCHEMA_VERSION}",
        where=str(folder),
        remedy=f"rebuild it with: servanda build DOCS -o {folder} --force",
    )
