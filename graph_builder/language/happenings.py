"""Events entered into the cast: which meeting of which forum it is, when, where and with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph_builder.language.authority import Known, Surroundings
from graph_builder.language.cast import Cast
from graph_builder.language.meetings import Event
from graph_builder.language.records import DateExpression, EventFact
from graph_builder.language.scenes import Scene
from graph_builder.language.sightings import Sighting
from graph_builder.language.slugs import fold, slug
from graph_builder.language.tokens import words_of
from graph_builder.language.vocabulary import MONTHS
from graph_builder.language.wording import common_word

Stands = Mapping[Sighting, tuple[Known, ...]]
_ORDINAL = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split()
_LED = frozenset(("led", "headed", "co-chaired", "chaired", "co-led", "co"))
_TOOK_PART = frozenset(("participants", "participated", "attended", "representatives", "attendees", "participating"))


def enter_events(
    cast: Cast,
    scenes: Sequence[Scene],
    events: Sequence[Event],
    stands: Stands,
    dates: Mapping[int, Sequence[DateExpression]],
    around: Surroundings,
) -> list[EventFact]:
    """Enter every event with the words that name it; give what the lines tell of each.

    A bare ordinal ("the Eighth Meeting") counts in the forum of the last numbered meeting before it, else in the first
    one of the document.
    """
    facts: list[EventFact] = []
    forums: list[Known] = []
    first = next((f for e in events if e.number and (f := _forum(scenes, e, stands))), None)
    main: str | None = None
    named: dict[str, Known] = {}
    for event in events:
        scene = scenes[event.line]
        forum = _forum(scenes, event, stands)
        if forum is None and event.number is not None and _bare(scene, event):
            forum = forums[-1] if forums else first
        if forum is None and event.number is not None and event.proper and _bare(scene, event) and not event.of_last:
            continue
        if forum is not None and event.number is not None:
            forums.append(forum)
        tokens = scene.line.tokens[event.first : event.last]
        known = _known(scene, event, forum, dates.get(event.line, ()), around)
        known = named.setdefault(fold(words_of(tokens)), known) if event.number is None else known
        cast.add(known, words_of(tokens), *_forms(scene, event))
        cast.mention(tokens[0].start, tokens[-1].end, "name", (known.id,))
        main = main or known.id
        facts.append(_fact(scene, event, known, forum, stands, dates.get(event.line, ())))
    return facts + _delegations(cast, scenes, main, stands)


def _forms(scene: Scene, event: Event) -> tuple[str, ...]:
    """Give the shorter and longer forms of an event's name: without whose it is, with the place that follows."""
    tokens = scene.line.tokens
    ends = [e for e in (event.stem, event.placed) if e > event.first and e != event.last]
    return tuple(words_of(tokens[event.first : e]) for e in ends if e - event.first > 1)


def _forum(scenes: Sequence[Scene], event: Event, stands: Stands) -> Known | None:
    """Give the forum or organization whose meeting an event is."""
    inside = [
        (s, known)
        for s, known in stands.items()
        if s.line == event.line
        and event.first <= s.first
        and s.last <= event.last
        and s.type in ("Forum", "Organization")
    ]
    if inside:
        widest = max(inside, key=lambda one: (one[0].last - one[0].first, -one[0].first))
        return widest[1][0] if widest[1] else None
    if event.of_last == event.of_first + 1:
        word = scenes[event.line].line.tokens[event.of_first].text
        same = {known[0].id: known[0] for s, known in stands.items() if known and s.type == "Forum" and s.head == word}
        if len(same) == 1:
            return next(iter(same.values()))
    return None


def _bare(scene: Scene, event: Event) -> bool:
    words = [t.text for t in scene.line.tokens[event.first : event.last] if t.kind in "CA"]
    return all(common_word(w) or w.capitalize() in _ORDINAL for w in words) and len(words) <= 3


def _known(
    scene: Scene, event: Event, forum: Known | None, dates: Sequence[DateExpression], around: Surroundings
) -> Known:
    tokens = scene.line.tokens[event.first : event.last]
    name = words_of(tokens)
    if event.head == "Conference" and name.startswith("COP") and event.number:
        return Known(f"event/cop/{event.number}", "Meeting", f"COP{event.number}")
    if forum is not None and event.number is not None:
        ordinal = _ORDINAL[event.number - 1] if event.number <= len(_ORDINAL) else f"{event.number}th"
        if event.of_last or _bare(scene, event):
            tail = forum.id.rpartition("/")[2]
            return Known(f"event/{tail}/{event.number}", "Meeting", f"{ordinal} {event.head} of the {forum.label}")
        rest = " ".join(t.text for t in tokens if t.kind not in "1" and t.text.lower() not in map(str.lower, _ORDINAL))
        return Known(f"event/{slug(rest)}/{event.number}", "Meeting", name)
    day = next((d.not_before for d in dates if d.not_before and d.not_before == d.not_after), None)
    if day is None:
        day = next((d.not_before for d in dates if d.not_before and d.not_after and d.start > tokens[-1].end), None)
        day = day if day and event.proper else None
    if day:
        return Known(f"event/{day}/{slug(name)}", "Meeting", name)
    special = any(t.kind == "9" for t in tokens) or any(
        t.kind == "C" and not common_word(t.text) and t.text not in MONTHS for t in tokens
    )
    place = "event" if event.proper and special else f"doc/{around.document}/event"
    return Known(f"{place}/{slug(name)}", "Meeting", name)


def _fact(
    scene: Scene, event: Event, known: Known, forum: Known | None, stands: Stands, dates: Sequence[DateExpression]
) -> EventFact:
    tokens = scene.line.tokens
    end = tokens[event.last - 1].end
    when = next((d for d in dates if d.start >= end and (d.not_before or d.not_after)), None)
    here = [(s, k[0]) for s, k in stands.items() if s.line == event.line and k]
    places = [k.id for s, k in here if s.first >= event.last and s.type in ("Place", "State")
              and tokens[s.first - 1].text in ("in", "at")]  # fmt: skip
    inside = [k.id for s, k in here if event.first <= s.first and s.last <= event.last and k.type == "State"]
    return EventFact(
        tokens[0].start,
        tokens[-1].end,
        known.id,
        forum.id if forum else None,
        event.number,
        when.not_before if when else None,
        when.not_after if when else None,
        when.text if when else None,
        tuple(dict.fromkeys(places))[:2],
        tuple(dict.fromkeys(inside)),
    )


def _delegations(cast: Cast, scenes: Sequence[Scene], main: str | None, stands: Stands) -> list[EventFact]:
    """Read who led the delegations to the document's meeting, and which bodies took part."""
    out: list[EventFact] = []
    if main is None:
        return out
    for scene in scenes:
        words = {t.text for t in scene.line.tokens}
        start, end = scene.line.tokens[0].start, scene.line.tokens[-1].end
        if words & {"delegation", "delegations"} and words & _LED:
            people = _people(cast, start, end)
            sides = sorted({s for i in people if (s := cast.drafts[i].acts_for)})
            if people:
                out.append(EventFact(start, end, main, participants=tuple(sides), heads=people))
        elif words & _TOOK_PART:
            bodies = [k[0].id for s, k in stands.items() if s.line == scene.number and k and k[0].type == "Agency"]
            if bodies:
                out.append(EventFact(start, end, main, participants=tuple(dict.fromkeys(bodies))))
    return out


def _people(cast: Cast, start: int, end: int) -> tuple[str, ...]:
    """Give the persons named in a stretch of text, in order."""
    here = sorted(m for m in cast.mentions.values() if start <= m.start and m.end <= end)
    ids = [i for m in here for i in m.refers_to if i in cast.drafts and cast.drafts[i].type == "Person"]
    return tuple(dict.fromkeys(ids))
