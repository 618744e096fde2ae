"""The tables of the gazetteer: rows of CSV files, checked, as they stand.

Every table has a header line; a cell may hold several values, separated by "|". An analyst may keep tables of the same
names in a folder of her own: a row there replaces the shipped row of the same id, and its names win over shipped ones.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from graph_builder import errors

# Table of entities -> class, scheme of its kinds, and the folder that its ids begin with.
ENTITY_TABLES = {
    "states.csv": ("State", "actor-type", "state/"),
    "agencies.csv": ("Agency", "actor-type", "agency/"),
    "organizations.csv": ("Organization", "actor-type", "org/"),
    "forums.csv": ("Forum", "actor-type", "forum/"),
    "treaties.csv": ("Instrument", "text-type", "instrument/"),
    "places.csv": ("Place", "", "place/"),
}
_COLUMNS = (
    "id", "label", "official", "names", "acronyms", "adjectives", "people", "kind", "acts_for", "part_of", "owners",
    "body", "capital",
)  # fmt: skip
_ID = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9-]+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Row(NamedTuple):
    """One entity as its table gives it; ``where`` is file:line."""

    id: str
    type: str
    label: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    adjectives: tuple[str, ...]
    kind: str | None
    acts_for: str | None
    part_of: str | None
    owners: tuple[str, ...]
    body: str
    capital: str
    where: str


class Tenancy(NamedTuple):
    """A member of a group from a day (None: from the beginning) until a day that no longer counts (None: today)."""

    group: str
    member: str
    since: str | None
    until: str | None
    where: str


class Body(NamedTuple):
    """A public body that nearly every state has: the words for it, and how it is labelled ("Government of {state}")."""

    id: str
    label: str
    words: tuple[str, ...]
    kind: str
    where: str


def lines(path: Path, *needed: str) -> list[tuple[str, dict[str, str]]]:
    """Read a table: (file:line, cells by column) for each row; a file that is not there has none.

    Raises MalformedTable where the header lacks a needed column, a row is too long, or a needed cell is empty.
    """
    columns, found = _cells(path, needed)
    return [(where, dict(zip(columns, cells, strict=False))) for where, cells in found]


def _cells(path: Path, needed: tuple[str, ...]) -> tuple[dict[str, int], list[tuple[str, list[str]]]]:
    """Read a table: its columns with their places, and (file:line, cells); one empty cell ends each row."""
    columns: dict[str, int] = {}
    found: list[tuple[str, list[str]]] = []
    if not path.is_file():
        return columns, found
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            columns = {column: place for place, column in enumerate(next(reader, []))}
            lacking = [column for column in needed if column not in columns]
            if lacking:
                raise errors.MalformedTable(
                    f"no column {lacking[0]!r}",
                    where=f"{path.name}:1",
                    remedy=f"the header must name {', '.join(needed)}",
                )
            name, width, places = path.name, len(columns), [columns[column] for column in needed]
            for cells in reader:
                if not any(cells):
                    continue
                where = f"{name}:{reader.line_num}"
                if len(cells) > width:
                    raise errors.MalformedTable(
                        f"{len(cells)} cells under {width} columns", where=where, remedy="quote cells that hold commas"
                    )
                line = cells + [""] * (width + 1 - len(cells))
                for place in places:
                    if not line[place] or line[place].isspace():
                        column = needed[places.index(place)]
                        raise errors.MalformedTable(
                            f"{column!r} is empty", where=where, remedy="fill it or drop the row"
                        )
                found.append((where, line))
    except (UnicodeDecodeError, csv.Error) as problem:
        raise errors.MalformedTable("not a CSV file in UTF-8", where=str(path), remedy=str(problem)) from problem
    return columns, found


def values(cell: str | None) -> tuple[str, ...]:
    """Split a cell at "|".

    >>> values("State Department| DoS |")
    ('State Department', 'DoS')
    """
    if not cell:
        return ()
    return tuple([part.strip() for part in cell.split("|") if part.strip()])


def entity_rows(folder: Path) -> list[Row]:
    """Read the tables of entities in a folder. Raises MalformedTable on a bad id or a row given twice."""
    found: dict[str, Row] = {}
    for table, (type_, scheme, prefix) in ENTITY_TABLES.items():
        columns, cells = _cells(folder / table, ("id", "label"))
        places = [columns.get(column, -1) for column in _COLUMNS]
        for where, line in cells:
            row = _row([line[place] for place in places], type_, scheme, where)
            if not row.id.startswith(prefix) or not _ID.fullmatch(row.id):
                raise errors.MalformedTable(
                    f"bad id {row.id!r}", where=where, remedy=f"write {prefix} and lower-case words joined by hyphens"
                )
            if row.id in found:
                raise errors.MalformedTable(
                    f"id {row.id!r} twice", where=where, remedy=f"it stands at {found[row.id].where} already"
                )
            found[row.id] = row
    return list(found.values())


def _row(cells: list[str], type_: str, scheme: str, where: str) -> Row:
    id_, label, official, names, acronyms, adjectives, people, kind, acts_for, part_of, owners, body, capital = cells
    id_, kind = id_.strip(), kind.strip()
    return Row(
        id_,
        type_,
        label.strip(),
        values(official) + values(names),
        values(acronyms),
        values(adjectives) + values(people),
        f"{scheme}/{kind}" if kind and scheme else None,
        acts_for.strip() or ("state/" + id_[7:10] if type_ == "Agency" else None),
        part_of.strip() or None,
        values(owners),
        body.strip(),
        capital.strip(),
        where,
    )


def roster_rows(folder: Path) -> list[Tenancy]:
    """Read who belongs to which group from when till when. Raises MalformedTable on a day that is none."""
    found = []
    for where, cells in lines(folder / "rosters.csv", "group", "member"):
        days = [(cells.get(column) or "").strip() or None for column in ("from", "to")]
        for day in days:
            if day is not None and not _is_day(day):
                raise errors.MalformedTable(f"{day!r} is no day", where=where, remedy="write it as 2004-05-01")
        found.append(Tenancy(cells["group"].strip(), cells["member"].strip(), days[0], days[1], where))
    return found


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def body_rows(folder: Path) -> list[Body]:
    """Read the public bodies that nearly every state has."""
    return [
        Body(cells["body"].strip(), cells["label"].strip(), values(cells["words"]), cells["kind"].strip(), where)
        for where, cells in lines(folder / "bodies.csv", "body", "label", "words", "kind")
    ]
