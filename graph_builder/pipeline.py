"""From files to the graph: read, name, understand, write, in this order. Nothing else knows it."""

from __future__ import annotations

import itertools
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from pyoxigraph import Store

from graph_builder import __version__
from graph_builder.documents import Document, Reject, find_sources, read_manifest
from graph_builder.errors import InputError, MissingExtra, NothingToRead, ServandaError
from graph_builder.fingerprint import parser_fingerprint, rules_digest
from graph_builder.graph import iris
from graph_builder.graph.files import write_whole
from graph_builder.graph.finish import finish
from graph_builder.graph.ledger import Entry, entry_of
from graph_builder.graph.provenance import moment_given
from graph_builder.graph.saving import Ready, make_ready, save
from graph_builder.graph.store import claim, ledger, note, open_store, remove_document
from graph_builder.graph.totals import totals
from graph_builder.intake import Intake, Task, tasks
from graph_builder.language.gazetteer import Gazetteer, load_gazetteer
from graph_builder.language.lexicon import Lexicon, load_lexicon
from graph_builder.language.names import name_document
from graph_builder.language.parse import Parser, load_parser, parse
from graph_builder.language.slugs import slug
from graph_builder.report import BuildReport, rejects_table
from graph_builder.statements.reading import read_statements
from graph_builder.statements.records import Engines, Reading
from graph_builder.workers import ordered

REJECTS = "rejects.csv"
_WAITING = 4  # documents that may wait to be written, so that a slow disk does not fill the memory
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Tools:
    """What understanding a text needs, loaded once: names, words, and the parser if there is one."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    parser: Parser | None
    engines: Engines


@dataclass(frozen=True, slots=True)
class Way:
    """How documents are read, in words that fit through a pipe: the parser wanted ("auto", "none" or a model), the
    folder of the user's own names, the digest of all rules, and the moment to be noted, if any.
    """

    parser: str
    gazetteer: Path | None
    rules: str
    moment: str | None
    debug: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that our own rules could not be applied to, and why."""

    document: str
    name: str
    reason: str


@lru_cache(maxsize=2)
def load_tools(parser: str = "auto", gazetteer: Path | None = None) -> Tools:
    """Load word lists and parser: "auto" takes the first English model that is installed, else none; "none" goes
    without; any other value names a model. ``gazetteer`` is a folder with the user's own tables of names.

    Raises MissingExtra for a model that is not installed, MalformedTable for a table that cannot be used.
    """
    loaded = None if parser == "none" else load_parser(None if parser == "auto" else parser)
    engines = Engines()
    if loaded is not None:
        engines = Engines(("surface", "dependency"), loaded.name, loaded.version, loaded.digest)
    return Tools(load_gazetteer(extra=gazetteer), load_lexicon(), loaded, engines)


def read_text(document: Document, tools: Tools) -> Reading:
    """Understand one document: trees, names, statements. Gives the finished record that crosses into the graph."""
    parses = parse(document, tools.parser)
    names = name_document(document, tools.gazetteer, [span for sentence in parses for span in sentence.persons])
    publisher = _publisher(document.metadata.publisher, tools.gazetteer)
    reading = read_statements(document, names, parses, tools.lexicon, publisher=publisher, engines=tools.engines)
    return _with_rows(reading, publisher, tools.gazetteer)


def _publisher(name: str | None, gazetteer: Gazetteer) -> str | None:
    """Give the id of a publisher from its name: a body of the gazetteer where one alone bears it, else its own."""
    if not name:
        return None
    listed = [found for found in gazetteer.by_name(name) if found.startswith(("agency/", "org/", "forum/"))]
    return listed[0] if len(listed) == 1 else f"org/{slug(name)}"


def _with_rows(reading: Reading, publisher: str | None, gazetteer: Gazetteer) -> Reading:
    """Add the publisher's authority row, and those it points to, where the text itself does not name them."""
    entities = {entity.id: entity for entity in reading.names.entities}
    wanted = [publisher]
    while wanted:
        key = wanted.pop()
        row = gazetteer.entities.get(key) if key and key not in entities else None
        if row is not None:
            entities[row.id] = row
            wanted += [row.acts_for, row.part_of, *row.owners, *row.members]
    rows = tuple(entities[key] for key in sorted(entities))
    return replace(reading, publisher=reading.publisher or publisher, names=replace(reading.names, entities=rows))


def _understand(way: Way, task: Task) -> Ready | Failure:
    """Do one task, in whatever process; an error in our own rules costs the document, never the build."""
    try:
        reading = read_text(task.document, load_tools(way.parser, way.gazetteer))
        entry = entry_of(reading, key=task.key, version=__version__, rules=way.rules, generated=way.moment)
        return make_ready(reading, entry)
    except ServandaError:
        raise
    except Exception as error:
        if way.debug:
            raise
        what = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return Failure(task.document.id, task.document.name, f"internal error, please report it: {what}")


def build(
    inputs: str | Path | Sequence[str | Path],
    output: str | Path,
    *,
    manifest: str | Path | None = None,
    parser: str = "auto",
    gazetteer: str | Path | None = None,
    jobs: int = 1,
    force: bool = False,
    prune: bool = False,
    validate: bool = False,
    debug: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Read documents and write, or update, the graph in a folder.

    ``inputs`` are files, folders, patterns or "-"; ``manifest`` is a table of what is known of them; ``gazetteer`` a
    folder with the user's own tables of names. Only what is new or changed is read. ``jobs`` processes share the work;
    their number, the order of the inputs and the hash seed change nothing in ``graph.trig``. ``force`` takes a folder
    that is not ours, and reads every document again; ``prune`` takes out documents whose source is gone; ``validate``
    counts what the shapes find; with ``debug`` an internal error ends the build, else it costs one document.
    ``progress`` is called with the number of sources done, of all sources, and the name of the last.

    Raises NothingToRead, NotOurFolder, WrongVersion, StoreError, MissingExtra, MalformedTable. A source that cannot be
    read raises nothing: it is a line of the report and of ``rejects.csv``.
    """
    started = time.perf_counter()
    folder, own = Path(output), Path(gazetteer) if gazetteer is not None else None
    places = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    found = find_sources(places)
    if not found.sources and not found.rejects:
        raise NothingToRead("no document was found", where=", ".join(map(str, places)), remedy="name files or folders")
    _check(parser, own)
    given = read_manifest(manifest)
    way = Way(parser, own, rules_digest(own), moment_given(), debug)
    claim(folder, force=force)
    store = open_store(folder, read_only=False)
    before = ledger(store)
    intake = Intake(rejects=list(found.rejects))
    work = tasks(
        intake,
        found.sources,
        given=given,
        known={} if force else before,
        rules=way.rules,
        parser=parser,
        folder=folder,
        told=_counter(progress, len(found.sources)),
    )
    saved, failures = _save(store, folder, ordered(partial(_understand, way), work, jobs))
    failures = {document.id: failures[document.id] for document in intake.kept.values() if document.id in failures}
    _rename(store, before, intake)
    removed = _remove_others(store, intake, failures, prune=prune)
    entries = finish(store, folder, saved)
    kept = [document for document in intake.kept.values() if document.id not in failures]
    rejects = (*intake.rejects, *failures.values())
    write_whole(folder / REJECTS, rejects_table(rejects, intake.duplicates))
    held = totals(store)
    present = {document.id for document in kept}
    return BuildReport(
        output=folder,
        read=tuple(sorted(d.name for d in kept if d.id not in intake.unchanged)),
        unchanged=tuple(sorted(d.name for d in kept if d.id in intake.unchanged)),
        duplicates=intake.duplicates,
        rejects=tuple(sorted(rejects)),
        gone=tuple(sorted(entry.name for entry in entries.values() if entry.document not in present)),
        removed=tuple(sorted(removed)),
        warnings=tuple(sorted(intake.warnings)),
        documents=len(entries),
        actors=held.actors,
        statements=held.statements,
        commitments=held.commitments,
        coverage=held.coverage,
        engines=_engines([entries[key] for key in sorted(present)]),
        violations=_violations(store) if validate else None,
        seconds=time.perf_counter() - started,
    )


def remove(documents: Sequence[str], output: str | Path) -> tuple[str, ...]:
    """Take documents out of the graph in a folder; gives the names of those that are gone now.

    A document is named by its id, its IRI, or the path it was read from. Raises InputError for one that is not there;
    then nothing is removed.
    """
    folder = Path(output)
    store = open_store(folder, read_only=False)
    entries = ledger(store)
    chosen = {_find(name, entries.values(), folder).document for name in documents}
    for document in sorted(chosen):
        remove_document(store, document)
    finish(store, folder)
    return tuple(sorted(entries[document].name for document in chosen))


def _find(name: str, entries: Iterable[Entry], folder: Path) -> Entry:
    """Find the one entry that a user means."""
    key = iris.tail(name).removeprefix("doc/")
    for matches in (
        [entry for entry in entries if entry.document == key],
        [entry for entry in entries if entry.name == name],
        [entry for entry in entries if Path(entry.name).name == name],
    ):
        if len(matches) == 1:
            return matches[0]
    raise InputError(f"no one document {name!r} in this graph", where=str(folder), remedy="name it by its id")


def _save(store: Store, folder: Path, outcomes: Iterable[Ready | Failure]) -> tuple[frozenset[str], dict[str, Reject]]:
    """Save documents as they come, each in one update, while the next is read; give ids of the saved and the failed."""
    saved: set[str] = set()
    failures: dict[str, Reject] = {}
    waiting: deque[Future[None]] = deque()
    with ThreadPoolExecutor(max_workers=1) as writer:
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                failures[outcome.document] = Reject(outcome.name, outcome.reason)
                continue
            failures.pop(outcome.entry.document, None)
            saved.add(outcome.entry.document)
            waiting.append(writer.submit(save, store, folder, outcome))
            if len(waiting) > _WAITING:
                waiting.popleft().result()
        for written in waiting:
            written.result()
    return frozenset(saved), failures


def _rename(store: Store, entries: Mapping[str, Entry], intake: Intake) -> None:
    """Note where unchanged documents lie now, so that they can be named by the path of today."""
    for document in intake.kept.values():
        if document.id in intake.unchanged and entries[document.id].name != document.name:
            note(store, replace(entries[document.id], name=document.name))


def _remove_others(store: Store, intake: Intake, failures: Collection[str], *, prune: bool) -> list[str]:
    """Take out what must not stay: documents that failed now, whose text another has, and, to prune, the gone."""
    present = {document.id for document in intake.kept.values()} - set(failures)
    removed = []
    for entry in ledger(store).values():
        if entry.document not in present and (prune or entry.document in failures or entry.text_digest in intake.kept):
            remove_document(store, entry.document)
            removed.append(entry.name)
    return removed


def _check(parser: str, own: Path | None) -> None:
    """Refuse what the user asks for and what is not there, before any folder is touched."""
    if parser not in {"auto", "none"} and parser_fingerprint(parser) == "none":
        remedy = "pip install 'servanda[parse]' and the model, or leave the choice to --parser auto"
        raise MissingExtra(f"the parser model {parser!r} is not installed", remedy=remedy)
    if own is not None:
        if not own.is_dir():
            raise InputError("no folder with tables of names", where=str(own))
        load_gazetteer(extra=own)


def _counter(progress: Progress | None, every: int) -> Callable[[str], None]:
    done = itertools.count(1)
    return lambda name: progress(next(done), every, name) if progress is not None else None


def _engines(entries: Sequence[Entry]) -> Engines:
    """Give the engines of this build's documents: those that are there were all read in the same way."""
    return entries[0].engines if entries else Engines()


def _violations(store: Store) -> int:
    from graph_builder.graph.validation import validate_store  # noqa: PLC0415  (rdflib and pyshacl: only on request)

    return len(validate_store(store))
