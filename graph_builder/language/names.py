"""Who and what a document names, and where: the order in which the grammars of names are asked."""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.documents.records import Document
from graph_builder.language.authority import (
    Known,
    Surroundings,
    known_of,
    listed_id,
    made_of,
    owner_of,
    speaking_states,
    state_ids,
    words_of,
)
from graph_builder.language.cast import Cast
from graph_builder.language.gazetteer import Gazetteer
from graph_builder.language.kinds import headed_names
from graph_builder.language.listed import listed_names
from graph_builder.language.persons import person_id, persons_of
from graph_builder.language.posts import Holding, holdings
from graph_builder.language.records import Names, Tenure
from graph_builder.language.seats import acts
from graph_builder.language.sightings import Sighting, longest
from graph_builder.language.titles import Scene, Title, scene
from graph_builder.language.tokens import Line, read_lines


def name_document(document: Document, gazetteer: Gazetteer, persons_hint: Sequence[tuple[int, int]] = ()) -> Names:
    """Find everything that a document names: entities, their mentions, the posts of persons, meetings, dates.

    ``persons_hint`` are spans (code points) that a statistical parser took for persons; they may be wrong or absent.
    Only sentences of read zones are read. Nothing is guessed: a body that many states have, and whose state no words
    settle, is local to the document.
    """
    lines = read_lines(document)
    listed: list[list[Sighting]] = []
    marks: list[str] = []
    for number, line in enumerate(lines):
        found, mark = listed_names(document.text, line, number, gazetteer)
        listed.append(found)
        marks.append(mark)
    around = _surroundings(document, gazetteer, lines, listed)
    kept = []
    for number, line in enumerate(lines):
        kept.append(longest(listed[number] + headed_names(line, number, marks[number])))
    scenes = [scene(line, n, marks[n], _with_states(listed[n], kept[n])) for n, line in enumerate(lines)]
    held = [h for s in scenes for h in holdings(s)]
    cast = Cast(document.text, gazetteer)
    for number, line in enumerate(lines):
        _enter_line(cast, line, marks[number], kept[number], listed[number], around)
    tenures = _enter_persons(cast, lines, marks, held, scenes, around)
    needed = {i for m in cast.mentions.values() for i in m.refers_to} | {
        t.organization for t in tenures if t.organization
    }
    return Names(
        entities=cast.entities(needed),
        mentions=tuple(sorted(cast.mentions.values())),
        tenures=tuple(sorted(set(tenures))),
    )


def _with_states(listed: list[Sighting], kept: list[Sighting]) -> list[Sighting]:
    return [s for s in listed if s.kind != "description"] + [s for s in kept if s not in listed]


def _surroundings(
    document: Document, gazetteer: Gazetteer, lines: Sequence[Line], listed: Sequence[Sequence[Sighting]]
) -> Surroundings:
    states = {i for found in listed for s in found for i in state_ids(gazetteer, s) if len(s.refs) == 1}
    publisher = None
    if document.metadata.publisher:
        named = [f for f in gazetteer.find(document.metadata.publisher) if len(f.ids) >= 1]
        owners = {gazetteer.state_of(f.ids[0]) for f in named} - {None}
        publisher = next(iter(owners)) if len(owners) == 1 else None
    if document.metadata.kind in ("news-report", "news"):
        publisher = None
    alone = next(iter(states)) if len(states) == 1 else None
    return Surroundings(document.id, gazetteer, speaking_states(gazetteer, lines, listed), publisher, alone)


def _enter_line(
    cast: Cast, line: Line, marks: str, kept: list[Sighting], listed: list[Sighting], around: Surroundings
) -> None:
    tokens = line.tokens
    for seen in kept:
        known = _known(line, marks, seen, listed, around)
        if not known:
            continue
        start, end = tokens[seen.first].start, tokens[seen.last - 1].end
        form = words_of(tokens[seen.first : seen.last])
        more: tuple[str, ...] = ()
        if not seen.refs and seen.core > seen.first:
            more = (words_of(tokens[seen.core : seen.last]),)
        ids = tuple(cast.add(k, form, *more) for k in known)
        kind = seen.kind if seen.kind in ("acronym", "demonym", "metonym") else "name"
        cast.mention(start, end, kind, ids)
        if not seen.refs:
            for inner in listed:
                ids = state_ids(around.gazetteer, inner)
                if seen.first <= inner.first and inner.last <= seen.last and len(ids) == 1 and inner.kind != "metonym":
                    cast.add(known_of(around.gazetteer, ids[0]), None)
                    cast.mention(tokens[inner.first].start, tokens[inner.last - 1].end, inner.kind, ids)


def _known(line: Line, marks: str, seen: Sighting, listed: list[Sighting], around: Surroundings) -> tuple[Known, ...]:
    """Tell what a sighting stands for; nothing where the words do not settle it."""
    g, number = around.gazetteer, seen.line
    if seen.kind == "metonym":
        places = [i for i in seen.refs if i.startswith("place/")]
        states = [i for i in seen.refs if not i.startswith("place/")]
        if states and (acts(line, marks, seen.first, seen.last) or not places):
            return (known_of(g, states[0]),)
        return (known_of(g, places[0]),) if places else ()
    if len(seen.refs) == 1:
        return (known_of(g, seen.refs[0]),)
    if seen.refs or seen.kind == "description":
        owner, _ = owner_of(line, marks, seen, listed, around)
        proper = line.tokens[seen.first].kind in "CA"
        owner = owner or (around.speaks_for[number] if proper else None)
        if owner is None and proper and (len(seen.refs) > 1 or seen.last - seen.first > 1):
            owner = around.publisher or around.alone
        mine = [i for i in seen.refs if g.state_of(i) == owner] if owner else []
        if len(mine) == 1:
            return (known_of(g, mine[0]),)
        if seen.head and owner and owner.startswith("state/") and (body := g.body(owner, seen.head)):
            return (known_of(g, body.id),)
        if proper and seen.last - seen.first > 1 and line.case == "sentence" and seen.type == "Agency":
            return (made_of("Agency", words_of(line.tokens[seen.first : seen.last]), around, owner, None),)
        return ()
    core = words_of(line.tokens[max(seen.core, seen.first) : seen.last])
    full = words_of(line.tokens[seen.first : seen.last])
    owner = parent = None
    if seen.type in ("Agency", "Instrument", "Organization"):
        owner, parent = owner_of(line, marks, seen, listed, around)
        if seen.type == "Agency" and owner is None:
            owner = around.speaks_for[number] or around.publisher or around.alone
        if seen.type == "Organization":
            owner = None
    id_ = listed_id(g, full, seen.type, owner) or listed_id(g, core, seen.type, owner)
    if id_:
        return (known_of(g, id_),)
    name = core if seen.type == "Agency" and seen.core > seen.first else full
    return (made_of(seen.type, name, around, owner, parent),)


def _enter_persons(
    cast: Cast,
    lines: Sequence[Line],
    marks: Sequence[str],
    held: list[Holding],
    scenes: list[Scene],
    around: Surroundings,
) -> list[Tenure]:
    persons, uses = persons_of(lines, marks, [h.name for h in held])
    ids = [person_id(p, around.document) for p in persons]
    at = {(u.line, u.first): u.person for u in uses}
    states: dict[int, str] = {}
    for use in uses:
        tokens = lines[use.line].tokens
        cast.mention(
            tokens[use.first].start, tokens[use.last - 1].end, "surname" if use.alone else "name", (ids[use.person],)
        )
    rows: list[tuple[int, Holding, Title, str | None]] = []
    for h in held:
        number = at.get((h.name.line, h.name.first))
        if number is None:
            continue
        for title in h.titles:
            organization = _organization(lines, marks, scenes, h, title, around)
            if organization and not title.former and number not in states:
                states[number] = around.gazetteer.state_of(organization) or organization
            rows.append((number, h, title, organization))
    for number, person in enumerate(persons):
        known = Known(ids[number], "Person", person.label, states.get(number))
        cast.add(
            known,
            None,
            *(f for f in person.forms if f != person.label),
            *([person.nickname] if person.nickname else []),
        )
    tenures = []
    for number, h, title, organization in rows:
        tokens = lines[h.name.line].tokens
        first, last = min(h.first, title.first), max(h.last, title.last)
        where = organization or states.get(number) or ""
        tenures.append(Tenure(tokens[first].start, tokens[last - 1].end, ids[number], title.post, where, title.former))
    return tenures


def _organization(
    lines: Sequence[Line], marks: Sequence[str], scenes: list[Scene], h: Holding, title: Title, around: Surroundings
) -> str | None:
    """Tell whose post it is: a body or state in the title or after the name, or the side for which the line speaks."""
    number = h.name.line
    listed = list(scenes[number].begins.values())
    for seen in (title.organization, h.place):
        if seen is None:
            continue
        known = _known(lines[number], marks[number], seen, listed, around)
        if seen.kind == "metonym":
            return seen.refs[0]
        if known and known[0].type != "Place":
            return known[0].id
    return around.speaks_for[number]
