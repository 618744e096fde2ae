"""One card for each entity outside the gazetteer, and the authority rows in use: derived from the ledger (D1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph_builder.graph.ledger import Entry
from graph_builder.language.records import Entity


def cards(entries: Iterable[Entry]) -> tuple[Entity, ...]:
    """Give one entity for each id that is no authority row, sorted by id.

    The label is the form that most mentions use, then the longest, then the first in code-point order; every other form
    is a further name. Type, kind and parent are those that most documents give. What a document says beside (whom a
    person acts for) is not here: it stands in that document's graph.
    """
    return tuple(_card(found) for _, found in _by_id(entries, authority=False))


def rows(entries: Iterable[Entry]) -> tuple[Entity, ...]:
    """Give the authority rows that the entries use, whole, sorted by id."""
    return tuple(
        max(Counter(entity for entity, _ in found).items(), key=lambda pair: (pair[1], repr(pair[0])))[0]
        for _, found in _by_id(entries, authority=True)
    )


def _by_id(entries: Iterable[Entry], *, authority: bool) -> list[tuple[str, list[tuple[Entity, int]]]]:
    """Gather the entities of all documents by id. An id that any document knows as an authority row is one."""
    found: dict[str, list[tuple[Entity, int]]] = {}
    listed = set()
    for entry in entries:
        for entity, count in entry.entities:
            found.setdefault(entity.id, []).append((entity, count))
            if entity.authority:
                listed.add(entity.id)
    return [
        (key, [pair for pair in found[key] if pair[0].authority == authority])
        for key in sorted(found)
        if (key in listed) == authority
    ]


def _card(found: list[tuple[Entity, int]]) -> Entity:
    uses: Counter[str] = Counter()
    for entity, count in found:
        uses[entity.label] += max(count, 1)
    label = min(uses, key=lambda form: (-uses[form], -len(form), form))
    names = {form for entity, _ in found for form in (entity.label, *entity.names)} - {label}
    return Entity(
        found[0][0].id,
        _usual(entity.type for entity, _ in found) or "",
        label,
        tuple(sorted(names)),
        _usual(entity.kind for entity, _ in found),
        part_of=_usual(entity.part_of for entity, _ in found),
    )


def _usual(values: Iterable[str | None]) -> str | None:
    """Give the most frequent known value, the first in code-point order among equals."""
    tally = Counter(value for value in values if value is not None)
    return min(tally, key=lambda value: (-tally[value], value)) if tally else None
