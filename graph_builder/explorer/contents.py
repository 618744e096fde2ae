"""What goes into the page: the scene as plain JSON values, with places, and what is visible when it opens."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph_builder.explorer import layout
from graph_builder.explorer.columns import columns
from graph_builder.explorer.data import STATUSES, STRENGTHS, summary
from graph_builder.explorer.records import (
    HIDDEN_RELATIONS,
    HIDDEN_TYPES,
    RELATIONS,
    TYPES,
    Evidence,
    Node,
    Scene,
)
from graph_builder.explorer.rows import BASE

ID = BASE + "id/"
TOPICS_SHOWN = 30
# Facts told in a document's own words.
_IN_WORDS = frozenset({"due", "amount", "condition", "when"})
# So many of the most connected keep room for their labels, in two lines of so many letters of that size.
NAMED, LETTERS, LETTER, LINE = 40, 20, 6.4, 15.0


@dataclass(frozen=True, slots=True)
class Contents:
    """What the template writes: ``page``, ``nodes`` and ``edges`` as JSON for the script, ``table`` as plain rows.

    ``cut``: the table does not list every commitment. ``opened`` is the number of nodes visible at first.
    """

    page: dict[str, Any]
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    table: list[dict[str, Any]]
    cut: bool
    opened: int


def contents(found: Scene, *, title: str | None, limit: int, anonymous: bool) -> Contents:
    """All that the template and the script of the page need."""
    if anonymous:
        found = without_quotes(found)
    counts = dict(summary(found))
    hidden = _hidden(counts)
    drawn = _drawn(found, hidden["network"])
    importance = _importance(found)
    ranked = sorted(drawn, key=lambda index: (-importance[index], index))
    opened = sorted(ranked[: max(1, limit)])
    degree = _degrees(found, set(opened), hidden["network"])
    named = set(sorted(opened, key=lambda index: (-degree[index], -importance[index], index))[:NAMED])
    labels = {index: _label_size(found.nodes[index].label) for index in sorted(named)}
    places = layout.network(found.nodes, found.links, opened, labels)
    places |= layout.around(found.nodes, found.links, places)
    page = {
        "title": title or _title(found),
        "summary": _summary(counts),
        "base": ID,
        "anonymous": anonymous,
        "counts": counts,
        "types": [{"id": k, "label": v[0], "shape": v[1], "colour": v[2]} for k, v in TYPES.items()],
        "relations": [{"id": k, "forward": v[0], "back": v[1]} for k, v in RELATIONS.items()],
        "hidden": hidden,
        "strengths": list(STRENGTHS[::-1]),
        "statuses": list(STATUSES),
        "nodes": [_node(node, importance[index]) for index, node in enumerate(found.nodes)],
        "links": [[k.relation, list(k.evidence), int(k.inferred), k.note] for k in found.links],
        "evidence": [_evidence(item) for item in found.evidence],
        "sources": [_lean(_fields(source)) for source in found.sources],
        "columns": columns(found.nodes, found.links, sorted(_drawn(found, hidden["columns"]))),
        "opened": opened,
        "held": sorted(drawn - set(opened)),
    }
    rows = _table(found, limit)
    return Contents(
        page=page,
        nodes=_vis_nodes(found, places, importance),
        edges=_vis_edges(found),
        table=rows,
        cut=len(rows) < counts["commitments"],
        opened=len(opened),
    )


def _vis_nodes(found: Scene, places: Mapping[int, layout.Place], ranks: Sequence[float]) -> list[dict[str, Any]]:
    """Nodes as vis-network takes them: index, shape, colour, size and place; the page adds light and dark."""
    result = []
    for index, node in enumerate(found.nodes):
        _, shape, colour = TYPES[node.type]
        x, y = places[index]
        size = round(_size(node, ranks[index]), 1)
        result.append({"id": index, "shape": shape, "color": colour, "x": x, "y": y, "size": size})
    return result


def _vis_edges(found: Scene) -> list[dict[str, Any]]:
    """Edges as vis-network takes them, with the index of the link as id; an inferred one is dashed."""
    return [
        {"id": index, "from": link.source, "to": link.target, "dashes": link.inferred}
        for index, link in enumerate(found.links)
    ]


def without_quotes(found: Scene) -> Scene:
    """The scene with no words of any document: quotations, their context and the contents of commitments are gone."""
    evidence = tuple(replace(item, parts=(), note="") for item in found.evidence if item.role != "mention")
    kept = [index for index, item in enumerate(found.evidence) if item.role != "mention"]
    number = {old: new for new, old in enumerate(kept)}
    nodes = tuple(
        replace(
            node,
            label=_theme(node) if node.type == "commitment" else node.label,
            content="",
            facts=tuple(fact for fact in node.facts if fact[0] not in _IN_WORDS),
            evidence=tuple(number[e] for e in node.evidence if e in number),
        )
        for node in found.nodes
    )
    links = tuple(
        replace(link, evidence=tuple(number[e] for e in link.evidence if e in number)) for link in found.links
    )
    return Scene(nodes, links, evidence, found.sources)


def _theme(node: Node) -> str:
    topics = ", ".join(topic.rsplit("/", 1)[-1].replace("-", " ") for topic in node.topics)
    return f"Commitment on {topics}" if topics else "Commitment"


def _hidden(counts: Mapping[str, int]) -> dict[str, dict[str, list[str]]]:
    """What each view leaves out until asked: hubs that drown a picture."""
    # A chain of commitments would run down through their own column.
    columns_hide = {"types": list(HIDDEN_TYPES), "relations": [*HIDDEN_RELATIONS, "continues"]}
    # A topic ties half of a large network to the other half; in Columns it has a place of its own.
    topics = ["topic"] if counts["commitments"] > TOPICS_SHOWN else []
    network_hides = {"types": [*HIDDEN_TYPES, *topics], "relations": list(HIDDEN_RELATIONS)}
    return {"network": network_hides, "columns": columns_hide}


def _drawn(found: Scene, hidden: Mapping[str, Sequence[str]]) -> set[int]:
    """Nodes that links visible at the opening tie to a commitment, over any number of steps."""
    beside: dict[int, list[int]] = {}
    for link in found.links:
        ends = (link.source, link.target)
        if link.relation not in hidden["relations"] and not any(found.nodes[e].type in hidden["types"] for e in ends):
            beside.setdefault(link.source, []).append(link.target)
            beside.setdefault(link.target, []).append(link.source)
    queue = [index for index in sorted(beside) if found.nodes[index].type == "commitment"]
    tied = set(queue)
    for index in queue:
        fresh = [other for other in beside[index] if other not in tied]
        tied.update(fresh)
        queue.extend(fresh)
    return tied


def _degrees(found: Scene, shown: set[int], hidden: Mapping[str, Sequence[str]]) -> Counter[int]:
    """How many links visible at the opening end at each node."""
    degrees: Counter[int] = Counter()
    for link in found.links:
        if link.relation not in hidden["relations"] and link.source in shown and link.target in shown:
            degrees.update((link.source, link.target))
    return degrees


def _label_size(label: str) -> layout.Size:
    """About the width and height of a label on the screen, in two lines at most."""
    return (min(len(label), LETTERS + 2) * LETTER, LINE if len(label) <= LETTERS else 2 * LINE)


def _importance(found: Scene) -> list[float]:
    """How soon each node is shown and named, 0 to 1: those tied to much, and what is firm, on one scale."""
    ties = max((math.log1p(node.weight) for node in found.nodes if node.type != "commitment"), default=1.0) or 1.0
    firmness = max((node.weight for node in found.nodes if node.type == "commitment"), default=1.0) or 1.0
    return [
        round(0.3 + 0.4 * node.weight / firmness if node.type == "commitment" else math.log1p(node.weight) / ties, 3)
        for node in found.nodes
    ]


def _size(node: Node, rank: float) -> float:
    if node.type == "commitment":
        return 7.0 if node.firm else 5.5
    if node.type == "state":
        return 6.0 + 7.0 * rank
    return 5.0 + 5.0 * rank


def _node(node: Node, rank: float) -> dict[str, Any]:
    values = _fields(node)
    values["iri"] = node.iri.removeprefix(ID)
    values["topics"] = [topic.rsplit("/", 1)[-1] for topic in node.topics]
    values["firm"] = int(node.firm)
    del values["weight"]
    return {**_lean(values), "rank": rank}


def _evidence(item: Evidence) -> dict[str, Any]:
    values = _fields(item)
    values["iri"] = item.iri.removeprefix(ID) if item.role == "statement" else ""
    values["parts"] = [list(part) for part in item.parts]
    return {**_lean(values), "source": item.source}


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _lean(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty: the page takes a missing value for an empty one."""
    return {name: value for name, value in values.items() if value not in ("", (), [], 0, None)}


def _title(found: Scene) -> str:
    return (
        found.sources[0].title if len(found.sources) == 1 else f"Who promised what, in {len(found.sources)} documents"
    )


def _summary(counts: Mapping[str, int]) -> str:
    return (
        f"{counts['commitments']} commitments, {counts['nodes']} things and {counts['links']} links "
        f"from {counts['documents']} documents"
    )


def _table(found: Scene, limit: int) -> list[dict[str, Any]]:
    debtors: dict[int, list[str]] = {}
    creditors: dict[int, list[str]] = {}
    for link in found.links:
        if link.relation == "debtor":
            debtors.setdefault(link.target, []).append(found.nodes[link.source].label)
        elif link.relation == "creditor":
            creditors.setdefault(link.source, []).append(found.nodes[link.target].label)
    indices = [index for index, node in enumerate(found.nodes) if node.type == "commitment"]
    indices.sort(key=lambda index: (found.nodes[index].sources, _first_place(found, found.nodes[index]), index))
    return [_row(found, index, debtors, creditors) for index in indices[:limit]]


def _first_place(found: Scene, node: Node) -> tuple[int, int]:
    return min(((found.evidence[e].start, found.evidence[e].end) for e in node.evidence), default=(0, 0))


def _row(
    found: Scene, index: int, debtors: Mapping[int, Iterable[str]], creditors: Mapping[int, Iterable[str]]
) -> dict[str, Any]:
    node = found.nodes[index]
    item = found.evidence[node.evidence[0]] if node.evidence else None
    source = found.sources[item.source] if item else None
    place = f"{source.issued or 'no date'}, characters {item.start}–{item.end}" if item and source else ""
    return {
        "node": index,
        "label": node.label,
        "debtors": list(debtors.get(index, ())),
        "creditors": list(creditors.get(index, ())),
        "strength": node.strength,
        "status": node.status,
        "due": dict(node.facts).get("due", ""),
        "quote": item.quote if item else "",
        "source": source.title if source else "",
        "place": place,
    }
