"""The names of all lines entered into the cast: one thing for all its names, and the names inside longer names."""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.documents.records import Document
from graph_builder.language.aliases import Alias, aliases_of, repeated, short_forms
from graph_builder.language.authority import Known, Surroundings, known_of, owned, state_ids
from graph_builder.language.cast import Cast
from graph_builder.language.descriptions import described
from graph_builder.language.instruments import parts_of_texts
from graph_builder.language.scenes import Scene
from graph_builder.language.settling import settled
from graph_builder.language.shared_heads import shared_heads
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line, arabic, words_of

Stands = dict[Sighting, tuple[Known, ...]]


def enter_names(
    cast: Cast,
    scenes: Sequence[Scene],
    kept: Sequence[list[Sighting]],
    listed: Sequence[list[Sighting]],
    around: Surroundings,
) -> Stands:
    """Enter the names of all lines, their shorter forms and aliases; tell what each sighting stands for."""
    lines, marks = [s.line for s in scenes], [s.marks for s in scenes]
    stands: Stands = {
        seen: known
        for s in scenes
        for seen in kept[s.number]
        if (known := settled(s.line, s.marks, seen, listed[s.number], around))
    }
    _inherit_owners(scenes, kept, stands)
    _same_states(scenes, listed, stands, around)
    for seen, longer in short_forms(lines, stands).items():
        stands[seen] = stands[longer]
    _entitled(scenes, stands)
    given = {(s.line, s.first, s.last): s for s in stands}
    aliases = [
        a
        for a in aliases_of(lines, [s for s in stands if s.type != "State"])
        if not _of_inner(a, given.get((a.line, a.first, a.last)), listed[a.line])
    ]
    meant = {id(alias): stands[alias.of] for alias in aliases}
    for use, alias in repeated(lines, marks, aliases):
        stands.pop(given.get((use.line, use.first, use.last), use), None)
        stands[use] = meant[id(alias)]
    for s in scenes:
        stands |= _inside(s, kept[s.number], listed[s.number], stands, around)
    for seen, known in stands.items():
        line = lines[seen.line]
        tokens = line.tokens[seen.first : seen.last]
        ids = tuple(cast.add(k, words_of(tokens), *_other_forms(line, marks[seen.line], seen)) for k in known)
        kind = seen.kind if seen.kind in ("acronym", "demonym", "metonym") else "name"
        cast.mention(tokens[0].start, tokens[-1].end, kind, ids)
    for s in scenes:
        for shared in shared_heads(s.line, listed[s.number], around):
            tokens = s.line.tokens[shared.first : shared.last]
            cast.add(shared.known, words_of(tokens))
            cast.mention(tokens[0].start, tokens[-1].end, "name", (shared.known.id,))
    _enter_articles(cast, scenes, stands)
    for seen, thing in described(scenes, stands):
        token = lines[seen.line].tokens[seen.first]
        cast.mention(token.start, token.end, "description", (thing.id,), 0.8)
    return stands


def _enter_articles(cast: Cast, scenes: Sequence[Scene], stands: Stands) -> None:
    """Enter the articles that are named with their text: "Article 5 of the Suva Treaty"."""
    at = {(s.line, s.first): (s, known[0]) for s, known in stands.items() if s.type == "Instrument" and known}
    for scene in scenes:
        for part in parts_of_texts(scene.line, scene.number, scene.marks):
            if (scene.number, part.of_first) not in at:
                continue
            whole, text = at[scene.number, part.of_first]
            tokens = scene.line.tokens
            number = arabic(part.number)
            known = Known(
                f"{text.id}/article-{number}",
                "Instrument",
                f"Article {number} of the {text.label}",
                part_of=text.id,
                kind="text-type/provision",
            )
            cast.add(known, words_of(tokens[part.first : whole.last]), words_of(tokens[part.first : part.last]))
            cast.mention(tokens[part.first].start, tokens[whole.last - 1].end, "name", (known.id,))


def _of_inner(alias: Alias, known: Sighting | None, listed: Sequence[Sighting]) -> bool:
    """Tell whether letters in brackets are those of the name with which a longer one ends: "... of the IMF (IMF)"."""
    if known is None or not known.refs:
        return False
    return any(s.last == alias.of.last and s is not alias.of and s.refs == known.refs for s in listed)


def enter_datelines(cast: Cast, document: Document) -> None:
    """Enter the places and states of datelines ("TOKYO, June 3 -"): they are places there, never actors."""
    g = cast.gazetteer
    for block in document.blocks:
        if block.zone != "dateline":
            continue
        for name in g.find(document.text, block.start, block.end):
            places = [i for i in name.ids if i.startswith("place/")]
            ids = places[:1] or [i for i in name.ids if i.startswith("state/")][:1]
            if ids and len(places or name.ids) == 1 and name.kind in ("name", "metonym"):
                cast.add(known_of(g, ids[0]), None)
                cast.mention(name.start, name.end, "name", (ids[0],))


def _inherit_owners(scenes: Sequence[Scene], kept: Sequence[list[Sighting]], stands: Stands) -> None:
    """Give the texts of a list the owner of the first: "Peru's Reef Strategy, Coast Plan and Lagoon Fund"."""
    for scene in scenes:
        owner: tuple[str, ...] = ()
        last = -1
        for seen in kept[scene.number]:
            known = stands.get(seen)
            if not known or known[0].type != "Instrument":
                continue
            gap = {t.text for t in scene.line.tokens[last : seen.first]} if last >= 0 else {"."}
            if owner and not known[0].owners and not known[0].listed and gap <= {",", "and", ";"}:
                stands[seen] = (owned(known[0], owner),)
            owner, last = stands[seen][0].owners if not known[0].listed else (), seen.last


def _same_states(
    scenes: Sequence[Scene], listed: Sequence[list[Sighting]], stands: Stands, around: Surroundings
) -> None:
    """Make one thing of names that differ in the order or the names of their states: "U.S.-Japan", "Japan-U.S."."""
    first: dict[tuple[str, frozenset[str], str], tuple[Known, ...]] = {}
    for seen in sorted(stands, key=lambda s: (s.line, s.first)):
        if seen.refs or seen.core < 0:
            continue
        scene = scenes[seen.line]
        states: set[str] = set()
        end = seen.first
        while (end < seen.last and scene.marks[end] in "SD-~/") or (
            end > seen.first and scene.line.tokens[end].text in ("and", "&")
        ):
            for one in listed[seen.line]:
                if one.first == end:
                    states.update(state_ids(around.gazetteer, one))
            end += 1
        last = seen.last
        if not states and (body := _body_of(scene, seen, listed[seen.line])) is not None:
            states, end, last = (
                {body.refs[0]},
                (body.last if body.first == seen.first else seen.first),
                (seen.last if body.first == seen.first else seen.tail if seen.tail < seen.last else body.first - 1),
            )
        elif len(states) < 2:
            continue
        rest = words_of(scene.line.tokens[end:last]).casefold() if end < last else ""
        if rest:
            stands[seen] = first.setdefault((seen.type, frozenset(states), rest), stands[seen])


def _body_of(scene: Scene, seen: Sighting, listed: list[Sighting]) -> Sighting | None:
    """Give the listed body whose part a name names: "IMF Executive Board", "Executive Board of the IMF"."""
    if seen.type not in ("Organization", "Agency", "Forum"):
        return None
    behind = seen.tail + 1 + (scene.line.tokens[seen.tail + 1].text == "the") if seen.tail < seen.last else -1
    for one in listed:
        inside = one.first in (seen.first, behind) and one.last <= seen.last and one is not seen
        if inside and len(one.refs) == 1 and one.type in ("Organization", "Forum", "Agency"):
            return one
    return None


def _entitled(scenes: Sequence[Scene], stands: Stands) -> None:
    """Make one thing of a text and its title: "resolution 1962 (XVIII), entitled “Declaration of ...”"."""
    for seen in [s for s in stands if s.type == "Instrument"]:
        tokens, i = scenes[seen.line].line.tokens, seen.last
        i += i < len(tokens) and tokens[i].text == ","
        if i + 2 >= len(tokens) or tokens[i].text not in ("entitled", "titled"):
            continue
        i += 1 + (tokens[i + 1].kind == "q")
        title = next((s for s in stands if s.line == seen.line and s.first == i), None)
        if title is not None:
            stands[seen] = stands[title]


def _inside(scene: Scene, kept: list[Sighting], listed: list[Sighting], stands: Stands, around: Surroundings) -> Stands:
    """Give the names inside longer ones that name something of their own: states behind prepositions and in compounds,
    bodies and texts, places behind "in" and "at".
    """
    out: Stands = {}
    tokens = scene.line.tokens
    for outer in kept:
        if outer not in stands:
            continue
        if outer.refs:
            out |= _state_behind(scene, outer, around) | _compound(scene, outer, around)
            continue
        for inner in listed:
            if (
                not (outer.first <= inner.first and inner.last <= outer.last)
                or inner.last - inner.first == outer.last - outer.first
            ):
                continue
            if (inner.first, inner.type) == (outer.first, outer.type) or inner.head == "government":
                continue
            before = tokens[inner.first - 1].text if inner.first > outer.first else ""
            if inner.type == "State" and inner.kind != "metonym":
                told = _tells_apart(scene, inner, outer)
            elif inner.type == "Place" or inner.kind == "metonym":
                told = before in ("in", "at")
            else:
                told = inner.kind != "description" or before in ("of", "the")
            if told and (known := settled(scene.line, scene.marks, inner, listed, around)):
                out[inner] = known
    return out


def _tells_apart(s: Scene, inner: Sighting, outer: Sighting) -> bool:
    before = s.marks[inner.first - 1] if inner.first > outer.first else ""
    after = s.marks[inner.last] if inner.last < outer.last else ""
    return before in ("x", "-", "~", ",") or after in ("-", "~") or (after == "x" and inner.first == outer.first)


def _compound(scene: Scene, outer: Sighting, around: Surroundings) -> Stands:
    """Give the states of a compound with which a listed name begins: "Japan-U.S. Security Treaty"."""
    out: Stands = {}
    tokens = scene.line.tokens
    ends = {i + d for i in range(outer.first + 1, outer.last - 1) if tokens[i].kind == "-" for d in (-1, 1)}
    for i in sorted(ends):
        ids = around.gazetteer.by_name(tokens[i].text)
        if len(ids) == 1 and ids[0].startswith("state/") and outer.type in ("Forum", "Instrument", "Organization"):
            out[Sighting(scene.number, i, i + 1, "State", refs=ids)] = (known_of(around.gazetteer, ids[0]),)
    return out if len(out) > 1 else {}


def _state_behind(scene: Scene, outer: Sighting, around: Surroundings) -> Stands:
    """Give the state that a listed body's name ends with: "Government of Peru"."""
    tokens = scene.line.tokens
    of = next((i for i in range(outer.last - 1, outer.first, -1) if tokens[i].text == "of"), 0)
    if outer.type != "Agency" or len(outer.refs) != 1 or not of:
        return {}
    state = around.gazetteer.state_of(outer.refs[0])
    first = of + 1 + (tokens[of + 1].text in ("the", "The"))
    if state is None or state not in around.gazetteer.by_name(words_of(tokens[first : outer.last])):
        return {}
    return {Sighting(scene.number, first, outer.last, "State", refs=(state,)): (known_of(around.gazetteer, state),)}


def _other_forms(line: Line, marks: str, seen: Sighting) -> tuple[str, ...]:
    """Give the forms of a name that grammar found: without the owners that it carries, and with one before it."""
    if seen.refs or seen.core < 0:
        return ()
    tokens = line.tokens
    bare = [words_of(tokens[a:b]) for a in {seen.first, seen.core} for b in {seen.tail, seen.last}]
    if seen.head.startswith("^") and seen.last < len(tokens):
        bare.append(words_of(tokens[seen.first : seen.last + 1]))
    if seen.first > 1 and marks[seen.first - 1] == "'" and marks[seen.first - 2] in "SO":
        start = seen.first - 2
        while start and marks[start - 1] == marks[seen.first - 2]:
            start -= 1
        bare.append(words_of(tokens[start : seen.last]))
    return tuple(sorted(set(bare)))
