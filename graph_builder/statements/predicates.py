"""What an engine proposes: a word that may mark a speech act, with its subject, its complement and its setting."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Predicate:
    """One candidate, before it is known whether it is an act and which.

    ``word`` is the lemma looked up in the lexicon and ``part`` verb, adjective or modal; for a modal ``word`` is
    "will",
    "shall", "would", "may", ... and ``governs`` the verb after it. ``shapes`` are the shapes of the complement, most
    telling first (see lexicon). ``noun`` is the object noun. Spans count code points of the document:
    ``cue`` the words that mark the act, ``evidence`` from the subject to the end of the complement, ``content`` the
    complement after the cue. ``subject`` is None where the grammar gives none (bullets, agentless passives).
    ``tense`` is past, present or bare (a gerund, an imperative). ``speaker`` is who the words are reported from
    ("X said that ...") and ``speech`` that verb. ``agent`` tells that ``subject`` is the agent of a passive ("by X").
    """

    engine: str
    sentence: int
    word: str
    part: str
    shapes: tuple[str, ...]
    cue: Span
    evidence: Span
    content: Span
    subject: Span | None = None
    noun: str | None = None
    governs: str | None = None
    tense: str = "present"
    passive: bool = False
    agent: bool = False
    negated: bool = False
    speaker: Span | None = None
    speech: str | None = None
    auxiliaries: tuple[str, ...] = ()
    addressee: Span | None = None
    setting: str = "main"
