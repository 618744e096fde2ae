"""What the explorer shows: nodes, links between them, and the quotations that bear them out.

A scene is worked out from the store alone and holds plain strings and numbers, so that a page, a picture or a
table can be drawn from it. Offsets count code points of the document's text as read, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass

# One entry a node type, in the order of the legend: name in the legend, shape in vis-network, colour (Okabe-Ito).
TYPES: dict[str, tuple[str, str, str]] = {
    "state": ("State, forum or group", "hexagon", "#0072B2"),
    "agency": ("Agency or organization", "square", "#56B4E9"),
    "person": ("Person", "dot", "#009E73"),
    "commitment": ("Commitment", "diamond", "#D55E00"),
    "event": ("Meeting or event", "triangle", "#CC79A7"),
    "instrument": ("Instrument", "triangleDown", "#E69F00"),
    "place": ("Place", "triangleDown", "#E69F00"),
    "topic": ("Topic", "triangleDown", "#E69F00"),
    "document": ("Document", "star", "#7A7A7A"),
}

# relation -> (words read from source to target, words read the other way)
RELATIONS: dict[str, tuple[str, str]] = {
    "debtor": ("undertakes", "undertaken by"),
    "creditor": ("owed to", "is owed"),
    "speaker": ("speaks of", "spoken of by"),
    "source": ("is the source for", "on the word of"),
    "under": ("under", "governs"),
    "about": ("about", "subject of"),
    "relays": ("relayed from", "relayed in"),
    "fulfilled": ("fulfilled by", "fulfils"),
    "continues": ("carries on", "carried on by"),
    "made-at": ("worded at", "where it was worded"),
    "place": ("to be done in", "where it is to be done"),
    "held-in": ("takes place in", "place of"),
    "topic": ("has the topic", "topic of"),
    "post": ("holds a post in", "post held by"),
    "acts-for": ("acts for", "is acted for by"),
    "part-of": ("is part of", "has the part"),
    "forum": ("is a session of", "has the session"),
    "owner": ("is an instrument of", "has the instrument"),
    "leads": ("leads a delegation at", "delegation led by"),
    "attends": ("takes part in", "attended by"),
    "stated-in": ("stated in", "states"),
    "publisher": ("published by", "published"),
}

# Hubs that drown a picture: they are drawn once asked for.
HIDDEN_TYPES = ("document",)
HIDDEN_RELATIONS = ("attends", "leads", "owner", "publisher", "stated-in")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read. ``url`` is http(s) or empty; ``issued`` an ISO 8601 day or empty.

    ``digest``: the text is a digest in other words of the page at the address, so its words do not stand there.
    """

    iri: str
    title: str
    publisher: str = ""
    issued: str = ""
    kind: str = ""
    url: str = ""
    sha256: str = ""
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation in its context. ``role`` is statement, post, event or mention; ``source`` an index of
    ``Scene.sources``. ``parts`` are (words, mark) in reading order, where mark is "context", "quote", "content"
    (what is committed to) or "cue" (the words that make the act); the parts but the context joined are the exact
    words of ``start``..``end``.
    """

    iri: str
    role: str
    source: int
    start: int
    end: int
    parts: tuple[tuple[str, str], ...]
    act: str = ""
    status: str = ""
    strength: str = ""
    made_by: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    note: str = ""
    confidence: str = ""
    engines: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The exact words, without their context."""
        return "".join(words for words, mark in self.parts if mark != "context")


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the page. ``topics`` are IRIs of top concepts; ``weight`` says how much hangs on it.

    ``facts`` are (name, value) lines for the panel. For commitments, ``firm`` is binding, agreed or pledged in words
    that stand or are told of; ``since`` and ``until`` are the window in which it falls due, ``when`` the day of the
    earliest document that states it (ISO 8601 days or empty).
    """

    iri: str
    type: str
    label: str
    names: tuple[str, ...] = ()
    kind: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    evidence: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    act: str = ""
    strength: str = ""
    status: str = ""
    firm: bool = False
    content: str = ""
    since: str = ""
    until: str = ""
    when: str = ""
    weight: float = 0.0
    named: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two nodes (indices of ``Scene.nodes``). ``inferred``: no quotation, a rule says it."""

    source: int
    target: int
    relation: str
    evidence: tuple[int, ...] = ()
    inferred: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a page shows, in an order that depends on the graph alone."""

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Source, ...] = ()
