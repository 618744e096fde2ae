"""SPARQL as text: its tokens, what a question may not do, and where a mistake stands.

The engine parses and answers; this module only looks at the words. It refuses what would leave the graph
(``SERVICE`` makes the engine open connections) or change it, and turns the engine's terse syntax errors into a
line and a column a person can use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.errors import QueryError

# Declared for every question, so that nobody has to type them.
PREFIXES: dict[str, str] = {
    "srv": "https://w3id.org/servanda/ns#",
    "id": "https://w3id.org/servanda/id/",
    "graph": "https://w3id.org/servanda/graph/",
    "act": "https://w3id.org/servanda/act/",
    "status": "https://w3id.org/servanda/status/",
    "strength": "https://w3id.org/servanda/strength/",
    "topic": "https://w3id.org/servanda/topic/",
    "actor-type": "https://w3id.org/servanda/actor-type/",
    "text-type": "https://w3id.org/servanda/text-type/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_TOKEN = re.compile(
    r"""
      (?P<space>\s+|\#[^\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"\"\"(?:[^\\]|\\.)*?\"\"\" | '''(?:[^\\]|\\.)*?'''
        | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:(?:[\w:%]|\\.)(?:(?:[\w:%.-]|\\.)*(?:[\w:%-]|\\.))?)?)
    | (?P<number>[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<word>(?:[A-Za-z_]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})(?:\w|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)

_CHANGES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"})
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_KNOWN = frozenset(  # one string reads better than 115 quoted words
    """
    A ABS ADJUST AND AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY
    DEFAULT DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS
    IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISTRIPLE ISURI LANG LANGDIR LANGMATCHES LATERAL LCASE LIMIT MAX MD5 MIN
    MINUS MINUTES MONTH NAMED NOT NOW OBJECT OFFSET OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND
    SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE STRDT
    STRENDS STRLANG STRLANGDIR STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TRUE TZ UCASE UNDEF UNION URI
    UUID VALUES VERSION WHERE YEAR HASLANG HASLANGDIR
    """.split()
)
_PAIRS = {"}": "{", ")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a query: its kind (iri, string, variable, name, number, language, word, mark), text and offset."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """Give the tokens of a query without white space and comments; offsets count code points.

    >>> [(t.kind, t.text) for t in tokens("ASK { ?s a srv:State } # a comment")]
    [('word', 'ASK'), ('mark', '{'), ('variable', '?s'), ('word', 'a'), ('name', 'srv:State'), ('mark', '}')]
    """
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind != "space":
            yield Token(kind, match.group(), match.start())


def _plain(word: str) -> str:
    """Give a bare word in capitals, its code point escapes resolved (some engines resolve them before they parse)."""
    escape = r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))"
    return re.sub(escape, lambda found: chr(min(int(found[1] or found[2], 16), 0x10FFFF)), word).upper()


def check(text: str, where: str = "query") -> None:
    """Refuse what is no question about this graph alone.

    Takes the text of a query; raises :class:`QueryError` where it would change data or fetch from elsewhere.

    >>> check("SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }")
    Traceback (most recent call last):
    graph_builder.errors.QueryError: query:1:12: SERVICE would ask another machine (ask about this graph only)
      SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }
                 ^
    """
    form_seen = False
    for token in tokens(text):
        if token.kind != "word":
            continue
        word = _plain(token.text)
        if word == "SERVICE":
            raise problem(text, token.start, "SERVICE would ask another machine", "ask about this graph only", where)
        if word in _FORMS:
            form_seen = True
        elif word in _CHANGES and not form_seen:
            what = f"{word} changes data, and questions only read"
            raise problem(text, token.start, what, "use build or remove to change a graph", where)


def names_graphs(text: str) -> bool:
    """Tell whether the query chooses its own graphs with ``FROM``; the union of all graphs is not used then.

    >>> names_graphs("SELECT * FROM <https://w3id.org/servanda/graph/links> { ?s ?p ?o }")
    True
    >>> names_graphs("SELECT ?from { ?from a 'FROM' } # FROM")
    False
    """
    return any(token.kind == "word" and token.text.upper() == "FROM" for token in tokens(text))


def starred(text: str) -> tuple[str, ...]:
    """Give the variables of a ``SELECT *`` in the order of the text, which the engine does not keep; else nothing.

    >>> starred("SELECT DISTINCT * { ?s ?p ?o . ?o ?q ?s }")
    ('s', 'p', 'o', 'q')
    """
    seen, before = [], ""
    star = False
    for token in tokens(text):
        star = star or (token.text == "*" and before in {"SELECT", "DISTINCT", "REDUCED"})
        if star and token.kind == "variable":
            seen.append(token.text[1:])
        before = token.text.upper()
    return tuple(dict.fromkeys(seen))


def explain(text: str, message: str, where: str = "query") -> QueryError:
    """Put the engine's syntax error in words a person can use, with line, column and a caret.

    ``message`` is the engine's. Our own look at the text comes first: the engine often points past the mistake.

    >>> print(explain("SELECT ?s WHERE { ?s a srv:State } LIMT 3", "error at 1:42: expected OFFSET"))
    query:1:36: 'LIMT' is no word of SPARQL (did you mean LIMIT?)
      SELECT ?s WHERE { ?s a srv:State } LIMT 3
                                         ^
    """
    own = _own_findings(text)
    if own is not None:
        start, what, remedy = own
        return problem(text, start, what, remedy, where)
    found = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not found:
        return QueryError(f"the query cannot be understood: {' '.join(message.split())[:200]}", where=where)
    lines = text.split("\n")
    line = min(int(found[1]), len(lines))
    start = sum(len(one) + 1 for one in lines[: line - 1]) + min(int(found[2]) - 1, len(lines[line - 1]))
    return problem(text, start, *_engine_words(found[3]), where)


def problem(text: str, start: int, what: str, remedy: str = "", where: str = "query") -> QueryError:
    """Give an error at an offset of the query: ``where:line:column: what (remedy)``, the line and a caret below it."""
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    shown = (text.split("\n")[line - 1] if text else "").rstrip("\r").replace("\t", " ")
    left = max(0, column - 61)
    mend = f" ({remedy})" if remedy else ""
    caret = f"\n  {shown[left : left + 76]}\n  {' ' * (column - 1 - left)}^"
    return QueryError(what + mend + (caret if shown else ""), where=f"{where}:{line}:{column}")


def _own_findings(text: str) -> tuple[int, str, str] | None:
    declared, opened, before = set(PREFIXES), [], ""
    for token in tokens(text):
        if token.kind == "name":
            prefix = token.text.split(":", 1)[0]
            if before == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared and prefix != "_":
                return token.start, f"the prefix '{prefix}:' is not declared", "add a PREFIX line at the top"
        elif token.kind == "word" and _plain(token.text) not in _KNOWN:
            close = _closest(token.text)
            return token.start, f"'{token.text}' is no word of SPARQL", f"did you mean {close}?" if close else ""
        elif token.kind == "mark" and token.text in "\"'":
            return token.start, "this quotation mark is never closed", ""
        elif token.kind == "mark" and token.text in "{([":
            opened.append(token)
        elif token.kind == "mark" and token.text in _PAIRS:
            if not opened or opened[-1].text != _PAIRS[token.text]:
                return token.start, f"this '{token.text}' closes nothing", ""
            opened.pop()
        before = token.text.upper() if token.kind == "word" else token.text
    if opened:
        return opened[-1].start, f"this '{opened[-1].text}' is never closed", ""
    return None


def _closest(word: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  (only needed once something went wrong)

    return "".join(get_close_matches(word.upper(), sorted(_KNOWN | _CHANGES), n=1, cutoff=0.75))


def _engine_words(message: str) -> tuple[str, str]:
    """Give the readable part of what the engine expected; its character classes say nothing to a person."""
    without_classes = re.sub(r"\[(?:'[^']*'|[^\]'])*\]", "", message.replace("\n", " "))
    sentence = re.search(r"\b(?:The|Prefix|Variable|This|A|An|It)\b [^,\[\]]{8,}", without_classes)
    if sentence:
        words = sentence[0].strip(" ,.")
        return words[0].lower() + words[1:], ""
    wanted = re.sub(r"^expected (?:one of )?", "", without_classes)
    parts = [part for part in (p.strip() for p in re.split(r",(?![^\"]*\"(?:\s*,|$))", wanted)) if part]
    if not parts or len(parts) > 8:
        return "the query cannot be understood here", ""
    return "the query cannot be understood here", "expected " + " or ".join(parts)
