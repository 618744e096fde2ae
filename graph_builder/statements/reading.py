"""Read the statements of one document: engines, merging, frames, actors, slots, in this order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph_builder.documents.records import Document
from graph_builder.language.lexicon import Lexicon
from graph_builder.language.parse import ParsedSentence
from graph_builder.language.records import Entity, Mention, Names
from graph_builder.statements import dependency, preamble, surface
from graph_builder.statements.acting import Acting, actors
from graph_builder.statements.cast import Cast, cast
from graph_builder.statements.frames import classify
from graph_builder.statements.merging import ALONE, Candidate, unite
from graph_builder.statements.predicates import Predicate
from graph_builder.statements.records import Engines, Reading
from graph_builder.statements.settling import settle
from graph_builder.statements.slots import statement


def read_statements(
    document: Document,
    names: Names,
    parses: Sequence[ParsedSentence],
    lexicon: Lexicon,
    *,
    publisher: str | None = None,
    engines: Engines | None = None,
) -> Reading:
    """All statements and commitments of a document, with the final mentions; ``parses`` may be empty.

    Gives a Reading; ``publisher`` is the entity id of the publisher, ``engines`` the facts for the provenance.

    >>> from graph_builder.documents import document_of_text
    >>> from graph_builder.language.gazetteer import load_gazetteer
    >>> from graph_builder.language.lexicon import load_lexicon
    >>> from graph_builder.language.names import name_document
    >>> own = document_of_text("Norway pledged to plant ten forests.")
    >>> found = read_statements(own, name_document(own, load_gazetteer()), (), load_lexicon()).statements
    >>> [(s.made_by, s.act, s.strength, s.commitments[0].content) for s in found]
    [(('state/nor',), 'pledge', 'pledged', 'plant ten forests')]
    """
    c = cast(document, names, publisher)
    acting, c = actors(c, unite(_candidates(c, parses, lexicon)))
    acting = settle(acting, c)
    event = _occasion(document, names)
    statements = tuple(statement(a, c, lexicon, event) for a in acting)
    if not parses:
        statements = tuple(replace(s, confidence=ALONE) for s in statements)
    return Reading(document, _final_names(names, acting, c), statements, publisher, None, engines or Engines())


def _candidates(c: Cast, parses: Sequence[ParsedSentence], lexicon: Lexicon) -> list[Candidate]:
    """What either engine proposes and the lexicon understands; within a preamble its own grammar alone."""
    document = c.document
    read = [n for n, s in enumerate(document.sentences) if s.zone not in {"title", "heading"}]
    solemn = {n: found for n in read if (found := preamble.predicates(c, n, lexicon))}
    trees = {s.start: s for s in parses}
    proposed = [p for found in solemn.values() for p in found]
    for n in read:
        parsed = trees.get(document.sentences[n].start)
        both = dependency.predicates(parsed, n, document.text, lexicon) if parsed is not None else []
        both += surface.predicates(c, n, lexicon)
        clauses = solemn.get(n, [])
        inside = [q.evidence for q in clauses]
        proposed += [
            p
            for p in both
            if p.setting == "relative"
            or not any(a <= p.cue[0] < b for a, b in inside)
            or (len(clauses) == 1 and _goes_on(clauses[0], p, document.text))
        ]
    return [Candidate(p, frame, (p.engine,)) for p in proposed if (frame := classify(p, lexicon, c.genre)) is not None]


def _goes_on(clause: Predicate, p: Predicate, text: str) -> bool:
    """Whether a verb goes on from the first one of an operative paragraph: "Endorses the plan, and commends them"."""
    lead = text[max(0, p.evidence[0] - 12) : p.evidence[0]]
    finite = p.part == "verb" and p.tense == "present" and clause.tense == "present"
    return finite and p.cue[0] > clause.cue[1] and re.search(r"\band (?:also |further )?$", lead) is not None


def _final_names(names: Names, acting: list[Acting], c: Cast) -> Names:
    """The names with the groups that statements brought in."""
    entities: dict[str, Entity] = {e.id: e for e in (*names.entities, *c.entities.values())}
    for a in acting:
        for group in a.groups:
            entities[group.id] = group
    mentions = {(m.start, m.end): m for m in names.mentions}
    for a in acting:
        span = a.candidate.predicate.subject
        if span is not None and span not in mentions and a.how in _SPOKEN_OF and a.makers:
            mentions[span] = Mention(*span, c.document.text[slice(*span)], _SPOKEN_OF[a.how], a.makers)
    return replace(
        names,
        entities=tuple(sorted(entities.values(), key=lambda e: e.id)),
        mentions=tuple(sorted(mentions.values())),
    )


_SPOKEN_OF = {"pronoun": "pronoun", "collective": "collective", "description": "description", "group": "description"}


def _occasion(document: Document, names: Names) -> str | None:
    """The meeting at which the acts of a document were done: the first one that its opening tells of."""
    opening = [s for s in document.sentences if s.zone != "heading"][:3]
    end = opening[-1].end if opening else 0
    issued = document.metadata.issued or "9999"
    held = [e for e in names.events if e.start < end and (e.not_before or "") <= issued]
    return held[0].event if held else None
