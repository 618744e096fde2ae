"""From tables to an index of names: every name entered once, every reference followed, every clash of names told.

Two rows may bear one name only where that is meant: public bodies of different states ("Cabinet Office"), a seat and
who sits there, or a name that ``ambiguous.csv`` declares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graph_builder import errors
from graph_builder.language import gazetteer_tables as tables
from graph_builder.language.gazetteer_finder import Index, respelled, words_of
from graph_builder.language.slugs import slug


@dataclass(frozen=True, slots=True)
class Authority:
    """All that the tables say, checked. ``shared`` are the agencies whose label other states' agencies bear as well."""

    rows: Mapping[str, tables.Row]
    bodies: Mapping[str, tables.Body]
    members: Mapping[str, tuple[tables.Tenancy, ...]]
    index: Index
    shared: frozenset[str]
    titles: Mapping[str, str]
    portfolios: tuple[str, ...]


class _Seat(NamedTuple):
    """A place or building whose name may stand for who sits there."""

    name: str
    stands_for: tuple[str, ...]
    place: str
    where: str


def read(folders: tuple[Path, ...]) -> Authority:
    """Read the tables of the folders, an earlier folder winning over a later one.

    Raises MalformedTable, with file:line, on a bad row, a reference to nothing, or a name that two rows bear.
    """
    rows: dict[str, tables.Row] = {}
    own: set[str] = set()
    bodies: dict[str, tables.Body] = {}
    tenancies: list[tables.Tenancy] = []
    seats: list[_Seat] = []
    titles: dict[str, str] = {}
    portfolios: dict[str, None] = {}
    declared: set[tuple[str, ...]] = set()
    for folder in folders:
        for row in tables.entity_rows(folder):
            rows.setdefault(row.id, row)
        for body in tables.body_rows(folder):
            bodies.setdefault(body.id, body)
        tenancies += tables.roster_rows(folder)
        for where, cells in tables.lines(folder / "metonyms.csv", "name", "stands_for"):
            place = (cells.get("place") or "").strip()
            seats.append(_Seat(cells["name"].strip(), tables.values(cells["stands_for"]), place, where))
        for _, cells in tables.lines(folder / "titles.csv", "title", "acts_for"):
            for title in _spellings(cells["title"].strip()):
                titles.setdefault(title, cells["acts_for"].strip())
        for _, cells in tables.lines(folder / "portfolios.csv", "portfolio"):
            portfolios |= dict.fromkeys(_spellings(cells["portfolio"].strip()))
        for _, cells in tables.lines(folder / "ambiguous.csv", "name"):
            declared.add(words_of(cells["name"]))
        if folder is not folders[-1]:
            own |= rows.keys()
    seats += _capitals(rows)
    _follow(rows, bodies, tenancies, seats)
    by_group: dict[str, list[tables.Tenancy]] = {}
    for tenancy in tenancies:
        by_group.setdefault(tenancy.group, []).append(tenancy)
    index, shared = _enter(rows, bodies, seats, own, declared)
    longest_first = tuple(sorted(portfolios, key=lambda name: (-len(name), name)))
    return Authority(rows, bodies, {g: tuple(t) for g, t in by_group.items()}, index, shared, titles, longest_first)


def _spellings(words: str) -> tuple[str, ...]:
    other = respelled(words)
    return (words,) if other is None else (words, other)


def _capitals(rows: dict[str, tables.Row]) -> list[_Seat]:
    """Give each capital a row as a place, and as a seat that may stand for its state."""
    seats = []
    for state in [row for row in rows.values() if row.capital]:
        id_ = "place/" + slug(state.capital)
        place = rows.get(id_)
        if place is None:
            place = rows[id_] = tables.Row(
                id_, "Place", state.capital, (), (), (), None, None, state.id, (), "", "", state.where
            )
        if state.kind == "actor-type/state":
            seats += [_Seat(name, (state.id,), id_, state.where) for name in (place.label, *place.names)]
    return seats


def _follow(
    rows: Mapping[str, tables.Row],
    bodies: Mapping[str, tables.Body],
    tenancies: Iterable[tables.Tenancy],
    seats: Iterable[_Seat],
) -> None:
    """Raise MalformedTable where a row points at an id that no table has."""
    for row in rows.values():
        for id_ in (row.acts_for, row.part_of, *row.owners):
            _known(rows, id_, row.where)
        if row.body and row.body not in bodies:
            raise errors.MalformedTable(f"no body {row.body!r}", where=row.where, remedy="see bodies.csv")
    for tenancy in tenancies:
        _known(rows, tenancy.group, tenancy.where)
        _known(rows, tenancy.member, tenancy.where)
    for seat in seats:
        for id_ in (*seat.stands_for, seat.place or None):
            _known(rows, id_, seat.where)


def _known(rows: Mapping[str, tables.Row], id_: str | None, where: str) -> None:
    if id_ is not None and id_ not in rows:
        raise errors.MalformedTable(f"nothing has the id {id_!r}", where=where, remedy="add its row or mend the id")


def _enter(
    rows: Mapping[str, tables.Row],
    bodies: Mapping[str, tables.Body],
    seats: Iterable[_Seat],
    own: set[str],
    declared: set[tuple[str, ...]],
) -> tuple[Index, frozenset[str]]:
    """Enter every name. The rows of the user's own tables come first and take their names from all later rows."""
    index = Index()
    taken: set[tuple[str, ...]] = set()
    labels: dict[str, tuple[str, ...]] = {}
    for row in sorted(rows.values(), key=lambda row: row.id not in own) if own else rows.values():
        for kind, name in _names(row):
            words = words_of(name)
            if not words or not (words[0][0].isalnum() or any(word[0].isalnum() for word in words)):
                raise errors.MalformedTable(f"a name without words: {name!r}", where=row.where)
            if name is row.label and row.type == "Agency":
                labels[row.id] = words
            if row.id in own:
                taken.add(words)
            elif words in taken:
                continue
            index.enter(words, name, kind, row.id)
    for words in index.common():
        ids = index.bearers(words)
        if words not in declared and not _different_states(ids):
            raise errors.MalformedTable(
                f"{ids[0]} and {ids[-1]} share the name {' '.join(words)!r}",
                where=rows[ids[-1]].where,
                remedy="drop one, or declare the name in ambiguous.csv",
            )
    told_apart = {words_of(word) for body in bodies.values() for word in body.words} | set(index.common())
    shared = frozenset(id_ for id_, words in labels.items() if words in told_apart)
    for seat in seats:
        words = words_of(seat.name)
        for id_ in seat.stands_for:
            index.enter(words, seat.name, "metonym", id_)
        if seat.place:
            index.enter(words, seat.name, "name", seat.place)
    for body in bodies.values():
        for word in body.words:
            index.enter(words_of(word), word, "body", body.id)
    return index, shared


def _names(row: tables.Row) -> Iterable[tuple[str, str]]:
    yield "name", row.label
    for name in row.names:
        yield "name", name
    for name in row.acronyms:
        yield "acronym", name
    for name in row.adjectives:
        yield "demonym", name


def _different_states(ids: tuple[str, ...]) -> bool:
    states = [id_[:10] for id_ in ids if id_.startswith("agency/")]
    return len(states) == len(ids) == len(set(states))
