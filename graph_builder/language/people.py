"""Persons entered into the cast, with their posts and the state or body for which they act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph_builder.language.authority import Known, Surroundings, known_of
from graph_builder.language.cast import Cast
from graph_builder.language.persons import Person, Use, person_id
from graph_builder.language.posts import Holding
from graph_builder.language.records import Tenure
from graph_builder.language.scenes import Scene
from graph_builder.language.settling import settled
from graph_builder.language.sightings import Sighting
from graph_builder.language.titles import Title


class Things(NamedTuple):
    """What the names of the document stand for: the listed names of each line, what each sighting stands for, and what
    settles the rest.
    """

    listed: Sequence[list[Sighting]]
    stands: Mapping[Sighting, tuple[Known, ...]]
    around: Surroundings


def enter_persons(
    cast: Cast,
    scenes: Sequence[Scene],
    held: Sequence[Holding],
    persons: Sequence[Person],
    uses: Sequence[Use],
    things: Things,
) -> list[Tenure]:
    """Enter every person and every use of a name; give the posts that the words at hand tell of."""
    ids = [person_id(p, things.around.document) for p in persons]
    at = {(use.line, use.first): use.person for use in uses}
    for use in uses:
        tokens = scenes[use.line].line.tokens
        kind = "surname" if use.alone else "name"
        cast.mention(tokens[use.first].start, tokens[use.last - 1].end, kind, (ids[use.person],))
    rows: list[tuple[int, Holding, Title, Known | None]] = []
    side: dict[int, str] = {}
    for h in held:
        number = at.get((h.name.line, h.name.first))
        if number is None:
            continue
        told = [(title, organization_of(scenes, h, title, things)) for title in h.titles]
        sides = [body for title, body in told if body and not title.former]
        one = sides[0] if sides else None if told else _place_of(scenes, h, things)
        if one:
            side.setdefault(number, one.acts_for or one.id)
        rows += [(number, h, title, body) for title, body in told if title.post]
    for number, h, _, _ in rows:
        spoken = things.around.speaks_for[h.name.line]
        if spoken:
            side.setdefault(number, spoken)
    for number, person in enumerate(persons):
        known = Known(ids[number], "Person", person.label, side.get(number), kind="actor-type/natural-person")
        cast.add(known, None, *person.forms, *([person.nickname] if person.nickname else []))
    tenures = []
    for number, h, title, body in rows:
        tokens = scenes[h.name.line].line.tokens
        first, last = min(h.name.first, title.first), max(h.name.end, title.last)
        of = side.get(number) or ""
        where = cast.add(body, None) if body else of if of.startswith("state/") else ""
        tenures.append(Tenure(tokens[first].start, tokens[last - 1].end, ids[number], title.post, where, title.former))
    return [t for t in tenures if not any(_longer(o, t) for o in tenures)]


def _longer(other: Tenure, tenure: Tenure) -> bool:
    """Tell whether another row tells the same post of the same person in more words."""
    if (
        other.person != tenure.person
        or other.organization != tenure.organization
        or len(other.post) <= len(tenure.post)
    ):
        return False
    return other.post.startswith(tenure.post + " ")


def organization_of(scenes: Sequence[Scene], h: Holding, title: Title, things: Things) -> Known | None:
    """Tell whose post it is: a body or state in the title or after the name, or the side that the person leads."""
    named = _entity(scenes, h, title.organization, things) if title.organization else None
    after = _place_of(scenes, h, things)
    if named and after and named.type == "State" and after.type != "State":
        return after
    return named or after or _delegation(scenes[h.name.line], h, things.around)


def _delegation(scene: Scene, h: Holding, around: Surroundings) -> Known | None:
    """Give the state of the delegation that the person leads: "the Omani delegation, led by Minister Ann Lee"."""
    tokens, first = scene.line.tokens, h.first
    for i in range(first - 1, max(0, first - 12), -1):
        if tokens[i].text in ("delegation", "side", "team", "delegates"):
            one = scene.ends.get(i)
            led = any(t.text in ("led", "headed", "represented", "by") for t in tokens[i + 1 : first])
            state = one is not None and one.type == "State" and len(one.refs) == 1
            return known_of(around.gazetteer, one.refs[0]) if led and state and one else None
        if tokens[i].text in (";", "."):
            break
    return None


def _place_of(scenes: Sequence[Scene], h: Holding, things: Things) -> Known | None:
    return _entity(scenes, h, h.place, things) if h.place else None


def _entity(scenes: Sequence[Scene], h: Holding, seen: Sighting, things: Things) -> Known | None:
    scene = scenes[h.name.line]
    if seen.kind == "metonym":
        return known_of(things.around.gazetteer, seen.refs[0])
    known = things.stands.get(seen) or settled(
        scene.line, scene.marks, seen, things.listed[scene.number], things.around
    )
    return known[0] if known and known[0].type != "Place" else None
