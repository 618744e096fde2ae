"""The gazetteer: who and what has a name of its own, whatever the document.

A name of the tables is found in running text, an id is settled only where the words themselves settle it: "Ministry of
Defense" alone is many bodies, "Japan's Ministry of Defense" is one. Everything else is left to the reader of context.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from graph_builder import assets
from graph_builder.language import gazetteer_tables as tables
from graph_builder.language.gazetteer_build import Authority, read
from graph_builder.language.gazetteer_cards import Cards
from graph_builder.language.gazetteer_finder import Raw
from graph_builder.language.records import Entity

_JOINED = re.compile(r"[^\S\n]+|[^\S\n]*\n[^\S\n]*")
# "Chinese military exercises", "police cooperation": no body is named there.
_ADJECTIVE_USE = re.compile(
    r"(?:military|police)\s+(?:acti|aggress|aid|aircraft|alliance|assist|attach|balance|base|build|campaign|capab|coerc"
    r"|conflict|cooperat|co-operat|coup|dialogue|doctrine|drill|effort|engage|equip|exchange|exercise|expan|facilit|force|goods"
    r"|hardware|interven|invasi|junta|means|might\b|modern|offensive|operation|plane|posture|power|presence|pressure|purpose|relation"
    r"|rule|satellite|ship|spending|strike|support|system|technolog|threat|ties|training|use\b|vessel|withdraw)"
)
_OWNED = re.compile(r"['‘’ʼ＇]s?\s+")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")


class Found(NamedTuple):
    """A name in a text: its span, how it names, the ids it may stand for, and which public body it is, if one.

    ``kind`` is name, acronym, demonym, metonym (who sits there comes first in ``ids``, then the place), or description:
    the bare words for a public body ("foreign ministry") whose state the words next to it do not give, so no ids.
    """

    start: int
    end: int
    kind: str
    ids: tuple[str, ...]
    body: str | None = None


class Gazetteer:
    """The tables in memory. Read only; made by ``load_gazetteer``.

    ``entities`` holds every card by id; ``titles`` says of a post title for whom its holder acts by default ("state",
    "organization" or "nobody"); ``portfolios`` are the names of ministerial portfolios, longest first.
    """

    __slots__ = ("_bodies", "_fills", "_index", "_members", "entities", "portfolios", "titles")

    def __init__(self, authority: Authority) -> None:
        self.entities: Mapping[str, Entity] = Cards(authority)
        self.titles, self.portfolios = authority.titles, authority.portfolios
        self._bodies, self._members, self._index = authority.bodies, authority.members, authority.index
        self._fills = {(row.acts_for, row.body): row.id for row in authority.rows.values() if row.body}

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Give the names in a stretch of text, by span; the longest at each place, none overlapping.

        Spans are code points of the text, end exclusive, without article or possessive. Several ids: the words alone do
        not settle which. The parts of "Japan-U.S." are two names.

        >>> gazetteer = load_gazetteer()
        >>> text = "Peru's foreign ministry thanked the U.S. Department of State."
        >>> [(text[f.start:f.end], f.ids) for f in gazetteer.find(text)]  # doctest: +NORMALIZE_WHITESPACE
        [('Peru', ('state/per',)), ('foreign ministry', ('agency/per-ministry-of-foreign-affairs',)),
         ('U.S. Department of State', ('agency/usa-department-of-state',))]
        """
        raw = self._index.find(text, start, len(text) if end is None else end)
        found: list[Found] = []
        skip = -1
        for index, match in enumerate(raw):
            if index == skip:
                continue
            if match.targets[0][0] == "body" and _ADJECTIVE_USE.match(text, match.start):
                continue
            one = self._settle(text, match)
            if one.body is not None or (one.ids and one.ids[0].startswith("agency/")):
                after = self._settle(text, raw[index + 1]) if index + 1 < len(raw) else None
                one, takes = self._attach(text, found, one, after)
                skip = index + 1 if takes else -1
            found.append(one)
        yield from found

    def by_name(self, name: str) -> tuple[str, ...]:
        """Give the ids that bear this name, whatever its case, accents, article or possessive.

        >>> load_gazetteer().by_name("the REPUBLIC OF KOREA")
        ('state/kor',)
        >>> load_gazetteer().by_name("Ministry of Health of Chile")
        ('agency/chl-ministry-of-health',)
        """
        bare = re.sub(r"(?i)\A\s*the\s+|['‘’ʼ]s?\s*\Z", "", name)
        ids = {target for kind, target in self._index.targets(bare) if kind != "body"}
        if not ids:
            ids = {id_ for found in self.find(bare) if (found.start, found.end) == (0, len(bare)) for id_ in found.ids}
        return tuple(sorted(ids))

    def members(self, group: str, on: date | str | None = None) -> tuple[str, ...]:
        """Give the ids of a group's members on a day (a date or ISO 8601; None: those that have not left), sorted.

        >>> gazetteer = load_gazetteer()
        >>> "state/gbr" in gazetteer.members("org/european-union", "2019-06-01")
        True
        >>> "state/gbr" in gazetteer.members("org/european-union", "2021-06-01")
        False
        """
        day = on.isoformat() if isinstance(on, date) else on
        return tuple(
            sorted(
                tenancy.member
                for tenancy in self._members.get(group, ())
                if (tenancy.until is None if day is None else _within(tenancy, day))
            )
        )

    def state_of(self, id_: str) -> str | None:
        """Give the state (or organization) that an entity is or acts for, or the state that a place lies in.

        >>> load_gazetteer().state_of("agency/usa-nasa-headquarters") is None
        True
        """
        card = self.entities.get(id_)
        if card is None:
            return None
        if card.type == "State":
            return card.id
        if card.type == "Place":
            return self.state_of(card.part_of) if card.part_of else None
        return card.acts_for

    def body(self, state: str, body: str) -> Entity | None:
        """Give the public body of a state: its own row, or the one that the rule gives; None for an unknown kind.

        >>> load_gazetteer().body("state/jpn", "parliament").label
        'National Diet'
        >>> load_gazetteer().body("state/ken", "government").label
        'Government of Kenya'
        """
        if body not in self._bodies or state not in self.entities:
            return None
        own = self._fills.get((state, body))
        return self.entities.get(own or f"agency/{state.partition('/')[2]}-{body}")

    def _settle(self, text: str, match: Raw) -> Found:
        """Turn a match of the index into a name: one kind, and the ids in the order of the tables."""
        end = match.end - 1 if text[match.end - 1] in "-‐‑‒–—−" else match.end
        sits = [target for kind, target in match.targets if kind == "metonym"]
        named = [(kind, target) for kind, target in match.targets if kind not in {"metonym", "body"}]
        body = next((target for kind, target in match.targets if kind == "body"), None)
        ids = tuple(dict.fromkeys([*sits, *(target for _, target in named)]))
        if sits:
            kind = "metonym"
        elif named:
            kind = named[0][0]
        else:
            words = text[match.start : end]
            kind = "name" if words[0].isupper() and " " in words else "description"
        return Found(match.start, end, kind, ids, body)

    def _attach(self, text: str, found: list[Found], one: Found, after: Found | None) -> tuple[Found, bool]:
        """Settle whose body this is by the state named right before or, with "of", right after it."""
        before = found[-1] if found else None
        if before is not None and _names_state(before) and (ids := self._owned_by(one, before.ids)):
            gap = text[before.end : one.start]
            if _OWNED.fullmatch(gap):
                return one._replace(kind="name", ids=ids), False
            # "gave Chad army trucks": only "Chadian army", "Chad government" and "Chad Army" name a body
            loose = before.kind == "name" and text[one.start].islower() and one.body != "government"
            if _JOINED.fullmatch(gap) and not loose and one.kind != "acronym":  # "TOKYO, Japan AFP": a news agency
                found.pop()
                return one._replace(start=before.start, kind="name", ids=ids), False
        if after is not None and after.kind in {"name", "acronym"} and _names_state(after):
            ids = self._owned_by(one, after.ids)
            # "the governments of A, B and C" are several, to be told apart by who reads the list
            if ids and _OF.fullmatch(text[one.end : after.start]) and not text.endswith("overnments", 0, one.end):
                return one._replace(end=after.end, kind="name", ids=ids), True
        return one, False

    def _owned_by(self, one: Found, states: tuple[str, ...]) -> tuple[str, ...]:
        own = tuple(id_ for id_ in one.ids if self.entities[id_].acts_for in states)
        if own or one.body is None:
            return own
        cards = (self.body(state, one.body) for state in states if state.startswith("state/"))
        return tuple(card.id for card in cards if card is not None)


def _names_state(found: Found) -> bool:
    return found.kind != "metonym" and bool(found.ids) and found.ids[0].startswith(("state/", "org/european-union"))


def _within(tenancy: tables.Tenancy, day: str) -> bool:
    return (tenancy.since is None or tenancy.since <= day) and (tenancy.until is None or day < tenancy.until)


def load_gazetteer(folder: Path = assets.ONTOLOGY / "gazetteer", extra: Path | None = None) -> Gazetteer:
    """Read the tables of a folder and, before them, those of the user's own folder.

    A row of ``extra`` replaces the shipped row of its id, and its names win over shipped ones. Tables that did not
    change are read once. Raises MalformedTable, with file:line, on a row that cannot be used.

    >>> load_gazetteer().entities["state/tls"].label
    'Timor-Leste'
    """
    folders = (folder,) if extra is None else (extra, folder)
    return _load(folders, tuple(_stamp(folder) for folder in folders))


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    states = [(path.name, path.stat()) for path in sorted(folder.glob("*.csv"))]
    return tuple((name, state.st_mtime_ns, state.st_size) for name, state in states)


@lru_cache(maxsize=4)
def _load(folders: tuple[Path, ...], stamp: object) -> Gazetteer:
    return Gazetteer(read(folders))
