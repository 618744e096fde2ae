"""From a person's words to the terms of the graph, and from terms to Python values.

A name finds what bears it (upper and lower case, accents, a leading article and punctuation do not count); a day may
be a year or a month; whatever cannot be found is an error that says what comes near, never an empty answer.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from graph_builder.errors import BadParameter
from graph_builder.language.slugs import fold
from graph_builder.results import Cell, Iri
from graph_builder.sparql import PREFIXES

if TYPE_CHECKING:
    from graph_builder.queries import Parameter

_XSD = PREFIXES["xsd"]
_ACTORS = ("State", "Agency", "Organization", "Forum", "Person", "ActorGroup")
# which classes a parameter's type looks among, and whether a part of a name is enough
_CLASSES: dict[str, tuple[tuple[str, ...], bool]] = {
    "actor": (_ACTORS, False),
    "person": (("Person",), True),
    "meeting": (("Meeting", "Event"), True),
}
_SCHEMES = ("act", "status", "strength", "topic", "actor-type", "text-type")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_YES, _NO = frozenset({"yes", "true", "1", "on"}), frozenset({"no", "false", "0", "off"})

_NAMES = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing ?name ?preferred WHERE {
  VALUES ?type { CLASSES }
  ?thing a ?type .
  { ?thing skos:prefLabel ?name BIND(true AS ?preferred) }
  UNION
  { ?thing skos:altLabel ?name BIND(false AS ?preferred) }
}
"""

Term = NamedNode | Literal
Naming = tuple[str, str, bool]  # address, name, whether it is the preferred one


def terms(store: Store, parameter: Parameter, given: object) -> tuple[tuple[Term, ...], str]:
    """Give the terms that a parameter's value stands for, and a note where the reader should know how it was read.

    Raises :class:`BadParameter` for a value that means nothing here.
    """
    words = str(given).strip() if not isinstance(given, bool) else "yes" if given else "no"
    if not words:
        raise BadParameter(f"{parameter.name} is empty", remedy=parameter.about)
    if parameter.type in {"first day", "last day"}:
        last = parameter.type == "last day"
        return (Literal(_day(parameter.name, words, last=last), datatype=NamedNode(_XSD + "date")),), ""
    if parameter.type == "year":
        if not re.fullmatch(r"[0-9]{4}", words):
            raise BadParameter(f"{parameter.name} is no year: {words!r}", remedy="give four digits, as 2025")
        return (Literal(int(words)),), ""
    if parameter.type == "yes or no":
        if words.casefold() not in _YES | _NO:
            raise BadParameter(f"{parameter.name} is neither yes nor no: {words!r}")
        return (Literal(words.casefold() in _YES),), ""
    if parameter.type in _SCHEMES:
        return _concept(store, parameter, words)
    if parameter.type in _CLASSES:
        classes, part = _CLASSES[parameter.type]
        found, note = things(store, words, classes, part_of_name=part, called=parameter.type)
        return (_with_agents(store, found) if parameter.type == "actor" else found), note
    if parameter.type == "text":
        return (Literal(words),), ""
    raise BadParameter(f"a parameter cannot be of the type {parameter.type!r}", where=parameter.name)


def things(
    store: Store, words: str, classes: Iterable[str], *, part_of_name: bool = False, called: str = "thing"
) -> tuple[tuple[NamedNode, ...], str]:
    """Give all things of these classes that bear a name, and a note where the name is not plainly that of one.

    ``words`` may be an address, the end of one ("state/jpn"), or a name. A preferred name wins over other names. With
    ``part_of_name``, a part that stands at a word's edge will do where no whole name fits.
    """
    named = names(store, classes)
    direct = _address(words, {iri for iri, _, _ in named})
    if direct:
        return (NamedNode(direct),), ""
    wanted = fold(words)
    labels = {iri: name for iri, name, preferred in named if preferred}
    for accept in (
        lambda name, preferred: preferred and fold(name) == wanted,
        lambda name, preferred: not preferred and fold(name) == wanted,
        lambda name, preferred: part_of_name and wanted and f" {wanted} " in f" {fold(name)} ",
    ):
        found = sorted({iri for iri, name, preferred in named if accept(name, preferred)})
        if found:
            return tuple(NamedNode(iri) for iri in found), _note(words, [labels.get(iri, iri) for iri in found])
    raise BadParameter(f"no {called} here is called {words!r}", remedy=_near(words, [name for _, name, _ in named]))


def _with_agents(store: Store, actors: tuple[NamedNode, ...]) -> tuple[NamedNode, ...]:
    """Add all who act for the actors, near or far: what a ministry undertakes, its state undertakes."""
    acts_for = NamedNode(PREFIXES["srv"] + "actsFor")
    found, left = {actor.value for actor in actors}, list(actors)
    while left:
        for quad in store.quads_for_pattern(None, acts_for, left.pop()):
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in found:
                found.add(quad.subject.value)
                left.append(quad.subject)
    return tuple(NamedNode(iri) for iri in sorted(found))


def names(store: Store, classes: Iterable[str]) -> list[Naming]:
    """Give every name of every thing of these classes of our vocabulary, sorted."""
    asked = _NAMES.replace("CLASSES", " ".join(str(NamedNode(PREFIXES["srv"] + name)) for name in classes))
    found = store.query(asked, use_default_graph_as_union=True)
    return sorted(
        (row["thing"].value, row["name"].value, row["preferred"].value == "true")
        for row in found  # type: ignore[union-attr]
    )


def value(term: object) -> Cell:
    """Give the Python value of a term: numbers, truth values and days typed, addresses as :class:`Iri`, else text.

    >>> value(Literal("2024-08-28", datatype=NamedNode(_XSD + "date")))
    datetime.date(2024, 8, 28)
    >>> value(Literal("0.8", datatype=NamedNode(_XSD + "decimal")))
    Decimal('0.8')
    """
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if isinstance(term, BlankNode | Triple):
        return str(term)
    if not isinstance(term, Literal):
        return None
    text, kind = term.value, term.datatype.value.removeprefix(_XSD)
    try:
        if kind in {"integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger", "unsignedInt"}:
            return int(text)
        if kind == "decimal":
            return Decimal(text)
        if kind in {"double", "float"}:
            return float(text)
        if kind == "boolean":
            return text in {"true", "1"}
        if kind == "date":
            return date.fromisoformat(text)
        if kind == "dateTime":
            return datetime.fromisoformat(text)
    except (ValueError, InvalidOperation):
        return text
    return text


def _day(name: str, words: str, *, last: bool) -> str:
    """Give the first or last day of a year, month or day.

    >>> _day("until", "2024-02", last=True), _day("since", "2024", last=False)
    ('2024-02-29', '2024-01-01')
    """
    match = _DAY.fullmatch(words)
    try:
        if not match:
            raise ValueError
        year, month = int(match[1]), int(match[2] or (12 if last else 1))
        end = calendar.monthrange(year, month)[1] if last else 1
        return date(year, month, int(match[3] or end)).isoformat()
    except (ValueError, calendar.IllegalMonthError):
        raise BadParameter(f"{name} is no day: {words!r}", remedy="write 2024, 2024-08 or 2024-08-15") from None


def _concept(store: Store, parameter: Parameter, words: str) -> tuple[tuple[Term, ...], str]:
    """Find a concept of a scheme by its label, by another name or by the end of its address."""
    start = PREFIXES[parameter.type]
    named = [row for row in _concept_names(store) if row[0].startswith(start)]
    wanted = fold(words)
    for preferred in (True, False):
        found = sorted({iri for iri, name, main in named if main is preferred and fold(name) == wanted})
        if found:
            return tuple(NamedNode(iri) for iri in found), ""
    direct = sorted({iri for iri, _, _ in named if wanted == fold(iri.removeprefix(start)) or iri == words})
    if direct:
        return tuple(NamedNode(iri) for iri in direct), ""
    labels = sorted({name for _, name, main in named if main})
    few = f"one of: {', '.join(labels)}" if 0 < len(labels) <= 8 else _near(words, [name for _, name, _ in named])
    raise BadParameter(f"there is no {parameter.type} {words!r}", remedy=few)


def _concept_names(store: Store) -> list[Naming]:
    asked = _NAMES.replace("CLASSES", str(NamedNode(PREFIXES["skos"] + "Concept")))
    found = store.query(asked, use_default_graph_as_union=True)
    return sorted(
        (row["thing"].value, row["name"].value, row["preferred"].value == "true")
        for row in found  # type: ignore[union-attr]
    )


def _address(words: str, known: set[str]) -> str | None:
    """Read an address written whole, with a prefix, or as the end that records use ("state/jpn")."""
    prefix, _, rest = words.partition(":")
    for iri in (words, PREFIXES["id"] + words, PREFIXES.get(prefix, "") + rest):
        if iri in known:
            return iri
    return None


def _note(words: str, labels: list[str]) -> str:
    if len(labels) > 1:
        return f"{words} may be any of: {', '.join(labels)}"
    return "" if fold(labels[0]) == fold(words) else f"{words} is {labels[0]}"


def _near(words: str, known: list[str]) -> str:
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold(name), name)
    wanted = fold(words)
    near = [name for key, name in folded.items() if wanted and f" {wanted} " in f" {key} "]
    near += [folded[key] for key in get_close_matches(wanted, folded, n=3, cutoff=0.7) if folded[key] not in near]
    shown = near[:3]
    return f"did you mean {' or '.join(shown)}?" if shown else "upper and lower case and accents do not matter"
