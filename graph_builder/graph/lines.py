"""Graphs as lines of N-Triples: the fast way in and out of the store."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, Triple, serialize


def as_text(triples: Iterable[Triple]) -> str:
    """Write triples as lines of N-Triples, each triple once, in the order of their first coming."""
    return (serialize(dict.fromkeys(triples), format=RdfFormat.N_TRIPLES) or b"").decode()


def lines_of(store: Store, graph: NamedNode | DefaultGraph) -> list[str]:
    """Give one graph of a store as lines of N-Triples, in no fixed order."""
    dumped = store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    return lines_in(dumped.decode())


def lines_in(text: str) -> list[str]:
    r"""Part text of N-Triples into its lines. A quotation may hold U+2028, which ends no line here.

    >>> len(lines_in('<a:s> <a:p> "one\u2028line" .\n'))
    1
    """
    return [line for line in text.split("\n") if line]
