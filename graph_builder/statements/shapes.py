"""The shapes of a complement in a dependency tree (see ``language.lexicon`` for the list of shapes)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_builder.language.lexicon import Lexicon
from graph_builder.statements.trees import MODALS, SUBJECTS, Tree, auxiliaries

QUOTES = frozenset('“”"„«»')
_ADVERBS = frozenset({"together", "united", "firm", "shoulder", "jointly", "closely"})
_FUTURE = frozenset({"will", "would", "shall", "should"})


@dataclass(frozen=True, slots=True)
class Complement:
    """Shapes, most telling first; the last token of the cue; the object noun and the addressee (token indices)."""

    shapes: tuple[str, ...]
    cue_last: int
    noun: int | None = None
    addressee: int | None = None


def complement(t: Tree, i: int, also: int | None, text: str, lexicon: Lexicon) -> Complement:
    """The complement of the verb or adjective ``i``; ``also`` is the copula that may hold some of it."""
    kids = sorted({c for head in (i, also) if head is not None for c in t.children[head] if c > i})
    shapes: list[str] = []
    cue_last, noun, addressee = i, None, None
    particle = next((t.low(c) for c in kids if t.tokens[c].dep in {"prt", "advmod"} and t.low(c) in _PARTICLES), "")
    objects = [c for c in kids if t.tokens[c].dep in {"dobj", "dative", "oprd", "attr", "appos", "npadvmod"}]
    direct = [c for c in objects if t.tokens[c].dep in {"dobj", "dative"} and t.tokens[c].tag != "WDT"]
    clause = _clause(t, kids, i)
    if clause is None and WITH_FEELING.match(text, t.tokens[i].end):
        clause = "that"
    if direct:
        noun = next((d for d in direct if lexicon.noun(t.tokens[d].text)), direct[-1])
        group = _group(t, noun, lexicon)
        if clause in {"to", "np+to"} and group is None:
            addressee = noun
            shapes.append("np+to")
        elif clause in {"that", "that-future"}:
            addressee = noun
            shapes += ["np+" + clause, "np+that", clause]
        if group:
            if re.match(r"\s+that\s", text[t.tokens[noun].end : t.tokens[noun].end + 8]):
                shapes.append(f"@{group}+that")
            doing = _has_doing(t, noun) or DOING.match(text, t.tokens[noun].end) is not None
            shapes += [f"@{group}+doing", f"@{group}"] if doing else [f"@{group}"]
        cue_last = noun if group else i
    if clause == "np+to":
        shapes.append("np+to")
        verb = next(c for c in kids if t.tokens[c].dep in {"ccomp", "xcomp"})
        addressee = next((s for s in t.kids(verb, *SUBJECTS)), addressee)
    elif clause and not direct:
        shapes += [clause, "that"] if clause == "that-future" else [clause]
        if clause == "to":
            cue_last = max((a for a in _aux_to(t, kids)), default=i)
    shapes += _prepositions(t, kids, particle, lexicon)
    quote = _opens_quote(t, i, text)
    if quote:
        shapes.append("np+quote" if direct else "quote")
        shapes.append("quote")
    if any(t.tokens[c].dep == "oprd" for c in kids):
        shapes.append("oprd")
    shapes += [t.low(c) for c in kids if t.low(c) in _ADVERBS]
    if particle:
        shapes.append(f"{particle}+np" if objects else particle)
    if objects or any(t.tokens[c].dep == "relobj" for c in kids):
        shapes.append("np")
    if not shapes or all(s in _ADVERBS for s in shapes):
        shapes.append("none")
    if noun is None and objects:
        noun = objects[-1]
    return Complement(tuple(dict.fromkeys(shapes)), cue_last, noun, addressee)


_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "does", "do", "remains", "remain"})
WITH_FEELING = re.compile(r"\s+with\s+(?:\w+\s+){0,3}?\w+\s+that[\s,]")
DOING = re.compile(
    r"\s+(?:of|in|for)\s+(?:\w+ly\s+|further\s+|continu\w+\s+to\s+)?\w{3,}ing\b|\s+to\s+(?:\w+ly\s+)?[a-z]{3,}\b|"
    r"\s+for\s+[^.;]{3,60}?\sto\s"
)
_PARTICLES = frozenset({"out", "forward", "up", "back", "off", "hard"})


def _clause(t: Tree, kids: list[int], i: int) -> str | None:
    if i + 1 < len(t.tokens) and t.low(i + 1) == "that" and t.tokens[i + 1].dep != "det":
        ahead = [t.low(j) for j in range(i + 2, min(i + 70, len(t.tokens)))]
        first = next((w for w in ahead if w in MODALS or w in _FINITE), "")
        return "that-future" if MODALS.get(first) in _FUTURE else "that"
    for c in kids:
        token = t.tokens[c]
        if token.dep not in {"xcomp", "ccomp"}:
            continue
        if any(t.tokens[a].tag == "TO" for a in auxiliaries(t, c)):
            return "np+to" if [s for s in t.kids(c, *SUBJECTS) if s < c] else "to"
        if token.tag == "VBG" and not t.kids(c, "aux", *SUBJECTS):
            return "ing"
        if token.dep == "ccomp":
            future = any(MODALS.get(t.low(a)) in _FUTURE for a in auxiliaries(t, c))
            return "that-future" if future else "that"
    return None


def _aux_to(t: Tree, kids: list[int]) -> list[int]:
    return [a for c in kids if t.tokens[c].dep == "xcomp" for a in auxiliaries(t, c) if t.tokens[a].tag == "TO"]


def _group(t: Tree, noun: int, lexicon: Lexicon) -> str | None:
    """The noun class of an object: its head's, or that of a noun coordinated to it."""
    for n in (noun, *t.kids(noun, "conj")):
        found = lexicon.noun(t.tokens[n].text)
        if found:
            return found.group
    return None


def _has_doing(t: Tree, noun: int) -> bool:
    """Whether "the importance" is that of doing something: "of maintaining", "for all to act", "to follow through"."""
    for c in t.children[noun]:
        if t.tokens[c].dep == "prep" and t.low(c) == "of" and t.kids(c, "pcomp"):
            return True
        if t.tokens[c].dep in {"acl", "relcl", "ccomp"} and any(t.tokens[a].tag == "TO" for a in auxiliaries(t, c)):
            return True
    return False


def _prepositions(t: Tree, kids: list[int], particle: str, lexicon: Lexicon) -> list[str]:
    shapes = []
    infinitive = any(
        t.tokens[c].dep in {"xcomp", "advcl", "ccomp"} and any(t.tokens[a].tag == "TO" for a in auxiliaries(t, c))
        for c in kids
    )
    for c in kids:
        token = t.tokens[c]
        if token.dep not in {"prep", "agent", "dative"} or token.tag not in {"IN", "TO", "RP"}:
            continue
        name = f"{particle}-{t.low(c)}" if particle in {"forward", "back"} else t.low(c)
        if t.kids(c, "pcomp"):
            shapes.append(f"{name}+ing")
        for o in t.kids(c, "pobj"):
            below = any(any(t.tokens[a].tag == "TO" for a in auxiliaries(t, k)) for k in t.kids(o, "acl", "relcl"))
            if infinitive or below:
                shapes.append(f"{name}+to")
            group = _group(t, o, lexicon)
            if group:
                shapes.append(f"{name}@{group}")
            shapes.append(f"{name}+np")
    return shapes


def _opens_quote(t: Tree, i: int, text: str) -> bool:
    after = text[t.tokens[i].end : t.tokens[i].end + 60]
    bare = after.lstrip(" ,:\n")
    return bare[:1] in QUOTES and bare[:1] != ""
