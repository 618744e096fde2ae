"""Who and what a document names, and where: the order in which the grammars of names are asked."""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.documents.records import Document
from graph_builder.language.apposed import apposed, repeated_names
from graph_builder.language.authority import Surroundings, speaking_states, state_ids
from graph_builder.language.cast import Cast
from graph_builder.language.dates import find_dates
from graph_builder.language.entering import enter_datelines, enter_names
from graph_builder.language.gazetteer import Gazetteer
from graph_builder.language.happenings import enter_events
from graph_builder.language.headed import headed_names
from graph_builder.language.instruments import texts_of
from graph_builder.language.listed import listed_names
from graph_builder.language.meetings import Event, events_of, without
from graph_builder.language.people import Things, enter_persons
from graph_builder.language.persons import persons_of
from graph_builder.language.places import again, placed
from graph_builder.language.posts import Holding, holdings
from graph_builder.language.records import DateExpression, Names
from graph_builder.language.scenes import scene
from graph_builder.language.sightings import Sighting, longest
from graph_builder.language.small_meetings import small_events
from graph_builder.language.tokens import Line, read_lines
from graph_builder.language.unannounced import unannounced


def name_document(document: Document, gazetteer: Gazetteer, persons_hint: Sequence[tuple[int, int]] = ()) -> Names:
    """Find everything that a document names: entities, their mentions, the posts of persons, meetings, dates.

    ``persons_hint`` are spans (code points) that a statistical parser took for persons; they may be wrong or absent.
    Only sentences of read zones are read, and datelines for their places. Nothing is guessed: a body that many states
    have, and whose state no words settle, is local to the document. Never raises on a document that was read.

    >>> from graph_builder.documents import document_of_text
    >>> from graph_builder.language.gazetteer import load_gazetteer
    >>> document = document_of_text("Prime Minister Ana Leota of Samoa opened the Apia Reef Summit. Leota left Tonga.")
    >>> names = name_document(document, load_gazetteer())
    >>> [(m.text, m.refers_to[0]) for m in names.mentions if m.kind != "acronym"]  # doctest: +NORMALIZE_WHITESPACE
    [('Ana Leota', 'person/leota-ana'), ('Samoa', 'state/wsm'), ('Apia Reef Summit', 'event/apia-reef-summit'),
     ('Leota', 'person/leota-ana'), ('Tonga', 'state/ton')]
    >>> [(t.person, t.post, t.organization) for t in names.tenures]
    [('person/leota-ana', 'Prime Minister', 'state/wsm')]
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
        kept[h.name.line] = [s for s in kept[h.name.line] if not _is_title(s, h)]
    firms = [f for s in scenes for f in apposed(s, taken[s.number])]
    firms += repeated_names(scenes, firms, taken)
    for firm in firms:
        kept[firm.line].append(firm)
        taken[firm.line].update(range(firm.first, firm.last))
    others = unannounced(scenes, taken, persons_hint)
    persons, uses = persons_of(lines, marks, [*(h.name for h in held), *others])
    taken = [set() for _ in lines]
    for use in uses:
        taken[use.line].update(range(use.first, use.last))
    kept = [[s for s in kept[n] if taken[n].isdisjoint(range(s.first, s.last))] for n in range(len(lines))]
    for n in range(len(lines)):
        taken[n].update(i for s in kept[n] if s.kind != "description" for i in range(s.first, s.last))
    events = [
        e
        for s in scenes
        for e in without(
            events_of(s.line, s.number, s.marks),
            small_events(s.line, s.number, s.marks, tuple(s.begins.values())),
        )
    ]
    for event in events:
        kept[event.line] = [s for s in kept[event.line] if not _swallowed(event, s, lines[event.line])]
        taken[event.line].update(range(event.first, event.last))
    found = [p for n, line in enumerate(lines) for p in placed(line, n, marks[n], taken[n])]
    for place in (*found, *again(lines, marks, found, taken)):
        kept[place.line].append(place)
    cast = Cast(document.text, gazetteer)
    stands = enter_names(cast, scenes, kept, listed, around)
    tenures = enter_persons(cast, scenes, held, persons, uses, Things(listed, stands, around))
    enter_datelines(cast, document)
    issued = document.metadata.issued
    dates: dict[int, tuple[DateExpression, ...]] = {
        n: find_dates(document.text, (line.tokens[0].start, line.tokens[-1].end), issued)
        for n, line in enumerate(lines)
    }
    facts = enter_events(cast, scenes, events, stands, dates, around)
    cast.settle_adjectives()
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


def _swallowed(event: Event, seen: Sighting, line: Line) -> bool:
    """Tell whether a place is but a word of an event's name ("Dakar" in "Dakar Conference on ...")."""
    inside = event.first <= seen.first and seen.last <= event.last
    place = seen.type == "Place" or seen.kind == "metonym"
    return inside and place and line.tokens[seen.first - 1].text not in ("in", "at")


def _is_title(seen: Sighting, h: Holding) -> bool:
    """Tell whether letters that a body bears are a title before a name here: "NSA Ana Leota"."""
    return seen.kind == "acronym" and any((seen.first, seen.last) == (t.start, t.stop) for t in h.titles)


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
    named = frozenset(states | ({publisher} if publisher else set()))
    return Surroundings(document.id, gazetteer, speaking_states(gazetteer, lines, listed), publisher, alone, named)
