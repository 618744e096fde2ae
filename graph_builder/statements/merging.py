"""One statement a cue: the candidates of both engines united, nested speech settled, evidence kept apart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph_builder.statements.frames import Frame
from graph_builder.statements.predicates import Predicate

CONFIDENCE = {("dependency", "surface"): 0.93, ("dependency",): 0.71, ("surface",): 0.53}
_SAYING = frozenset({"state", "describe", "claim", "inform", "announce", "believe", "affirm", "note", "highlight", "recall",
                     "recognize", "explain", "deny", "highlight", "predict"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A predicate that was understood: its frame, and the engines that found it."""

    predicate: Predicate
    frame: Frame
    engines: tuple[str, ...]


def unite(found: list[Candidate]) -> list[Candidate]:
    """Candidates of different engines with one cue become one; the dependency engine's extents win (they follow grammar)."""
    by_cue: dict[int, Candidate] = {}
    for candidate in sorted(found, key=lambda x: (x.predicate.cue[0], x.predicate.engine)):
        at = candidate.predicate.cue[0]
        other = by_cue.get(at)
        if other is None:
            by_cue[at] = candidate
        else:
            engines = tuple(sorted({*other.engines, *candidate.engines}))
            by_cue[at] = replace(other, engines=engines)
    return [by_cue[k] for k in sorted(by_cue)]


def settle(found: list[Candidate], text: str) -> list[Candidate]:
    """Drop saying where what is said is an act of its own; cut evidence where the next statement begins."""
    kept = []
    for a in found:
        inner = [
            b for b in found
            if b is not a and a.predicate.evidence[0] <= b.predicate.cue[0] < a.predicate.evidence[1]
            and b.predicate.cue[0] > a.predicate.cue[0] - 4000 and b.predicate.sentence == a.predicate.sentence
            and b.predicate.setting != "participle"
        ]  # fmt: skip
        spoken = [b for b in inner if b.predicate.speech == a.predicate.word]
        if a.frame.act in _SAYING and a.predicate.part == "verb" and spoken:
            continue
        kept.append(a)
    return [_cut(a, kept, text) for a in kept]


def _cut(a: Candidate, found: list[Candidate], text: str) -> Candidate:
    start, end = a.predicate.evidence
    for b in found:
        if b is a or b.predicate.sentence != a.predicate.sentence:
            continue
        inside = start < b.predicate.evidence[0] < end and b.predicate.evidence[0] > a.predicate.cue[1]
        if inside and (b.predicate.setting == "participle" or b.predicate.evidence[1] < end and False):
            end = b.predicate.evidence[0]
    trimmed = text[start:end].rstrip(" ,;:—–\n\t")
    for tail in (" and", ", and", " but"):
        trimmed = trimmed.removesuffix(tail)
    end = start + len(trimmed.rstrip(" ,;:—–\n\t"))
    p = a.predicate
    return replace(a, predicate=replace(p, evidence=(start, end), content=(min(p.content[0], end), end)))
