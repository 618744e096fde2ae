"""The sources of one build, one after another: which are to be read, which are known, which are said twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph_builder.documents import Document, Manifest, Metadata, Reject, Source, read_document
from graph_builder.errors import UnreadableDocument
from graph_builder.fingerprint import key_of, parser_fingerprint
from graph_builder.graph.ledger import Entry
from graph_builder.graph.saving import TEXTS, save_text
from graph_builder.report import Duplicate


@dataclass(frozen=True, slots=True)
class Task:
    """A document to understand, and the key by which it will be known as unchanged."""

    document: Document
    key: str


@dataclass(slots=True)
class Intake:
    """What is known of the sources so far. ``kept`` holds one document for each text, by the digest of the text and
    without the text itself; ``unchanged`` the ids of those that the graph has already.
    """

    kept: dict[str, Document] = field(default_factory=dict)
    unchanged: set[str] = field(default_factory=set)
    rejects: list[Reject] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    _doubles: list[Document] = field(default_factory=list)
    _sha256: dict[str, str] = field(default_factory=dict)

    @property
    def duplicates(self) -> tuple[Duplicate, ...]:
        """The sources whose text another one has, with the one that was kept."""
        return tuple(sorted(Duplicate(other.name, self.kept[other.text_digest].name) for other in self._doubles))

    def is_itself(self, document: Document) -> bool:
        """Tell whether a document's id, the beginning of its digest, is its own; two could be made that share it."""
        return self._sha256.setdefault(document.id, document.sha256) == document.sha256

    def keep_one(self, document: Document) -> bool:
        """Tell whether a document is, so far, the one to keep of all with its text.

        That is the earliest issued, then the one with the least digest and name: no matter in which order they come.
        """
        light = replace(document, text="", blocks=(), sentences=())
        other = self.kept.get(document.text_digest)
        if other is not None and _rank(other) <= _rank(light):
            self._doubles.append(light)
            return False
        self.kept[document.text_digest] = light
        if other is not None:
            self._doubles.append(other)
            self.unchanged.discard(other.id)
        return True


def tasks(
    intake: Intake,
    sources: Sequence[Source],
    *,
    given: Manifest,
    known: Mapping[str, Entry],
    rules: str,
    parser: str,
    folder: Path,
    told: Callable[[str], None],
) -> Iterator[Task]:
    """Read sources and give those that have to be understood anew; the rest is noted in ``intake``.

    ``given`` is what the user says of the sources, ``known`` the ledger. A known document's text that is missing in
    ``folder`` is put back.
    """
    fingerprint = parser_fingerprint(parser)
    for source in sources:
        document = _read(source, given.get(source), intake)
        if document is not None and intake.keep_one(document):
            key = key_of(document, fingerprint)
            entry = known.get(document.id)
            if entry is not None and (entry.key, entry.rules) == (key, rules):
                intake.unchanged.add(document.id)
                if not (folder / TEXTS / f"{document.id}.txt").is_file():
                    save_text(folder, document.id, document.text)
            else:
                yield Task(document, key)
        told(source.name)


def _read(source: Source, given: Metadata | None, intake: Intake) -> Document | None:
    try:
        document = read_document(source, given)
        document.text.encode()
    except UnreadableDocument as error:
        intake.rejects.append(Reject(source.name, error.what))
        return None
    except UnicodeEncodeError:
        intake.rejects.append(Reject(source.name, "holds characters that are no Unicode text"))
        return None
    intake.warnings += [(source.name, warning) for warning in document.warnings]
    language = document.metadata.language
    if language is not None and language.split("-")[0].lower() != "en":
        intake.rejects.append(Reject(source.name, f"language {language}"))
        return None
    if not intake.is_itself(document):
        intake.rejects.append(Reject(source.name, "its digest begins like that of another document"))
        return None
    return document


def _rank(document: Document) -> tuple[str, str, str]:
    return document.metadata.issued or "9999", document.sha256, document.name
