"""What the statements room gives: who does what with words, and what is thereby undertaken.

Spans count code points of the document's text, end exclusive; actors, instruments, events and places are entity ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph_builder.documents.records import Document
from graph_builder.language.records import Names


@dataclass(frozen=True, slots=True)
class Engines:
    """Which engines read the text: "surface" always, "dependency" where a parser model was there."""

    names: tuple[str, ...] = ("surface",)
    model: str | None = None
    model_version: str | None = None
    model_digest: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """When a commitment falls due: the words and the window they give (ISO 8601 days; None is open)."""

    text: str
    not_before: str | None
    not_after: str | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One course of action. ``start``..``end`` is its own passage; ``content`` those words with white space collapsed.
    ``condition`` is the span of an "if" or "subject to". ``amounts`` are (value, unit, words).
    """

    start: int
    end: int
    content: str
    debtors: tuple[str, ...] = ()
    creditors: tuple[str, ...] = ()
    forbearance: bool = False
    due: Due | None = None
    condition: tuple[int, int] | None = None
    instruments: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    amounts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One speech act. ``act``, ``status``, ``strength`` and ``topics`` are local names of concepts; ``strength`` is
    there
    exactly where ``commitments`` are. ``engines`` found it; ``confidence`` (0..1) is the program's doubt.
    """

    start: int
    end: int
    cue_start: int
    cue_end: int
    cue: str
    act: str
    status: str
    strength: str | None = None
    made_by: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    made_at: str | None = None
    topics: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    reaffirms: bool = False
    first_hand: bool = False
    commitments: tuple[Commitment, ...] = ()
    confidence: float = 0.0
    engines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one document: the finished record that crosses the bridge into the graph.

    ``names`` here holds the final mentions, the collective ones resolved ("both sides"). ``publisher`` is the entity
    id of the publisher, ``text_of`` the instrument whose text the document is, both None where unknown.
    """

    document: Document
    names: Names = field(default_factory=Names)
    statements: tuple[Statement, ...] = ()
    publisher: str | None = None
    text_of: str | None = None
    engines: Engines = field(default_factory=Engines)
