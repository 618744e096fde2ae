"""The builder's book: one entry a document, kept in the store with the document and written in the same update.

An entry holds what is needed to leave an unchanged document alone, to tell duplicates, and to derive the cards of
entities without reading any text again.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field

from graph_builder.graph.quads import shared_entities
from graph_builder.language.records import Entity
from graph_builder.statements.records import Engines, Reading


@dataclass(frozen=True, slots=True)
class Entry:
    """What the builder keeps in mind of one document.

    ``key`` changes when the bytes or the metadata given from outside change, ``rules`` when the rules of reading do.
    ``name`` is the path as the user gave it; ``generated`` the ISO 8601 moment of the reading, where one was given.
    ``entities`` are the shared entities, each with the number of mentions that use its label.
    """

    document: str
    sha256: str
    text_digest: str
    key: str
    name: str
    version: str
    rules: str
    issued: str | None = None
    title: str | None = None
    engines: Engines = field(default_factory=Engines)
    entities: tuple[tuple[Entity, int], ...] = ()
    generated: str | None = None


def entry_of(reading: Reading, *, key: str, version: str, rules: str, generated: str | None = None) -> Entry:
    """Give the entry of a document that was read by a version of servanda under certain rules (their SHA-256)."""
    used = Counter((entity, mention.text) for mention in reading.names.mentions for entity in mention.refers_to[:1])
    document = reading.document
    return Entry(
        document.id,
        document.sha256,
        document.text_digest,
        key,
        document.name,
        version,
        rules,
        document.metadata.issued,
        document.metadata.title,
        reading.engines,
        tuple((entity, used[entity.id, entity.label]) for entity in shared_entities(reading)),
        generated,
    )


def to_text(entry: Entry) -> str:
    """Write an entry as one line of JSON, its keys sorted; what is empty or unknown is left out."""
    row = {name: value for name, value in asdict(entry).items() if value not in (None, ())}
    row["entities"] = [[_row(entity), count] for entity, count in entry.entities]
    row["engines"] = {name: value for name, value in asdict(entry.engines).items() if value is not None}
    return json.dumps(row, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def from_text(text: str, known: dict[Entity, Entity] | None = None) -> Entry:
    """Read an entry back. With ``known``, an entity that was met before is taken from there, so that a thousand
    documents share one object for each.

    >>> named = (Entity("org/x", "Organization", "X", names=("Xs",)), 2)
    >>> entry = Entry("0123456789ab", "0" * 64, "1" * 64, "k", "a.txt", "0.1.0", "t", entities=(named,))
    >>> from_text(to_text(entry)) == entry
    True
    """
    row = json.loads(text)
    engines = row.pop("engines")
    row["engines"] = Engines(**(engines | {"names": tuple(engines["names"])}))
    named = ((_entity(entity), count) for entity, count in row["entities"])
    row["entities"] = tuple((known.setdefault(e, e) if known is not None else e, count) for e, count in named)
    return Entry(**row)


def _row(entity: Entity) -> dict[str, object]:
    return {name: value for name, value in asdict(entity).items() if value not in (None, (), False)}


def _entity(row: dict[str, object]) -> Entity:
    lists = {name: tuple(value) for name, value in row.items() if isinstance(value, list)}
    return Entity(**(row | lists))  # type: ignore[arg-type]  # to_text wrote exactly these fields
