"""The card of one thing: what is known of it apart from any text, then what the documents say, word for word."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from graph_builder.cli.printing import emit, print_table, write_out
from graph_builder.cli.terminal import console, one_line, say
from graph_builder.errors import ServandaError
from graph_builder.results import Iri, Result, count

_CLASSES = (
    "State",
    "Agency",
    "Organization",
    "Forum",
    "Person",
    "ActorGroup",
    "Meeting",
    "Event",
    "Instrument",
    "Place",
)
_ACTORS = frozenset(_CLASSES[:6])

_FACTS = """
SELECT DISTINCT ?fact ?value WHERE {
  VALUES ?wanted_thing { UNDEF }
  VALUES (?property ?fact ?order) {
    (srv:kind "kind" 1) (skos:altLabel "also called" 2) (srv:actsFor "acts for" 3) (org:subOrganizationOf "part of" 4)
    (dcterms:isPartOf "part of" 4) (schema:containedInPlace "in" 4) (srv:inForum "session of" 5)
    (org:hasMember "members" 6) (foaf:member "members" 6) (srv:instrumentOf "of" 7) (srv:dateText "when" 8)
    (srv:place "where" 9) (srv:delegationHead "led by" 10)
  }
  ?wanted_thing ?property ?value .
} ORDER BY ?order ?value
"""
_MENTIONS = """
SELECT (GROUP_CONCAT(DISTINCT ?form; separator=", ") AS ?named_as) (COUNT(DISTINCT ?mention) AS ?times)
       ?document ?issued
WHERE {
  { SELECT DISTINCT ?mention ?form ?doc ?document ?issued WHERE {
      VALUES ?wanted_thing { UNDEF }
      ?mention srv:refersTo ?wanted_thing ; oa:hasTarget ?passage .
      ?passage oa:hasSource ?doc ; oa:hasSelector/oa:exact ?form .
      OPTIONAL { ?doc dcterms:title ?title }
      OPTIONAL { ?doc dcterms:issued ?issued }
      BIND(COALESCE(STR(?title), REPLACE(STR(?doc), "^.*/id/", "")) AS ?document)
    } ORDER BY ?form }
}
GROUP BY ?doc ?document ?issued ORDER BY DESC(?issued) ?document
"""
_TOUCHING = """
SELECT DISTINCT ?act ?strength ?status ?quote ?start ?end ?document ?issued WHERE {
  VALUES ?wanted_thing { UNDEF }
  ?iri srv:madeAt|srv:about|srv:place|srv:relays|(srv:expresses/(srv:underInstrument|srv:about)) ?wanted_thing ;
       srv:act ?done ; srv:status ?how ; srv:statedIn ?doc ; srv:evidence/oa:hasSelector ?selector .
  ?selector oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?iri srv:strength ?firmness }
  OPTIONAL { ?doc dcterms:title ?title }
  OPTIONAL { ?doc dcterms:issued ?issued }
  BIND(STRAFTER(STR(?done), "/act/") AS ?act)
  BIND(STRAFTER(STR(?firmness), "/strength/") AS ?strength)
  BIND(STRAFTER(STR(?how), "/status/") AS ?status)
  BIND(COALESCE(STR(?title), REPLACE(STR(?doc), "^.*/id/", "")) AS ?document)
} ORDER BY DESC(?issued) ?doc ?start
"""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows: the thing, its type, (fact, values) lines, and sections with the rows that bear them out.

    Each section is (heading, rows, the command that shows all of them).
    """

    iri: str
    name: str
    type: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, Result, str], ...]


def gather(kg: Path, name: str, *, limit: int | None = 5, seconds: float = 10.0) -> Card:
    """Gather the card of the thing that bears a name; ``limit`` rows a section.

    Raises :class:`BadParameter` where nothing bears it, and :class:`ServandaError` where several things do.
    """
    from pyoxigraph import NamedNode  # noqa: PLC0415

    from graph_builder.asking import open_source  # noqa: PLC0415
    from graph_builder.queries import Question, run  # noqa: PLC0415
    from graph_builder.terms import things  # noqa: PLC0415

    store = open_source(kg)
    found, _ = things(store, name, _CLASSES, part_of_name=True)
    labels = run(store, f"SELECT ?x WHERE {{ VALUES ?x {{ {' '.join(map(str, found))} }} }}").labels
    if len(found) > 1:
        few = [f"{labels.get(one.value, '')} ({Iri(one.value).short.removeprefix('id:')})" for one in found[:5]]
        more = ", ..." if len(found) > 5 else ""
        raise ServandaError(f"{name!r} may be any of {len(found)}: {', '.join(few)}{more}", remedy="name one of them")
    thing = found[0]
    types = {
        quad.object.value.rpartition("#")[2]
        for quad in store.quads_for_pattern(thing, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), None)
        if isinstance(quad.object, NamedNode)
    }
    kind = next((one for one in reversed(_CLASSES) if one in types), "")
    label, short = labels.get(thing.value, thing.value), Iri(thing.value).short.removeprefix("id:")

    def asked(text: str) -> Question:
        """Ask about this thing by its address: a name may be that of another, too."""
        return Question("card", "", "", text.replace("UNDEF", str(thing)), ())

    def named(question: str, parameter: str) -> tuple[Result, str]:
        from graph_builder.asking import ask  # noqa: PLC0415

        rows = ask(kg, question, {parameter: short}, seconds=seconds, max_rows=limit)
        return rows, f"servanda query {question} --{parameter} {short}" + ("" if str(kg) == "kg" else f" --kg {kg}")

    sections: list[tuple[str, Result, str]] = []
    if kind in _ACTORS:
        sections.append(("undertakes", *named("commitments-by-actor", "actor")))
        sections.append(("posts", *named("posts-held", "person" if kind == "Person" else "actor")))
    if kind in {"Meeting", "Event"}:
        sections.append(("agencies that took part", *named("agencies-at-meeting", "meeting")))
    if kind not in _ACTORS:
        sections.append(("what is said of it", run(store, asked(_TOUCHING), max_rows=limit), ""))
    sections.append(("named in", run(store, asked(_MENTIONS), max_rows=limit), ""))
    facts = run(store, asked(_FACTS))
    lines: dict[str, list[str]] = {}
    for fact, value in facts.rows:
        lines.setdefault(str(fact), []).append(one_line(facts.shown(value)))
    return Card(
        thing.value,
        label,
        kind,
        tuple((fact, ", ".join(values)) for fact, values in lines.items()),
        tuple(section for section in sections if len(section[1])),
    )


def emit_card(card: Card, form: str, output: str = "-") -> None:
    """Print a card; as JSON it is one object, in the other formats the rows of all sections."""
    if form == "json":
        sections = {heading: json.loads(rows.to_json()) for heading, rows, _ in card.sections}
        whole = {"iri": card.iri, "name": card.name, "type": card.type, **dict(card.facts), "sections": sections}
        write_out(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", output)
    elif form != "table" or output != "-":
        columns = ("section", "quote", "start", "end", "document", "issued")
        rows = tuple(
            (heading, *(row.get(name) for name in columns[1:]))
            for heading, found, _ in card.sections
            for row in found.records()
        )
        emit(Result(columns, rows, card.name), form, output)
    else:
        _print(card)


def _print(card: Card) -> None:
    from rich.text import Text  # noqa: PLC0415  (slow to import)

    paper = console(sys.stdout)
    paper.print(Text(one_line(card.name), style="bold"))
    paper.print(Text(f"{card.type.lower()} · {Iri(card.iri).short.removeprefix('id:')}", style="dim"))
    for fact, values in card.facts:
        for at, line in enumerate(Text(values).wrap(paper, max(paper.width - 14, 20))):
            line.rstrip()
            paper.print(Text(f"  {fact if not at else '':<12}", style="dim") + line)
    blank = True
    for heading, rows, command in card.sections:
        if blank:
            paper.print()
        blank = "quote" not in rows.columns  # a quotation ends in a blank line of its own
        known = f"first {len(rows)} of more" if rows.more else count(rows)
        paper.print(Text(heading, style="bold underline").append(f"  {known}", style="not bold not underline dim"))
        print_table(paper, Result(rows.columns, rows.rows, "", rows.more, rows.labels))
        if rows.more:
            say(f"    all: {command}" if command else "    all: --limit 0", "dim")
