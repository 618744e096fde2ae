"""What a name in a line stands for: a row of the gazetteer, or a thing made of its name.

Where the words leave open whose "Ministry of Defence" it is, the surroundings settle it or nothing does.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.language.authority import (
    Known,
    Surroundings,
    known_of,
    listed_id,
    made_of,
    owner_of,
)
from graph_builder.language.concepts import concept_of
from graph_builder.language.seats import acts
from graph_builder.language.shared_heads import opens_roll
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line, words_of
from graph_builder.language.wording import common_word


def settled(
    line: Line, marks: str, seen: Sighting, listed: Sequence[Sighting], around: Surroundings
) -> tuple[Known, ...]:
    """Tell what a sighting stands for; nothing where its words and surroundings do not settle it."""
    g = around.gazetteer
    if seen.kind == "metonym":
        return _seat(line, marks, seen, around)
    if seen.kind == "description" and line.tokens[seen.last - 1].text in ("presidency", "Presidency", "Cabinet"):
        return ()
    if opens_roll(line, seen):
        return ()
    if len(seen.refs) == 1 and not _elsewhere(line, seen, around):
        return (known_of(g, seen.refs[0]),)
    if seen.refs or seen.kind == "description":
        return _open(line, marks, seen, listed, around)
    made = _made(line, marks, seen, listed, around)
    return (made if made.listed else made._replace(kind=concept_of(made.type, seen.head)),)


def _elsewhere(line: Line, seen: Sighting, around: Surroundings) -> bool:
    """Tell whether a listed body's words are anybody's ("National Treasury") and its state is nowhere in the text."""
    state = around.gazetteer.state_of(seen.refs[0]) if seen.type == "Agency" else None
    if state is None or state in around.named or seen.kind == "acronym":
        return False
    return all(common_word(t.text) for t in line.tokens[seen.first : seen.last] if t.kind in "CA")


def _seat(line: Line, marks: str, seen: Sighting, around: Surroundings) -> tuple[Known, ...]:
    places = [i for i in seen.refs if i.startswith("place/")]
    holders = [i for i in seen.refs if not i.startswith("place/")]
    if holders and (not places or acts(line, marks, seen.first, seen.last)):
        return (known_of(around.gazetteer, holders[0]),)
    return (known_of(around.gazetteer, places[0]),) if places else ()


def _open(
    line: Line, marks: str, seen: Sighting, listed: Sequence[Sighting], around: Surroundings
) -> tuple[Known, ...]:
    """Settle a name that many bear, or bare words for a public body."""
    g = around.gazetteer
    full = line.tokens[seen.first : seen.last]
    proper = full[0].kind in "CA" and line.case != "capitals"
    owner, parent = owner_of(line, marks, seen, listed, around)
    if owner is None and proper:
        owner = around.speaks_for[seen.line]
        if owner is None and (len(seen.refs) > 1 or len(full) > 1):
            owner = around.publisher or around.alone
    mine = [i for i in seen.refs if g.state_of(i) == owner] if owner else []
    if len(mine) == 1:
        return (known_of(g, mine[0]),)
    if seen.head and owner and owner.startswith("state/") and (body := g.body(owner, seen.head)):
        return (known_of(g, body.id),)
    if proper and len(full) > 1 and line.case == "sentence" and seen.type == "Agency":
        return (made_of("Agency", words_of(full), around, owner, parent),)
    return ()


def _made(line: Line, marks: str, seen: Sighting, listed: Sequence[Sighting], around: Surroundings) -> Known:
    g, tokens = around.gazetteer, line.tokens
    full = core = words_of(tokens[seen.first : seen.last])
    if seen.core >= 0:
        core = words_of(tokens[seen.core : seen.tail])
    owner = parent = None
    if seen.type in ("Agency", "Instrument"):
        owner, parent = owner_of(line, marks, seen, listed, around)
    if seen.type == "Agency" and owner is None:
        owner = around.speaks_for[seen.line] or around.publisher or around.alone
    id_ = listed_id(g, full, seen.type, owner) or listed_id(g, core, seen.type, owner)
    if id_:
        return known_of(g, id_)
    bare = seen.type == "Agency" or (seen.type == "Instrument" and owner)
    return made_of(seen.type, core if bare else full, around, owner, parent)
