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
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            lacking = [column for column in needed if column not in header]
            if lacking:
                raise errors.MalformedTable(
                    f"no column {lacking[0]!r}",
                    where=f"{path.name}:1",
                    remedy=f"the header must name {', '.join(needed)}",
                )
            found = []
            for cells in reader:
                if not any(cells):
                    continue
                where = f"{path.name}:{reader.line_num}"
                if len(cells) > len(header):
                    raise errors.MalformedTable(
                        f"{len(cells)} cells under {len(header)} columns",
                        where=where,
                        remedy="quote cells that hold commas",
                    )
                row = dict(zip(header, cells, strict=False))
                for column in needed:
                    if not row.get(column, "").strip():
                        raise errors.MalformedTable(
                            f"{column!r} is empty", where=where, remedy="fill it or drop the row"
                        )
                found.append((where, row))
            return found
    except (UnicodeDecodeError, csv.Error) as problem:
        raise errors.MalformedTable("not a CSV file in UTF-8", where=str(path), remedy=str(problem)) from problem


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
    found: list[Row] = []
    seen: dict[str, str] = {}
    for table, (type_, scheme, prefix) in ENTITY_TABLES.items():
        for where, cells in lines(folder / table, "id", "label"):
            row = _row(cells, type_, scheme, where)
            if not row.id.startswith(prefix) or not _ID.fullmatch(row.id):
                raise errors.MalformedTable(
                    f"bad id {row.id!r}", where=where, remedy=f"write {prefix} and lower-case words joined by hyphens"
                )
            if row.id in seen:
                raise errors.MalformedTable(
                    f"id {row.id!r} twice", where=where, remedy=f"it stands at {seen[row.id]} already"
                )
            seen[row.id] = where
            found.append(row)
    return found


def _row(cells: dict[str, str], type_: str, scheme: str, where: str) -> Row:
    def cell(column: str) -> str:
        return cells.get(column, "").strip()

    names, official, kind, row_id = values(cells.get("names")), cell("official"), cell("kind"), cell("id")
    return Row(
        row_id,
        type_,
        cell("label"),
        (official, *names) if official else names,
        values(cells.get("acronyms")),
        values(cells.get("adjectives")) + values(cells.get("people")),
        f"{scheme}/{kind}" if kind and scheme else None,
        cell("acts_for") or ("state/" + row_id[7:10] if type_ == "Agency" else None),
        cell("part_of") or None,
        values(cells.get("owners")),
        cell("body"),
        cell("capital"),
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
