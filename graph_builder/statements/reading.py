"""Read the statements of one document: engines, merging, frames, actors, slots, in this order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.documents.records import Document
from graph_builder.language.lexicon import Lexicon
from graph_builder.language.parse import ParsedSentence
from graph_builder.language.records import Entity, Mention, Names
from graph_builder.statements import dependency
from graph_builder.statements.cast import Cast, cast
from graph_builder.statements.frames import COMMISSIVE, Frame, classify
from graph_builder.statements.merging import CONFIDENCE, Candidate, settle, unite
from graph_builder.statements.predicates import Predicate
from graph_builder.statements.records import Commitment, Engines, Reading, Statement
from graph_builder.statements.resolution import Memory, Resolved, remember, resolve
from graph_builder.statements.status import status


def read_statements(
    document: Document,
    names: Names,
    parses: Sequence[ParsedSentence],
    lexicon: Lexicon,
    *,
    publisher: str | None = None,
    engines: Engines | None = None,
) -> Reading:
    """All statements and commitments of a document, with the final mentions; ``parses`` may be empty."""
    c = cast(document, names, publisher)
    found: list[Candidate] = []
    spans = {s.start: n for n, s in enumerate(document.sentences)}
    for parsed in parses:
        number = spans.get(parsed.start, -1)
        for p in dependency.predicates(parsed, number, document.text, lexicon):
            frame = classify(p, lexicon, c.genre)
            if frame is not None:
                found.append(Candidate(p, frame, (p.engine,)))
    memory = Memory()
    groups: dict[str, Entity] = {}
    mentions: list[Mention] = []
    understood: list[tuple[Candidate, Resolved]] = []
    for candidate in unite(found):
        p = candidate.predicate
        if p.setting in {"condition", "preposition", "subject"}:
            continue
        who = resolve(c, *p.subject, memory) if p.subject else Resolved()
        memory = remember(memory, who, c)
        if not _is_act(candidate, who, c):
            continue
        understood.append((candidate, who))
        if who.group:
            groups[who.group.id] = who.group
    kept = {id(x.predicate): x for x in settle([x for x, _ in understood], document.text)}
    by_cue = {x.predicate.cue: x for x in kept.values()}
    statements = []
    for candidate, who in understood:
        final = by_cue.get(candidate.predicate.cue)
        if final is not None:
            statements.append(_statement(final, who, c, memory))
    final_names = Names(
        tuple(sorted([*names.entities, *groups.values()], key=lambda e: e.id)), tuple(sorted([*names.mentions, *mentions])),
        names.tenures, names.events, names.dates,
    )  # fmt: skip
    return Reading(document, final_names, tuple(statements), publisher, None, engines or Engines())


def _is_act(candidate: Candidate, who: Resolved, c: Cast) -> bool:
    p, frame = candidate.predicate, candidate.frame
    if who.ids:
        return not (who.how == "text" and p.part == "modal" and c.genre == "news")
    if c.genre == "treaty" and p.word == "shall":
        return True
    return p.passive and p.part == "modal" and c.genre == "joint" and p.setting == "main"


def _statement(candidate: Candidate, who: Resolved, c: Cast, memory: Memory) -> Statement:
    p, frame = candidate.predicate, candidate.frame
    text = c.document.text
    makers = who.ids
    commitments: tuple[Commitment, ...] = ()
    if frame.strength and frame.act in COMMISSIVE:
        content = re.sub(r"\s+", " ", text[p.content[0] : p.content[1]]).strip(" ,;:")
        commitments = (Commitment(p.content[0], p.content[1], content, debtors=makers, forbearance=frame.forbearance),)
    return Statement(
        p.evidence[0], p.evidence[1], p.cue[0], p.cue[1], text[p.cue[0] : p.cue[1]], frame.act,
        status(p, frame, c, makers, False), frame.strength if commitments else None, makers,
        reaffirms=frame.reaffirms, commitments=commitments,
        confidence=CONFIDENCE.get(candidate.engines, 0.5), engines=candidate.engines,
    )  # fmt: skip
