"""Several bodies under one head: "the Omani and Qatari Governments", "the Departments of State and Commerce"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph_builder.language.authority import Known, Surroundings, known_of, listed_id, made_of, state_ids
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.wording import common_word

_SINGULAR = {"Departments": "Department", "Ministries": "Ministry", "Offices": "Office", "Bureaus": "Bureau"}
_JOINT = frozenset(("and", ",", "&", "the", "both"))


class Shared(NamedTuple):
    """One of several bodies: where its words stand (tokens ``first`` to ``last``) and what they stand for."""

    first: int
    last: int
    known: Known


def shared_heads(line: Line, listed: Sequence[Sighting], around: Surroundings) -> list[Shared]:
    """Find the bodies of a line that share a head with others; those that stand whole are not repeated."""
    out = []
    for seen in listed:
        if seen.type != "Agency" or not seen.head:
            continue
        words = [t.text for t in line.tokens[seen.first : seen.last]]
        if opens_roll(line, seen):
            out += _states_behind(line, seen, listed, around)
        elif seen.refs and words[-1].endswith("s") and words[-1] not in ("Forces", "forces", "Affairs"):
            out += _states_before(line, seen, listed, around)
    return out + _listed_fields(line, around)


def opens_roll(line: Line, seen: Sighting) -> bool:
    """Tell whether a bare plural opens a roll of states: "the *Governments* of Peru and Chile"."""
    word = line.tokens[seen.first].text
    bare = seen.kind == "description" and seen.last == seen.first + 1 and word.endswith("s")
    return bare and seen.last < len(line.tokens) and line.tokens[seen.last].text == "of"


def _states_before(line: Line, seen: Sighting, listed: Sequence[Sighting], around: Surroundings) -> list[Shared]:
    out, first = [], seen.first
    for other in reversed([s for s in listed if s.last < seen.first]):
        gap = {t.text for t in line.tokens[other.last : first]}
        ids = state_ids(around.gazetteer, other)
        if not gap or not gap <= _JOINT or len(ids) != 1 or not ids[0].startswith("state/"):
            break
        if body := around.gazetteer.body(ids[0], seen.head):
            out.append(Shared(other.first, seen.last, known_of(around.gazetteer, body.id)))
        first = other.first
    return out


def _states_behind(line: Line, seen: Sighting, listed: Sequence[Sighting], around: Surroundings) -> list[Shared]:
    """Give the bodies of a roll; where it is in small letters and long, the states themselves are meant, and named."""
    out: list[Shared] = []
    last = seen.last + 1
    for other in [s for s in listed if s.first > seen.last]:
        gap = {t.text for t in line.tokens[last : other.first]}
        ids = state_ids(around.gazetteer, other)
        if not gap <= _JOINT or len(ids) != 1 or not ids[0].startswith("state/"):
            break
        if body := around.gazetteer.body(ids[0], seen.head):
            out.append(Shared(seen.first, other.last, known_of(around.gazetteer, body.id)))
        last = other.last
    small = line.tokens[seen.first].text.islower()
    return [] if small and len(out) > 2 else out


def _listed_fields(line: Line, around: Surroundings) -> list[Shared]:
    """Read "Departments of State, Defense, and Commerce" as three."""
    out: list[Shared] = []
    tokens = line.tokens
    for at, token in enumerate(tokens[:-2]):
        singular = _SINGULAR.get(token.text)
        if singular is None or tokens[at + 1].text not in ("of", "for"):
            continue
        i = first = at + 2
        while i < len(tokens) and (
            tokens[i].text in ("and", ",", "&", "the") or _field(tokens[i].text, tokens[i].kind)
        ):
            if not _field(tokens[i].text, tokens[i].kind):
                i += 1
                first = i
                continue
            while i < len(tokens) and _field(tokens[i].text, tokens[i].kind):
                i += 1
            name = f"{singular} {tokens[at + 1].text} " + " ".join(t.text for t in tokens[first:i])
            id_ = listed_id(around.gazetteer, name, "Agency", around.publisher)
            known = known_of(around.gazetteer, id_) if id_ else made_of("Agency", name, around, around.publisher, None)
            out.append(Shared(first, i, known))
            first = i
    return out


def _field(word: str, kind: str) -> bool:
    return kind == "C" and common_word(word)
