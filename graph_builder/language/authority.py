"""From a name in a line to the thing in the world: a row of the gazetteer, or an id made of the name.

Who owns a body of many states ("Ministry of Defence") is settled by the words around it: a state in its name or right
before it, the state for which the sentence speaks ("From Japan, ..."), the person who holds a post there, the
government that publishes the text. Where nothing settles it, it stays local to the document, owned by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from graph_builder.language.complements import SEATS
from graph_builder.language.gazetteer import Gazetteer
from graph_builder.language.sightings import Sighting
from graph_builder.language.slugs import slug
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import words

_SPACE = re.compile(r"\s+")
_FOLDERS = {"Organization": "org", "Forum": "forum", "Instrument": "instrument", "Place": "place"}
_TYPES = {"Agency": ("agency/", "org/"), "Organization": ("org/", "agency/"), "Forum": ("forum/", "org/"),
          "Instrument": ("instrument/",), "Place": ("place/",)}  # fmt: skip
_SIDES = words("""delegation side side's participants government officials representatives team co-chair""")


class Known(NamedTuple):
    """What a name stands for: its id, class, label, and whose it is; ``listed`` if the gazetteer has it."""

    id: str
    type: str
    label: str
    acts_for: str | None = None
    part_of: str | None = None
    owners: tuple[str, ...] = ()
    listed: bool = False
    kind: str | None = None


class Surroundings(NamedTuple):
    """What settles ownership: the document's id, for each line the state that it speaks for, the publisher's state,
    the only state of the text where there is but one, and all states named.
    """

    document: str
    gazetteer: Gazetteer
    speaks_for: tuple[str | None, ...]
    publisher: str | None
    alone: str | None
    named: frozenset[str]


def state_ids(gazetteer: Gazetteer, seen: Sighting) -> tuple[str, ...]:
    """Give the states (or organizations that act like states) that a listed name or demonym stands for."""
    if seen.kind == "metonym":
        return ()
    return tuple(i for i in seen.refs if i.startswith("state/") or i == "org/european-union")


def speaking_states(
    gazetteer: Gazetteer, lines: Sequence[Line], listed: Sequence[Sequence[Sighting]]
) -> tuple[str | None, ...]:
    """Tell for each line the one state for which it speaks: "From Japan, ...", "The Chilean delegation ..."."""
    out: list[str | None] = []
    for line, found in zip(lines, listed, strict=True):
        state = None
        for seen in found:
            ids = state_ids(gazetteer, seen)
            if seen.type == "Agency" and len(seen.refs) == 1 and (holder := gazetteer.state_of(seen.refs[0])):
                ids = (holder,)
            if len(ids) != 1 or seen.first > 4:
                continue
            before = line.tokens[seen.first - 1].text if seen.first else ""
            if before in ("the", "The") and seen.first > 1:
                before = line.tokens[seen.first - 2].text
            after = line.tokens[seen.last].text if seen.last < len(line.tokens) else ""
            if (
                (before in ("From", "For") and after in (",", ":", "'"))
                or (seen.first == 0 and after == ":")
                or (seen.kind != "metonym" and after in _SIDES and (seen.first < 2))
            ):
                state = ids[0]
            break
        out.append(state)
    return tuple(out)


def owner_of(
    line: Line, marks: str, seen: Sighting, listed: Sequence[Sighting], around: Surroundings
) -> tuple[str | None, str | None]:
    """Give (state or organization, parent body) of a thing as far as its own words and its neighbours tell."""
    g = around.gazetteer
    parent = None
    inside = [s for s in listed if seen.first <= s.first and s.last <= seen.last and s is not seen]
    for s in inside:
        ids = state_ids(g, s)
        if len(ids) == 1 and (s.first < seen.core or (s.first == seen.first and seen.type == "Agency")):
            return ids[0], None
    if seen.type == "Agency":
        for s in inside:
            ids = state_ids(g, s)
            if seen.head in SEATS and len(ids) == 1:
                return ids[0], None
            if s.type in ("Agency", "Organization") and len(s.refs) == 1 and s.first > seen.first:
                parent = s.refs[0]
    for s in inside:
        ids = state_ids(g, s)
        if len(ids) == 1 and s.first > seen.first and s.last == seen.last and seen.tail < seen.last:
            return ids[0], parent
    if parent:
        return g.state_of(parent) or parent, parent
    return _before(line, marks, seen, listed, g) or _behind(line, seen, listed, g) or (None, None)


def _before(
    line: Line, marks: str, seen: Sighting, listed: Sequence[Sighting], g: Gazetteer
) -> tuple[str, str | None] | None:
    i = seen.first
    possessive = i > 1 and marks[i - 1] == "'"
    for s in listed:
        if s.last != (i - 1 if possessive else i):
            continue
        ids = state_ids(g, s)
        if len(ids) == 1 and (possessive or seen.type == "Agency"):
            return ids[0], None
        if possessive and s.type in ("Agency", "Organization") and len(s.refs) == 1:
            return g.state_of(s.refs[0]) or s.refs[0], s.refs[0]
    return None


def _behind(line: Line, seen: Sighting, listed: Sequence[Sighting], g: Gazetteer) -> tuple[str, str | None] | None:
    """Read an owner behind: "of Peru", "(Peru)", ", Peru,"."""
    tokens = line.tokens
    for s in listed:
        if s.first < seen.last or s.kind == "demonym" or s.first > seen.last + 2:
            continue
        ids, gap = state_ids(g, s), [t.text for t in tokens[seen.last : s.first]]
        after = tokens[s.last].text if s.last < len(tokens) else "."
        if gap == ["("] and s.type == "Agency" and seen.type == "Agency" and len(s.refs) == 1:
            return g.state_of(s.refs[0]) or s.refs[0], None
        if len(ids) != 1:
            continue
        held = seen.type == "Agency" and gap in (["in"], ["in", "the"])
        if held or gap in (["of"], ["of", "the"]) or (gap == ["("] and after == ")"):
            return ids[0], None
        if seen.type == "Agency" and gap == [","] and after in (".", ";", ")", ","):
            return ids[0], None
    return None


def listed_id(gazetteer: Gazetteer, name: str, type_: str, owner: str | None) -> str | None:
    """Give the gazetteer's id of a name, if one row of a fitting class bears it and no other owner is told."""
    ids = [i for i in gazetteer.by_name(name) if i.startswith(_TYPES.get(type_, ()))]
    if type_ == "Agency" and owner:
        ids = [i for i in ids if gazetteer.state_of(i) == owner or i.startswith("org/")]
    return ids[0] if len(ids) == 1 else None


def known_of(gazetteer: Gazetteer, id_: str) -> Known:
    """Give what the gazetteer says of an id."""
    card = gazetteer.entities[id_]
    return Known(card.id, card.type, card.label, card.acts_for, card.part_of, card.owners, True)


def owned(known: Known, owners: tuple[str, ...]) -> Known:
    """Give a text its owners; a state's comes into the id, since many states have a "Space Strategy".

    >>> owned(Known("instrument/reef-plan", "Instrument", "Reef Plan"), ("state/ton",)).id
    'instrument/ton-reef-plan'
    """
    folder, _, name = known.id.partition("/")
    kind, _, iso = owners[0].partition("/")
    return known._replace(id=f"{folder}/{iso[:3]}-{name}" if kind in ("state", "agency") else known.id, owners=owners)


def made_of(type_: str, name: str, around: Surroundings, owner: str | None, parent: str | None) -> Known:
    """Make the id of a thing that no table lists, of its name.

    A public body acts for somebody: one whose state no words tell is an organization, local to the document.
    """
    if type_ == "Agency":
        if owner and owner.startswith("state/"):
            iso = owner.partition("/")[2]
            return Known(f"agency/{iso}-{slug(name)}", type_, name, owner, parent)
        if owner:
            return Known(f"org/{slug(name)}", "Organization", name, None, owner)
        return Known(f"doc/{around.document}/org/{slug(name)}", "Organization", name, None, parent)
    if type_ == "Instrument" and owner and owner.startswith("state/"):
        iso = owner.partition("/")[2]
        return Known(f"instrument/{iso}-{slug(name)}", type_, name, owners=(parent or owner,))
    owners = (owner,) if owner and type_ == "Instrument" else ()
    return Known(f"{_FOLDERS[type_]}/{slug(name)}", type_, name, None, parent, owners)
