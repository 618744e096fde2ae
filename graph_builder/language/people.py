"""Persons entered into the cast, with their posts and the state or body for which they act."""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.language.authority import Known, Surroundings
from graph_builder.language.cast import Cast
from graph_builder.language.persons import Person, Use, person_id
from graph_builder.language.posts import Holding
from graph_builder.language.records import Tenure
from graph_builder.language.scenes import Scene
from graph_builder.language.settling import settled
from graph_builder.language.titles import Title


def enter_persons(
    cast: Cast,
    scenes: Sequence[Scene],
    held: Sequence[Holding],
    persons: Sequence[Person],
    uses: Sequence[Use],
    around: Surroundings,
) -> list[Tenure]:
    """Enter every person and every use of a name; give the posts that the words at hand tell of."""
    ids = [person_id(p, around.document) for p in persons]
    at = {(use.line, use.first): use.person for use in uses}
    for use in uses:
        tokens = scenes[use.line].line.tokens
        kind = "surname" if use.alone else "name"
        cast.mention(tokens[use.first].start, tokens[use.last - 1].end, kind, (ids[use.person],))
    rows: list[tuple[int, Holding, Title, str | None]] = []
    side: dict[int, str] = {}
    for h in held:
        number = at.get((h.name.line, h.name.first))
        if number is None:
            continue
        told = [(title, organization_of(scenes, h, title, around)) for title in h.titles]
        sides = [organization for title, organization in told if organization and not title.former]
        side_of = sides[0] if sides else None if told else _place_of(scenes, h, around)
        if side_of:
            side.setdefault(number, around.gazetteer.state_of(side_of) or side_of)
        rows += [(number, h, title, organization) for title, organization in told if title.post]
    for number, h, _, _ in rows:
        spoken = around.speaks_for[h.name.line]
        if spoken:
            side.setdefault(number, spoken)
    for number, person in enumerate(persons):
        known = Known(ids[number], "Person", person.label, side.get(number), kind="actor-type/natural-person")
        cast.add(known, None, *person.forms, *([person.nickname] if person.nickname else []))
    tenures = []
    for number, h, title, organization in rows:
        tokens = scenes[h.name.line].line.tokens
        first, last = min(h.name.first, title.first), max(h.name.end, title.last)
        of = side.get(number) or ""
        where = organization or (of if of.startswith("state/") else "")
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


def organization_of(scenes: Sequence[Scene], h: Holding, title: Title, around: Surroundings) -> str | None:
    """Tell whose post it is: a body or state in the title or after the name, or the side for which the line speaks."""
    named = _entity(scenes, h, title.organization, around) if title.organization else None
    after = _place_of(scenes, h, around)
    if named and after and named.startswith("state/") and not after.startswith("state/"):
        return after
    return named or after or _delegation(scenes[h.name.line], h)


def _delegation(scene: Scene, h: Holding) -> str | None:
    """Give the state of the delegation that the person leads: "the Omani delegation, led by Minister Ann Lee"."""
    tokens, first = scene.line.tokens, h.first
    for i in range(first - 1, max(0, first - 12), -1):
        if tokens[i].text in ("delegation", "side", "team", "delegates"):
            one = scene.ends.get(i)
            led = any(t.text in ("led", "headed", "represented", "by") for t in tokens[i + 1 : first])
            return one.refs[0] if led and one is not None and one.type == "State" and len(one.refs) == 1 else None
        if tokens[i].text in (";", "."):
            break
    return None


def _place_of(scenes: Sequence[Scene], h: Holding, around: Surroundings) -> str | None:
    return _entity(scenes, h, h.place, around) if h.place else None


def _entity(scenes: Sequence[Scene], h: Holding, seen: object, around: Surroundings) -> str | None:
    scene = scenes[h.name.line]
    one = next((s for s in scene.begins.values() if s is seen), None)
    if one is None:
        return None
    if one.kind == "metonym":
        return one.refs[0]
    known = settled(scene.line, scene.marks, one, list(scene.begins.values()), around)
    return known[0].id if known and known[0].type != "Place" else None
