"""servanda: commitments in diplomatic texts as a knowledge graph.

Documents in, a graph out, and every statement in it carries the exact words that say it::

    import graph_builder as gb

    kg = gb.build("docs", "kg")                                   # or gb.open("kg")
    kg.query("commitments-by-actor", actor="Japan").to_df()       # gb.questions() tells what can be asked
    kg.query("SELECT ?s WHERE { ?s a srv:Statement }")            # SPARQL, prefixes declared
    net = kg.query("network-actors").to_network()                 # a networkx graph
    kg.measures()                                                 # degree, betweenness, PageRank, communities
    kg.draw("kg.html")                                            # one page, works offline
    gb.extract("Peru and Chile agreed to share radar data.")      # one text, no graph
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["KnowledgeGraph", "Reading", "Result", "ServandaError", "build", "extract", "open", "questions"]

if TYPE_CHECKING:
    from graph_builder.errors import ServandaError
    from graph_builder.knowledge import KnowledgeGraph
    from graph_builder.knowledge import build_graph as build
    from graph_builder.knowledge import open_graph as open
    from graph_builder.queries import questions
    from graph_builder.results import Result
    from graph_builder.statements.records import Reading

# Each name is loaded when it is first used: importing the package costs nothing.
_WHERE = {
    "KnowledgeGraph": "knowledge.KnowledgeGraph",
    "Reading": "statements.records.Reading",
    "Result": "results.Result",
    "ServandaError": "errors.ServandaError",
    "build": "knowledge.build_graph",
    "open": "knowledge.open_graph",
    "questions": "queries.questions",
}


def extract(text: str, *, parser: str = "auto") -> Reading:
    """Read one text and give all that was understood, without a graph; spans count code points, end exclusive.

    ``parser`` is "auto" (an English model where one is installed), "none" or the name of a model.

    >>> reading = extract("Peru and Chile agreed to share radar data by 2031.", parser="none")
    >>> [(statement.cue, statement.made_by, statement.strength) for statement in reading.statements]
    [('agreed to', ('state/per', 'state/chl'), 'agreed')]
    """
    from graph_builder.documents import document_of_text  # noqa: PLC0415
    from graph_builder.pipeline import load_tools, read_text  # noqa: PLC0415

    return read_text(document_of_text(text), load_tools(parser))


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    module, _, attribute = _WHERE[name].rpartition(".")
    return getattr(import_module(f"{__name__}.{module}"), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
