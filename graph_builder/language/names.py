"""Who and what a document names, and where: the order in which the grammars of names are asked."""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.documents.records import Document
from graph_builder.language.aliases import aliases_of, repeated, short_forms
from graph_builder.language.authority import Known, Surroundings, known_of, speaking_states, state_ids
from graph_builder.language.cast import Cast
from graph_builder.language.dates import find_dates
from graph_builder.language.gazetteer import Gazetteer
from graph_builder.language.happenings import enter_events
from graph_builder.language.instruments import texts_of
from graph_builder.language.kinds import headed_names
from graph_builder.language.listed import listed_names
from graph_builder.language.meetings import events_of
from graph_builder.language.people import enter_persons
from graph_builder.language.persons import persons_of
from graph_builder.language.places import again, placed
from graph_builder.language.posts import holdings
from graph_builder.language.records import DateExpression, Names
from graph_builder.language.scenes import Scene, scene
from graph_builder.language.settling import settled
from graph_builder.language.shared_heads import shared_heads
from graph_builder.language.sightings import Sighting, longest
from graph_builder.language.tokens import Line, read_lines, words_of
from graph_builder.language.unannounced import unannounced


def name_document(document: Document, gazetteer: Gazetteer, persons_hint: Sequence[tuple[int, int]] = ()) -> Names:
    """Find everything that a document names: entities, their mentions, the posts of persons, meetings, dates.

    ``persons_hint`` are spans (code points) that a statistical parser took for persons; they may be wrong or absent.
    Only sentences of read zones are read. Nothing is guessed: a body that many states have, and whose state no words
    settle, is local to the document.
    """
    lines = read_lines(document)
    read = [listed_names(document.text, line, n, gazetteer) for n, line in enumerate(lines)]
    listed, marks = [found for found, _ in read], [mark for _, mark in read]
    around = _surroundings(document, gazetteer, lines, listed)
    kept = [_all_names(line, n, marks[n], listed[n]) for n, line in enumerate(lines)]
    scenes = [scene(line, n, marks[n], _standing(listed[n], kept[n])) for n, line in enumerate(lines)]
    held = [h for s in scenes for h in holdings(s)]
    taken = [{i for s in kept[n] if s.kind != "description" for i in range(s.first, s.last)} for n in range(len(lines))]
    for h in held:
        taken[h.name.line].update(range(h.name.first, h.name.last))
    others = unannounced(scenes, taken, persons_hint)
    persons, uses = persons_of(lines, marks, [*(h.name for h in held), *others])
    taken = [set() for _ in lines]
    for use in uses:
        taken[use.line].update(range(use.first, use.last))
    kept = [[s for s in kept[n] if taken[n].isdisjoint(range(s.first, s.last))] for n in range(len(lines))]
    for n in range(len(lines)):
        taken[n].update(i for s in kept[n] if s.kind != "description" for i in range(s.first, s.last))
    found = [p for n, line in enumerate(lines) for p in placed(line, n, marks[n], taken[n])]
    for place in (*found, *again(lines, marks, found, taken)):
        kept[place.line].append(place)
    cast = Cast(document.text, gazetteer)
    tenures = enter_persons(cast, scenes, held, persons, uses, around)
    stands = _enter_names(cast, scenes, kept, listed, around)
    issued = document.metadata.issued
    dates: dict[int, tuple[DateExpression, ...]] = {
        n: find_dates(document.text, (line.tokens[0].start, line.tokens[-1].end), issued)
        for n, line in enumerate(lines)
    }
    events = [e for n, line in enumerate(lines) for e in events_of(line, n, marks[n], tuple(scenes[n].begins.values()))]
    facts = enter_events(cast, scenes, events, stands, dates, around)
    needed = {i for m in cast.mentions.values() for i in m.refers_to} | {
        t.organization for t in tenures if t.organization
    }
    needed |= {i for f in facts for i in (f.event, f.forum, *f.places, *f.participants, *f.heads) if i}
    return Names(
        entities=cast.entities(needed),
        mentions=tuple(sorted(cast.mentions.values())),
        tenures=tuple(sorted(set(tenures))),
        events=tuple(sorted(facts, key=lambda f: (f.start, f.end, f.event))),
        dates=tuple(d for n in range(len(lines)) for d in dates[n]),
    )


def _all_names(line: Line, number: int, marks: str, listed: list[Sighting]) -> list[Sighting]:
    """Give the listed names and those that grammar finds, the longest where they overlap."""
    headed = [*listed, *headed_names(line, number, marks)]
    taken = {i for s in headed if s.kind != "description" for i in range(s.first, s.last)}
    return longest([*headed, *texts_of(line, number, marks, taken)])


def _standing(listed: list[Sighting], kept: list[Sighting]) -> list[Sighting]:
    return [*listed, *(s for s in kept if s not in listed)]


def _surroundings(
    document: Document, gazetteer: Gazetteer, lines: Sequence[Line], listed: Sequence[Sequence[Sighting]]
) -> Surroundings:
    """Gather what settles whose a body is: the publisher's state (not a newspaper's) and the only state named."""
    states = {i for found in listed for s in found if len(s.refs) == 1 for i in state_ids(gazetteer, s)}
    publisher = None
    if document.metadata.publisher and document.metadata.kind not in ("news-report", "news"):
        owners = {gazetteer.state_of(i) for f in gazetteer.find(document.metadata.publisher) for i in f.ids} - {None}
        publisher = next(iter(owners)) if len(owners) == 1 else None
    alone = next(iter(states)) if len(states) == 1 else None
    return Surroundings(document.id, gazetteer, speaking_states(gazetteer, lines, listed), publisher, alone)


def _enter_names(
    cast: Cast,
    scenes: Sequence[Scene],
    kept: Sequence[list[Sighting]],
    listed: Sequence[list[Sighting]],
    around: Surroundings,
) -> dict[Sighting, tuple[Known, ...]]:
    """Enter the names of all lines, their shorter forms and aliases; tell what each sighting stands for."""
    lines, marks = [s.line for s in scenes], [s.marks for s in scenes]
    stands = {
        seen: known
        for s in scenes
        for seen in kept[s.number]
        if (known := settled(s.line, s.marks, seen, listed[s.number], around))
    }
    for seen, longer in short_forms(lines, list(stands)).items():
        stands[seen] = stands[longer]
    aliases = aliases_of(lines, [s for s in stands if s.type != "State"])
    for use, alias in repeated(lines, marks, aliases):
        stands.setdefault(use, stands[alias.of])
    for seen, known in stands.items():
        line = lines[seen.line]
        tokens = line.tokens[seen.first : seen.last]
        ids = tuple(cast.add(k, words_of(tokens), *_other_forms(line, marks[seen.line], seen)) for k in known)
        kind = seen.kind if seen.kind in ("acronym", "demonym", "metonym") else "name"
        cast.mention(tokens[0].start, tokens[-1].end, kind, ids)
    for s in scenes:
        for inner in listed[s.number]:
            ids = state_ids(around.gazetteer, inner)
            if len(ids) == 1 and any(_tells_apart(s, inner, o) for o in kept[s.number] if o in stands):
                cast.add(known_of(around.gazetteer, ids[0]), None)
                tokens = s.line.tokens
                cast.mention(tokens[inner.first].start, tokens[inner.last - 1].end, inner.kind, ids)
        for shared in shared_heads(s.line, listed[s.number], around):
            tokens = s.line.tokens
            cast.add(shared.known, words_of(tokens[shared.first : shared.last]))
            cast.mention(tokens[shared.first].start, tokens[shared.last - 1].end, "name", (shared.known.id,))
    return stands


def _tells_apart(s: Scene, inner: Sighting, outer: Sighting) -> bool:
    """Tell whether a state inside a longer name is named too: behind a preposition or in a compound ("Japan-U.S.")."""
    if outer.refs or not (outer.first <= inner.first and inner.last <= outer.last) or inner is outer:
        return False
    before = s.marks[inner.first - 1] if inner.first > outer.first else ""
    after = s.marks[inner.last] if inner.last < outer.last else ""
    return before in ("x", "-", "~", ",") or after in ("-", "~") or (after == "x" and inner.first == outer.first)


def _other_forms(line: Line, marks: str, seen: Sighting) -> tuple[str, ...]:
    """Give the forms of a name that grammar found: without the owners that it carries, and with one before it."""
    if seen.refs or seen.core < 0:
        return ()
    tokens = line.tokens
    bare = [words_of(tokens[a:b]) for a in {seen.first, seen.core} for b in {seen.tail, seen.last}]
    if seen.first > 1 and marks[seen.first - 1] == "'" and marks[seen.first - 2] in "SO":
        start = seen.first - 2
        while start and marks[start - 1] == marks[seen.first - 2]:
            start -= 1
        bare.append(words_of(tokens[start : seen.last]))
    return tuple(sorted(set(bare)))
