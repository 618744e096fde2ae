"""The cards of entities, written out of rows: labels that tell bodies of one name apart, and the names of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph_builder.language import gazetteer_tables as tables
from graph_builder.language.gazetteer_build import Authority
from graph_builder.language.gazetteer_finder import respelled
from graph_builder.language.records import Entity

_TAKES_ARTICLE = re.compile(
    r"United |.*(?:Republic|Islands|Federation|Territory|Territories)\b|Holy See|Soviet Union|Netherlands|Philippines"
    r"|Bahamas|Gambia|Maldives|Comoros|Seychelles|Federated States"
)


class Cards(Mapping[str, Entity]):
    """Entities by id, written out on demand. Iteration gives the ids of the tables; a public body that its state has
    by rule ("agency/ken-ministry-of-finance") has a card too.
    """

    __slots__ = ("_bodies", "_made", "_rows", "_shared")

    def __init__(self, authority: Authority) -> None:
        self._rows, self._bodies, self._shared = authority.rows, authority.bodies, authority.shared
        self._made: dict[str, Entity] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, id_: str) -> Entity:
        card = self._made.get(id_)
        if card is None:
            card = self._made[id_] = self._write(id_)
        return card

    def _write(self, id_: str) -> Entity:
        row = self._rows.get(id_)
        if row is None:
            return self._write_body(id_)
        names = [*row.names, *row.acronyms, *(a for a in row.adjectives if not a.endswith("-"))]
        label = row.label
        if row.acts_for and id_ in self._shared:
            state = self._rows[row.acts_for]
            label = f"{row.label} ({state.label})"
            names = [row.label, *(f"{row.label} of {name}" for name in _long_names(state)), *names]
        if row.body and row.acts_for:
            names += _spoken_names(self._rows[row.acts_for], self._bodies[row.body])
        return _entity(row.id, row.type, label, names, row.kind, row.acts_for, row.part_of, row.owners)

    def _write_body(self, id_: str) -> Entity:
        state, body = self._rows.get("state/" + id_[7:10]), self._bodies.get(id_[11:])
        if not id_.startswith("agency/") or id_[10:11] != "-" or state is None or body is None:
            raise KeyError(id_)
        label = body.label.replace("{state}", _with_article(state.label))
        official = [word for word in body.words if word[0].isupper()][:1]
        names = [word for word in official if " " in word]
        names += [f"{word} of {name}" for word in official for name in _long_names(state)]
        names += [f"{adjective} {word}" for word in official for adjective in _adjective(state)]
        names += _spoken_names(state, body)
        return _entity(id_, "Agency", label, names, "actor-type/" + body.kind, state.id, None, ())


def _entity(
    id_: str, type_: str, label: str, names: list[str], kind: str | None, acts_for: str | None, part_of: str | None,
    owners: tuple[str, ...],
) -> Entity:  # fmt: skip
    every = dict.fromkeys(names)
    for name in (label, *names):
        for other in (respelled(name), _dotted(name)):
            if other:
                every[other] = None
    every.pop(label, None)
    return Entity(id_, type_, label, tuple(every), kind, acts_for, part_of, owners, authority=True)


def _dotted(name: str) -> str | None:
    changed = re.sub(r"\b(U)(S|K|N)\b(?!\.)", r"\1.\2.", name)
    return None if changed == name else changed


def _with_article(label: str) -> str:
    return "the " + label if _TAKES_ARTICLE.match(label) else label


def _long_names(state: tables.Row) -> list[str]:
    """Give the names of a state that follow "of": the short one and the official one."""
    official = [name for name in state.names[:1] if " of " in name or "Republic" in name]
    return [_with_article(name) for name in (state.label, *official)]


def _adjective(state: tables.Row) -> list[str]:
    return [word for word in state.adjectives[:1] if not word.endswith("-")] or [state.label]


def _spoken_names(state: tables.Row, body: tables.Body) -> list[str]:
    """Give what a public body is called in running text: "Peruvian foreign ministry"."""
    words = [word for word in body.words if word.islower()][:1]
    return [f"{adjective} {word}" for word in words for adjective in _adjective(state)] + [w for w in words if " " in w]
