"""The shapes of a complement read off the words after a verb, with no tree (see ``language.lexicon``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_builder.language.lexicon import Lexicon
from graph_builder.statements.shapes import DOING

_PREPOSITION = re.compile(
    r"\s+((?:out|forward|back)\s+)?(on|upon|for|with|to|in|into|at|from|of|toward|towards|by|against|about|over|"
    r"as)\s+(?:the\s+|a\s+)?",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?:[^.;]{0,40}?)\s+that\s", re.IGNORECASE)
_OBJECT_TO = re.compile(r"\s+(?:[\w’'().-]+,?\s+){1,9}?to\s+(?:\w+ly\s+)?[a-z]{2,}")
_NOT_VERBS = frozenset("the a an all its their our his her this that these those any each both some such no".split())
_FUTURE = re.compile(r"^\s*(?:\S+\s+){0,14}?(will|would|shall|should)\s")
_FINITE = re.compile(r"\s(is|are|was|were|has|have|had|remains?|must)\s")
_ADVERBS = ("together", "united", "firm", "ready", "hard")


@dataclass(frozen=True, slots=True)
class After:
    """What follows a verb: shapes, most telling first; the object noun; where the cue ends (code points)."""

    shapes: tuple[str, ...]
    noun: str | None
    cue_end: int


def after_verb(text: str, at: int, end: int, lexicon: Lexicon, part: str) -> After:
    """Read the complement between ``at`` (the end of the verb) and ``end`` (that of its sentence)."""
    rest = text[at:end]
    adverb = re.match(
        r"\s+(?:\w+ly|also|again|further|today|closely|once more|with (?:\w+ ){0,2}\w+(?=\s+(?:that|the|its)\b))\b",
        rest,
    )
    skipped = adverb.end() if adverb else 0
    rest = rest[skipped:]
    at += skipped
    shapes: list[str] = []
    noun, cue_end = None, at
    bare = rest.lstrip(" ,:\n")
    if bare[:1] in {"“", '"', "„", "«"}:
        shapes.append("quote")
    to = re.match(r"\s+(?:not\s+)?to\s+(?:\w+ly\s+)?([\w’'-]+)", rest)
    if to:
        shape = "to+ing" if to[1].endswith("ing") and len(to[1]) > 5 else "to+np" if _is_noun(to[1]) else "to"
        return After((shape, *(("to+np",) if shape == "to+ing" else ())), None, at + rest.index("to") + 2)
    that = re.match(r"\s+that\s", rest)
    if that:
        return After(_that(rest[that.end() :]), None, cue_end)
    found = _object(rest, lexicon)
    if found is not None:
        group, noun, where = found
        doing = DOING.match(rest, where) is not None
        shapes += [f"@{group}+doing", f"@{group}"] if doing else [f"@{group}"]
        cue_end = at + where
    elif _OBJECT_TO.match(rest):
        shapes += ["np+to"]
    preposition = _PREPOSITION.match(rest)
    if preposition:
        name = f"{(preposition[1] or '').strip()}-{preposition[2]}".strip("-").lower()
        if preposition[1] and preposition[1].strip() == "out":
            name = preposition[2].lower()
        tail = rest[preposition.end() :]
        if re.match(r"[a-z]{3,}ing\b", tail):
            shapes.append(f"{name}+ing")
        head = _object(" " + tail, lexicon)
        if head is not None:
            shapes.append(f"{name}@{head[0]}")
        if re.match(r"[^.;]{2,80}?\sto\s+[a-z]+", tail):
            shapes.append(f"{name}+to")
        shapes.append(f"{name}+np")
        return After(tuple(dict.fromkeys(shapes)), noun, cue_end)
    late = _THAT.match(rest)
    if late and found is None and part == "verb":
        shapes += ["np+" + s for s in _that(rest[late.end() :])]
    shapes += [a for a in _ADVERBS if re.match(rf"\s+{a}\b", rest)]
    out = re.match(r"\s+(out|up|back)\s", rest)
    if out:
        shapes += [f"{out[1]}+np", out[1]]
    if re.match(r"\s+\w+ing\b", rest):
        shapes.append("ing")
    shapes.append("np" if re.match(r"\s+[\w“\"$€£¥]", rest) else "none")
    return After(tuple(dict.fromkeys(shapes)), noun, cue_end)


def _that(clause: str) -> tuple[str, ...]:
    future, finite = _FUTURE.search(" " + clause[:160]), _FINITE.search(" " + clause[:160])
    coming = future is not None and (finite is None or future.start(1) < finite.start(1))
    return ("that-future", "that") if coming else ("that",)


def _is_noun(word: str) -> bool:
    return word.lower() in _NOT_VERBS or word[:1].isupper() or word.endswith(("tion", "ment", "ness", "ity"))


def _object(rest: str, lexicon: Lexicon) -> tuple[str, str, int] | None:
    """The object noun of a known class within the first words: (class, noun, end); nothing past a preposition."""
    position = 0
    for count, m in enumerate(re.finditer(r"\s+([\w’'“”\"-]+)(,?)", rest[:140])):
        if m.start() != position or count > 8:
            return None
        position = m.end()
        word = re.sub(r"[’']s$|[“”\"]", "", m[1])
        if word.lower() in {
            "of",
            "to",
            "for",
            "on",
            "in",
            "that",
            "with",
            "by",
            "from",
            "at",
            "which",
            "who",
            "as",
            "over",
            "about",
        }:
            return None
        known = lexicon.noun(word)
        if known is not None:
            return known.group, word.lower(), m.end(1)
    return None
