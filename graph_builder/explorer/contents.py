"""What goes into the page: the scene as plain JSON values, with places, and what is visible when it opens."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from graph_builder.explorer import layout
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
# Labels that keep room for themselves in the layout: half the width and half the height of two lines of text.
_ROOMY, _ROOM, _TIGHT = 40, (52.0, 24.0), (9.0, 9.0)


def page_data(found: Scene, *, title: str | None, limit: int, anonymous: bool) -> dict[str, Any]:
    """All that the template and the script of the page need, as values for JSON."""
    if anonymous:
        found = without_quotes(found)
    counts = dict(summary(found))
    drawn = _drawn(found)
    importance = _importance(found)
    ranked = sorted(drawn, key=lambda index: (-importance[index], index))
    opened = sorted(ranked[: max(1, limit)])
    first = set(ranked[:_ROOMY])
    room = [_ROOM if index in first else _TIGHT for index in range(len(found.nodes))]
    places = layout.network(found.nodes, found.links, opened, room)
    places |= layout.around(found.nodes, found.links, places)
    table = _table(found, limit)
    return {
        "title": title or _title(found),
        "summary": _summary(counts),
        "base": ID,
        "anonymous": anonymous,
        "counts": counts,
        "types": [{"id": k, "label": v[0], "shape": v[1], "colour": v[2]} for k, v in TYPES.items()],
        "relations": [{"id": k, "forward": v[0], "back": v[1]} for k, v in RELATIONS.items()],
        "hidden": {"types": list(HIDDEN_TYPES), "relations": list(HIDDEN_RELATIONS)},
        "strengths": list(STRENGTHS[::-1]),
        "statuses": list(STATUSES),
        "nodes": [_node(node, importance[index]) for index, node in enumerate(found.nodes)],
        "links": [[k.relation, list(k.evidence), int(k.inferred), k.note] for k in found.links],
        "evidence": [_evidence(item) for item in found.evidence],
        "sources": [_lean(_fields(source)) for source in found.sources],
        "columns": layout.columns(found.nodes, found.links, sorted(drawn)),
        "places": [places[index] for index in range(len(found.nodes))],
        "opened": opened,
        "held": sorted(drawn - set(opened)),
        "table": table,
        "cut": len(table) < counts["commitments"],
    }


def vis_nodes(found: Scene, data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Nodes as vis-network takes them: index, shape, colour, size and place; the page adds light and dark."""
    result = []
    for index, node in enumerate(found.nodes):
        x, y = data["places"][index]
        size = round(_size(node, data["nodes"][index]["rank"]), 1)
        _, shape, colour = TYPES[node.type]
        result.append({"id": index, "shape": shape, "color": colour, "x": x, "y": y, "size": size})
    return result


def vis_edges(found: Scene) -> list[dict[str, Any]]:
    """Edges as vis-network takes them, with the index of the link as id; an inferred one is dashed."""
    return [
        {"id": index, "from": link.source, "to": link.target, "dashes": link.inferred}
        for index, link in enumerate(found.links)
    ]


def without_quotes(found: Scene) -> Scene:
    """The scene with no words of any document: quotations, their context and the contents of commitments are gone."""
    evidence = tuple(replace(item, parts=(), note="", link="") for item in found.evidence if item.role != "mention")
    kept = [index for index, item in enumerate(found.evidence) if item.role != "mention"]
    number = {old: new for new, old in enumerate(kept)}
    nodes = []
    for node in found.nodes:
        if node.type == "commitment":
            theme = ", ".join(topic.rsplit("/", 1)[-1].replace("-", " ") for topic in node.topics) or "no topic"
            node = replace(node, label=f"Commitment: {theme}", content="")  # noqa: PLW2901
        nodes.append(replace(node, evidence=tuple(number[e] for e in node.evidence if e in number)))
    links = tuple(
        replace(link, evidence=tuple(number[e] for e in link.evidence if e in number)) for link in found.links
    )
    return Scene(tuple(nodes), links, evidence, found.sources)


def _drawn(found: Scene) -> set[int]:
    """Nodes with a tie that shows when the page opens."""
    tied: set[int] = set()
    for link in found.links:
        ends = (link.source, link.target)
        if link.relation in HIDDEN_RELATIONS or any(found.nodes[end].type in HIDDEN_TYPES for end in ends):
            continue
        tied.update(ends)
    return tied


def _importance(found: Scene) -> list[float]:
    """0 to 1, comparable over the types: how soon a node is labelled and shown."""
    top: dict[str, float] = {}
    for node in found.nodes:
        top[node.type] = max(top.get(node.type, 1.0), node.weight)
    share = {"state": 1.0, "commitment": 0.75, "agency": 0.8, "event": 0.6, "person": 0.65, "instrument": 0.6}
    result = []
    for node in found.nodes:
        if node.type == "commitment":
            part = node.weight / top[node.type]
        else:
            part = math.log1p(node.weight) / math.log1p(top[node.type])
        result.append(round(share.get(node.type, 0.5) * part, 3))
    return result


def _size(node: Node, rank: float) -> float:
    if node.type == "commitment":
        return 6.0
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
    values["iri"] = item.iri.removeprefix(ID)
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
