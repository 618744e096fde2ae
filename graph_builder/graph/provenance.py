"""Statements about the graphs: from which document each comes, and by which version, engines and model it was made.

Time stands here only where ``SOURCE_DATE_EPOCH`` gives it, so that the same input keeps giving the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from pyoxigraph import NamedNode, Triple

from graph_builder.errors import InputError
from graph_builder.graph import iris
from graph_builder.graph.ledger import Entry
from graph_builder.graph.literals import english, moment, words

_ACTIVITY, _BUNDLE, _ENTITY, _SOFTWARE = (
    NamedNode(iris.PROV + name) for name in ("Activity", "Bundle", "Entity", "SoftwareAgent")
)
_WAS_DERIVED_FROM, _WAS_GENERATED_BY, _WAS_INFORMED_BY, _WAS_ASSOCIATED_WITH, _USED, _GENERATED_AT = (
    NamedNode(iris.PROV + name)
    for name in (
        "wasDerivedFrom",
        "wasGeneratedBy",
        "wasInformedBy",
        "wasAssociatedWith",
        "used",
        "generatedAtTime",
    )
)
_IDENTIFIER = NamedNode(iris.DCTERMS + "identifier")
_VERSION_INFO = NamedNode(iris.OWL + "versionInfo")
_ENGINE_LABELS = {"surface": "surface grammar", "dependency": "dependency grammar"}


def moment_given() -> str | None:
    """Give the moment that ``SOURCE_DATE_EPOCH`` (seconds since 1970) names, in ISO 8601 (UTC); None where unset."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        raise InputError(
            f"SOURCE_DATE_EPOCH is {seconds!r}, no number of seconds", remedy="unset it or give a whole number"
        ) from None


def provenance_triples(entries: Iterable[Entry]) -> Iterator[Triple]:
    """Tell how the graphs of the documents came about; one activity stands for all readings made in the same way."""
    for entry in entries:
        graph = iris.document_graph(entry.document)
        activity = _activity(entry)
        yield Triple(graph, iris.TYPE, _BUNDLE)
        yield Triple(graph, _WAS_DERIVED_FROM, iris.document(entry.document))
        yield Triple(graph, _WAS_GENERATED_BY, activity)
        if entry.generated:
            yield Triple(graph, _GENERATED_AT, moment(entry.generated))
        yield from _making(activity, entry)


def _activity(entry: Entry) -> NamedNode:
    way = "\n".join((entry.version, entry.rules, *entry.engines.names, entry.engines.model_digest or ""))
    return iris.thing(f"reading/{hashlib.sha256(way.encode()).hexdigest()[:12]}")


def _making(activity: NamedNode, entry: Entry) -> Iterator[Triple]:
    engines = entry.engines
    software, rules = iris.thing(f"software/servanda-{entry.version}"), iris.thing(f"rules/{entry.rules[:12]}")
    yield Triple(activity, iris.TYPE, _ACTIVITY)
    yield Triple(activity, _WAS_ASSOCIATED_WITH, software)
    yield Triple(software, iris.TYPE, _SOFTWARE)
    yield Triple(software, iris.PREF_LABEL, english("servanda"))
    yield Triple(software, _VERSION_INFO, words(entry.version))
    yield Triple(activity, _USED, rules)
    yield Triple(rules, iris.TYPE, _ENTITY)
    yield Triple(rules, iris.PREF_LABEL, english("grammar, lexicon and gazetteer"))
    yield Triple(rules, _IDENTIFIER, words(f"sha256:{entry.rules}"))
    for name in engines.names:
        engine = iris.thing(f"engine/{name}")
        yield Triple(activity, _WAS_INFORMED_BY, engine)
        yield Triple(engine, iris.TYPE, _ACTIVITY)
        yield Triple(engine, iris.PREF_LABEL, english(_ENGINE_LABELS.get(name, name)))
    if engines.model:
        model = iris.thing(f"model/{engines.model}-{engines.model_version or 'unknown'}")
        yield Triple(activity, _USED, model)
        yield Triple(model, iris.TYPE, _ENTITY)
        yield Triple(model, iris.PREF_LABEL, english(engines.model))
        if engines.model_version:
            yield Triple(model, _VERSION_INFO, words(engines.model_version))
        if engines.model_digest:
            yield Triple(model, _IDENTIFIER, words(f"sha256:{engines.model_digest}"))
