"""Questions to the graph: named ones from ``queries/*.rq``, SPARQL of one's own, and how values become terms.

A named question is a file that any SPARQL tool can run as it is. Its header says what it asks, and each parameter is
a line ``VALUES ?wanted_NAME { UNDEF }``: no condition until a value is given. Values are never formatted into the
text; they are resolved to terms, and the engine's own serialization of these terms takes the place of ``UNDEF``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from graph_builder import sparql
from graph_builder.assets import QUERIES
from graph_builder.errors import BadParameter, QueryError, UnknownQuery
from graph_builder.results import Cell, Iri, Result

if TYPE_CHECKING:
    from pyoxigraph import Store

_HEADER = re.compile(r"#\s*(title|question|parameter|column):\s*(.+?)\s*")
_PARAMETER = re.compile(r"([a-z_]+) \(([a-z ]+?)(, required)?(?:, default ([^)]+))?\) (.+)")
_SLOT = re.compile(r"VALUES \?wanted_([a-z_]+) \{ UNDEF \}")
_NAME = re.compile(r"[A-Za-z0-9][\w-]*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be told: ``type`` says how a value is read (actor, meeting, person, topic, act, strength,
    status, first day, last day, year, text, yes or no); ``default`` stands where none is given.
    """

    name: str
    type: str
    about: str
    required: bool = False
    default: str | None = None

    @property
    def option(self) -> str:
        """The parameter as it is written on the command line.

        >>> Parameter("roll_up", "yes or no", "").option
        '--roll-up'
        """
        return "--" + self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: what it asks, what it can be told, what its columns mean, and its SPARQL text."""

    name: str
    title: str
    question: str
    text: str
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()


def questions(folder: Path = QUERIES) -> tuple[Question, ...]:
    """Give all named questions, sorted by name.

    >>> [question.name for question in questions()][:2]
    ['agencies-at-meeting', 'commitments-by-actor']
    """
    return tuple(read_question(path) for path in sorted(folder.glob("*.rq")))


def question(name: str, folder: Path = QUERIES) -> Question:
    """Give the named question; :class:`UnknownQuery` says which come near.

    >>> question("due-in-year").parameters[0].type
    'year'
    """
    path = folder / f"{name}.rq"
    if _NAME.fullmatch(name) and path.is_file():
        return read_question(path)
    names = [path.stem for path in sorted(folder.glob("*.rq"))]
    near = get_close_matches(name, names, n=2, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "servanda query --list shows them"
    raise UnknownQuery(f"there is no question {name!r}", remedy=hint)


def read_question(path: Path) -> Question:
    """Read a question from a file; its header lines ``# title:``, ``# question:``, ``# parameter:`` and ``# column:``
    may be missing. Raises :class:`QueryError` for a header that cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise QueryError(f"the query cannot be read: {why}", where=str(path)) from error
    return parse_question(text, path.stem, str(path))


def parse_question(text: str, name: str = "query", where: str = "query") -> Question:
    r"""Read a question from its text.

    >>> asked = parse_question("# title: Any\n# parameter: actor (actor) who\nASK { VALUES ?wanted_actor { UNDEF } }")
    >>> asked.title, asked.parameters[0].option
    ('Any', '--actor')
    """
    found: dict[str, list[tuple[int, str]]] = {"title": [], "question": [], "parameter": [], "column": []}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            break
        header = _HEADER.fullmatch(line)
        if header:
            found[header[1]].append((number, header[2]))
    slots = set(_SLOT.findall(text))
    return Question(
        name,
        " ".join(words for _, words in found["title"]) or name,
        " ".join(words for _, words in found["question"]),
        text,
        tuple(_parameter(words, slots, f"{where}:{number}") for number, words in found["parameter"]),
        tuple((name.strip(), about.strip()) for _, line in found["column"] for name, _, about in [line.partition(":")]),
    )


def _parameter(words: str, slots: set[str], where: str) -> Parameter:
    match = _PARAMETER.fullmatch(words)
    if not match:
        raise QueryError(
            "this parameter line cannot be read", where=where, remedy="write: # parameter: name (type) what it is"
        )
    if match[1] not in slots:
        raise QueryError(
            f"nothing in the query takes the parameter {match[1]}",
            where=where,
            remedy=f"add the line VALUES ?wanted_{match[1]} {{ UNDEF }}",
        )
    return Parameter(match[1], match[2], match[5], bool(match[3]), match[4])


def is_text(words: str) -> bool:
    """Tell SPARQL text from the name of a question.

    >>> is_text("due-in-year"), is_text("ASK {}")
    (False, True)
    """
    return not _NAME.fullmatch(words.strip())


def bind(store: Store, asked: Question, values: Mapping[str, object]) -> tuple[str, tuple[str, ...]]:
    """Give the text of a question with its values in place, and notes on how they were understood.

    ``values`` go by the parameters' names; ``None`` is as good as not given. Raises :class:`BadParameter`.
    """
    from graph_builder.terms import terms  # noqa: PLC0415  (loads the engine)

    known = {parameter.name for parameter in asked.parameters}
    given = {name.replace("-", "_"): value for name, value in values.items() if value is not None}
    for name in given:
        if name not in known:
            remedy = f"it takes {', '.join(sorted(known))}" if known else "it takes none"
            raise BadParameter(f"{asked.name} takes no parameter {name!r}", remedy=remedy)
    chosen: dict[str, str] = {}
    notes: list[str] = []
    for parameter in asked.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            if parameter.required:
                raise BadParameter(
                    f"{asked.name} needs the parameter {parameter.name}",
                    remedy=f"{parameter.option}: {parameter.about}",
                )
            continue
        found, note = terms(store, parameter, value)
        chosen[parameter.name] = " ".join(str(term) for term in found)
        notes += [note] if note else []

    def fill(slot: re.Match[str]) -> str:
        return f"VALUES ?wanted_{slot[1]} {{ {chosen.get(slot[1], 'UNDEF')} }}"

    return _SLOT.sub(fill, asked.text), tuple(notes)


def run(
    store: Store, asked: str | Question, values: Mapping[str, object] | None = None, max_rows: int | None = None
) -> Result:
    """Answer a question out of a store, in this process and without a time limit.

    ``asked`` is a :class:`Question`, the name of one, or SPARQL text (SELECT, ASK, CONSTRUCT or DESCRIBE; the
    project's prefixes are declared already). Every question sees the union of all graphs, unless it says FROM.
    Raises :class:`QueryError` for what cannot be asked. With ``max_rows``, ``Result.more`` tells of a cut.
    """
    if isinstance(asked, str):
        asked = parse_question(asked) if is_text(asked) else question(asked.strip())
    text, notes = bind(store, asked, values or {})
    sparql.check(text, asked.name)
    try:
        answer = store.query(text, prefixes=sparql.PREFIXES, use_default_graph_as_union=not sparql.names_graphs(text))
        found = _rows(answer, max_rows, sparql.starred(text))
    except SyntaxError as error:
        raise sparql.explain(text, str(error), asked.name) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {' '.join(str(error).split())}", where=asked.name) from error
    title = asked.title if asked.question else ""
    return replace(found, title=title, notes=notes, labels=_labels(store, found))


def _rows(answer: object, max_rows: int | None, order: tuple[str, ...] = ()) -> Result:
    """Take rows as Python values; the columns come in ``order``, as far as it goes."""
    from itertools import islice  # noqa: PLC0415

    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples  # noqa: PLC0415  (loads the engine)

    if isinstance(answer, QueryBoolean):
        return Result(("answer",), ((bool(answer),),))
    stop = None if max_rows is None else max_rows + 1
    if isinstance(answer, QueryTriples):
        columns: tuple[str, ...] = ("subject", "predicate", "object")
        # the engine gives the triples of a graph in no settled order, and once for each graph they stand in
        triples = sorted({(t.subject, t.predicate, t.object) for t in islice(answer, stop)}, key=str)
        rows = [tuple(_cell(term) for term in triple) for triple in triples]
    elif isinstance(answer, QuerySolutions):
        given = [variable.value for variable in answer.variables]
        columns = tuple(sorted(given, key=lambda name: order.index(name) if name in order else given.index(name)))
        rows = [tuple(_cell(solution[name]) for name in columns) for solution in islice(answer, stop)]
    else:
        raise QueryError("the engine gave an answer of an unknown kind")
    more = max_rows is not None and len(rows) > max_rows
    return Result(columns, tuple(rows[:max_rows] if more else rows), more=more)


def _cell(term: object) -> Cell:
    from graph_builder.terms import value  # noqa: PLC0415  (loads the engine)

    return value(term)


def _labels(store: Store, found: Result) -> dict[str, str]:
    """Give the names of all addresses in the rows that have one."""
    from pyoxigraph import Literal, NamedNode  # noqa: PLC0415  (loads the engine)

    naming = [
        NamedNode(sparql.PREFIXES["skos"] + "prefLabel"),
        NamedNode(sparql.PREFIXES["dcterms"] + "title"),
        NamedNode(sparql.PREFIXES["rdfs"] + "label"),
    ]
    labels: dict[str, str] = {}
    for iri in sorted({cell for row in found.rows for cell in row if isinstance(cell, Iri)}):
        for predicate in naming:
            named = store.quads_for_pattern(NamedNode(iri), predicate, None)
            names = sorted(quad.object.value for quad in named if isinstance(quad.object, Literal))
            if names:
                labels[iri] = names[0]
                break
    return labels
