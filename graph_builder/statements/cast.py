"""The cast of a document: its genre, its authors and parties, and where its actors are named.

Who "we", "both sides", "the two leaders" and "the Parties" are is read off the title and the first sentences, where a
joint text introduces those for whom it speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph_builder.documents.records import Document
from graph_builder.language.records import ACTOR_TYPES, Entity, Mention, Names

_NEWS = frozenset({"news-report"})
_JOINT = frozenset(
    {"joint-statement", "communique", "declaration", "memorandum", "agreement", "framework", "resolution", "decision"}
)
_TREATY = frozenset({"treaty", "convention", "protocol", "charter"})
_PARTY_TYPES = frozenset({"State", "Organization", "Forum"})
_PLACED = re.compile(
    r"\b(?:in|at|near|from|to|on|against|about|towards?|over|across|around)\s+(?:the\s+)?$", re.IGNORECASE
)
_DEFINED = re.compile(
    r"(?:hereinafter|hereafter|collectively|jointly|together|individually)[^.;]{0,70}?[“\"']?(?:Parties|Participants|Sides|Signatories)\b"
)
ADOPTING = re.compile(r"The [A-Z][^.;]{3,150},$")
_SEVERAL = re.compile(r"\bjoint\b|\b(?:leaders|ministers)[’']? statement\b", re.IGNORECASE)
_CALLED_JOINT = re.compile(r"\bjoint (?:statement|declaration|communiqu)", re.IGNORECASE)
_WE = re.compile(r"\bwe\b(?!.{0,3}[”\"])", re.IGNORECASE)


_COMING = re.compile(
    r"\b(?:joint|leaders['’]?|outcome) (?:statement|declaration|communiqu[eé])\b[^.]{0,80}?\b(?:they |it |that |"
    r"which )?"
    r"(?:is |are )?(?:preparing to|to be|will be|set to be|expected to be|due to be|planned? to|plan to) "
    r"(?:release|issue|adopt|publish|sign|announce)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who. ``genre`` is news, treaty, joint or official; ``parties`` are those between whom the text is made, or
    about whom it tells ("both sides"); ``voice`` are those who say "we"; ids of entities. ``coming``: the report is
    about a
    joint text that is not out yet. ``stands_for``: persons whose state no words give, with the party left for them.
    """

    document: Document
    entities: dict[str, Entity]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    genre: str
    parties: tuple[str, ...]
    voice: tuple[str, ...]
    publisher: str | None
    posts: tuple[tuple[str, str], ...]
    coming: bool = False
    stands_for: tuple[tuple[str, str], ...] = ()

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie in a span (code points), in order."""
        found = []
        for mention in self.mentions[bisect_left(self.starts, start) :]:
            if mention.start >= end:
                break
            if mention.end <= end:
                found.append(mention)
        return tuple(found)

    def actor(self, identifier: str) -> Entity | None:
        """The entity with an id, where it is an actor."""
        entity = self.entities.get(identifier)
        return entity if entity is not None and entity.type in ACTOR_TYPES else None

    def state_of(self, identifier: str) -> str:
        """The state (or organization) in whose name an actor acts; itself where none is known."""
        entity = self.entities.get(identifier)
        for _ in range(4):
            above = _above(entity)
            if above is None:
                break
            identifier, entity = above, self.entities.get(above)
        return dict(self.stands_for).get(identifier, identifier)


def with_left_over(c: Cast) -> Cast:
    """The cast with its persons of unknown state set against the one party of a joint text that nobody else
    speaks for.
    """
    if c.genre != "joint" or len(c.parties) != 2:
        return c
    people = [e for e in c.entities.values() if e.type == "Person"]
    spoken_for = {c.state_of(e.id) for e in people if e.acts_for}
    left = [p for p in c.parties if p not in spoken_for]
    holders = {person for person, _ in c.posts}
    unknown = [e.id for e in people if e.acts_for is None and e.id in holders]
    if len(left) != 1 or not unknown:
        return c
    return replace(c, stands_for=tuple((person, left[0]) for person in sorted(unknown)))


def _above(entity: Entity | None) -> str | None:
    """In whose name an entity acts: a person or agency for its state, an organ of a union for the union."""
    if entity is None:
        return None
    if entity.type in {"Person", "Agency"}:
        return entity.acts_for
    owner = entity.acts_for or entity.part_of
    return owner if owner in _UNIONS else None


_UNIONS = frozenset({"org/european-union", "org/african-union"})


def cast(document: Document, names: Names, publisher: str | None = None) -> Cast:
    """Work out the cast of a document from its names, its kind, its title and its first sentences.

    >>> from graph_builder.documents import Metadata, document_of_text
    >>> from graph_builder.language.gazetteer import load_gazetteer
    >>> from graph_builder.language.names import name_document
    >>> own = document_of_text("Chile and Peru met in Lima. They agreed.", metadata=Metadata(kind="joint-statement"))
    >>> cast(own, name_document(own, load_gazetteer())).parties
    ('state/chl', 'state/per')
    """
    entities = {e.id: e for e in names.entities}
    mentions = _outermost(names.mentions, entities)
    genre = _genre(document)
    first = Cast(
        document, entities, mentions, tuple(m.start for m in mentions), genre, (), (), publisher,
        tuple((t.person, t.post) for t in names.tenures),
    )  # fmt: skip
    parties = _parties(first)
    voice = _voice(first, parties)
    return Cast(
        document,
        entities,
        mentions,
        first.starts,
        genre,
        parties,
        voice,
        publisher,
        first.posts,
        genre == "news" and _COMING.search(document.text) is not None,
    )


def _outermost(mentions: Sequence[Mention], entities: dict[str, Entity]) -> tuple[Mention, ...]:
    """The mentions that lie in no longer one: the states inside a forum's name do not act where the forum does.

    What shares its beginning or its end with a longer name of the same type is listed with it ("the governments of A, B
    and C", "the A and B governments").
    """
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif _types(mention, entities) != _types(kept[-1], entities) or mention.end > kept[-1].end:
            continue
        elif mention.start == kept[-1].start:
            kept[-1] = replace(kept[-1], refers_to=(*mention.refers_to, *kept[-1].refers_to))
        elif mention.end == kept[-1].end and " and " in kept[-1].text and kept[-1].text.endswith("s"):
            kept[-1] = replace(kept[-1], refers_to=(*kept[-1].refers_to, *mention.refers_to))
    return tuple(kept)


def _types(mention: Mention, entities: dict[str, Entity]) -> set[str]:
    return {entities[i].type for i in mention.refers_to if i in entities}


def _genre(document: Document) -> str:
    """The genre that decides who speaks: by the kind of the document, else by what its opening calls itself."""
    kind, title = document.metadata.kind or "", document.metadata.title or ""
    if kind in _NEWS:
        return "news"
    if kind in _TREATY:
        return "treaty"
    if kind == "declaration":
        return "joint" if "joint" in title.lower() or _WE.search(document.text) is None else "official"
    if (
        kind in _JOINT
        or (kind == "statement" and _SEVERAL.search(title))
        or (not kind and _CALLED_JOINT.search(document.text[:600]))
    ):
        return "joint"
    return "official"


def _parties(c: Cast) -> tuple[str, ...]:
    """The states (or bodies) between which the text is made, by the title, else by the first sentences."""
    if c.genre == "treaty":
        return _contracting(c)
    if c.genre == "joint" and _DEFINED.search(c.document.text[:4000]):
        defined = _contracting(c)
        if len(defined) > 1:
            return defined
    sentences = c.document.sentences
    for s in sentences[:8]:
        words = c.document.text[s.start : s.end]
        adopting = _named(c, s.start, s.end, owners=False) if s.zone == "body" and ADOPTING.match(words) else ()
        if adopting:
            return adopting  # "The Security Council,": the body that adopts the text
    titles = [s for s in sentences[:3] if s.zone in {"title", "heading"}]
    bodies = [s for s in sentences if s.zone not in {"title", "heading"}][:3]
    title = c.document.metadata.title or ""
    called = [e for e in c.entities.values() if any(_has_word(title, n) for n in (e.label, *e.names))]
    direct = [n for s in titles for n in _named(c, s.start, s.end, persons=False)]
    direct += [e.id for e in called if _is_statelike(e.id)]
    if len(states := [n for n in dict.fromkeys(direct) if _is_statelike(n)]) >= 2:
        return tuple(states)  # what the title calls by name, before those for whom its persons act
    named = [*direct, *(n for s in titles for n in _named(c, s.start, s.end)), *(_side_of(c, e) for e in called)]
    states = [n for n in dict.fromkeys(named) if _is_statelike(n)]
    if len(states) >= 2:
        return tuple(states)
    for s in bodies:
        named += _named(c, s.start, s.end)
    named = [n for n in dict.fromkeys(named) if n]
    states = [n for n in named if _is_statelike(n)]
    return tuple(states) if len(states) >= 2 or not named else tuple(states or named[:1])


def _is_statelike(identifier: str) -> bool:
    return identifier.startswith("state/") or identifier in _UNIONS


def _contracting(c: Cast) -> tuple[str, ...]:
    """The parties of a treaty: the states that its opening lists, else the group of its states parties."""
    text = c.document.text
    defined = _DEFINED.search(text[:4000])
    if defined:
        sentence = next((s for s in c.document.sentences if s.start <= defined.start() < s.end), None)
        named = c.within(sentence.start if sentence else 0, defined.start())
        bodies = [i for m in named for i in m.refers_to if (e := c.actor(i)) and e.type in {"Agency", "Organization"}]
        states = [i for m in named for i in m.refers_to if _is_statelike(i)]
        chosen = tuple(dict.fromkeys(bodies if len(set(bodies)) >= 2 else states))
        if len(chosen) >= 2:
            return chosen  # "..., hereinafter referred to as the Parties"
    opening = re.search(
        r"\bThe (?:Governments?|Republic|Kingdom|State) of\b.{0,400}?\bGovernments?\b", text[:1500], re.DOTALL
    )
    if opening and "Parties to" not in opening[0]:
        states = [n for n in _named(c, opening.start(), opening.end() + 80) if _is_statelike(n)]
        if len(states) >= 2:
            return tuple(dict.fromkeys(states))
    group = f"doc/{c.document.id}/group/states-parties"
    found = re.search(
        r"\b(?:The )?((?:High )?(?:States|Contracting) Part(?:ies|y)(?: to (?:this|the) [A-Z][\w ]{3,60}?(?=,|\.|"
        r"\n| shall))?|Parties to the [A-Z][\w ]{3,60}?(?=,|\.|\n| shall))",
        text,
    )
    label = re.sub(r"\s+", " ", found[1]) if found else "States Parties"
    c.entities[group] = Entity(group, "ActorGroup", label, kind="actor-type/states-group")
    return (group,)


def _has_word(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _named(c: Cast, start: int, end: int, *, persons: bool = True, owners: bool = True) -> tuple[str, ...]:
    """The party-like actors named in a span, persons as the states they act for; places left out."""
    found = []
    for mention in c.within(start, end):
        before = c.document.text[max(start, mention.start - 14) : mention.start]
        if _PLACED.search(before) or (re.search(r"[a-z], $", before) and _of_a_town(c, start, mention)):
            continue
        if not owners and re.search(r"\bof (?:the )?$", before):
            continue
        for identifier in mention.refers_to:
            entity = c.entities.get(identifier)
            if entity is not None and (persons or entity.type != "Person"):
                found.append(_side_of(c, entity))
    return tuple(f for f in dict.fromkeys(found) if f)


def _of_a_town(c: Cast, start: int, mention: Mention) -> bool:
    """Whether a state's name only completes that of a town: "New York, USA"."""
    before = [m for m in c.within(start, mention.start) if m.end == mention.start - 2]
    return any(_types(m, c.entities) == {"Place"} for m in before)


def _side_of(c: Cast, entity: Entity) -> str:
    """The party for which an entity of the title or the opening stands; empty where it stands for none."""
    if entity.type in {"Person", "Agency"} and entity.acts_for is None:
        return ""
    side = c.entities.get(c.state_of(entity.id))
    if side is None:
        return c.state_of(entity.id)
    return side.id if side.type in _PARTY_TYPES and side.kind != "actor-type/media" else ""


def _voice(c: Cast, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Who says "we": the parties of a joint text, else the body that publishes, else the state most named."""
    if c.genre in {"joint", "treaty"}:
        return parties
    if c.genre == "news":
        return ()
    titles = [s for s in c.document.sentences[:2] if s.zone in {"title", "heading"}]
    for s in titles:
        for mention in c.within(s.start, s.end):
            entity = c.entities.get(mention.refers_to[0])
            if entity is not None and entity.type == "Agency":
                return (entity.id,)
            if entity is not None and entity.type == "Person" and entity.acts_for:
                return (entity.acts_for,)
    if c.publisher and c.publisher in c.entities and c.entities[c.publisher].kind != "actor-type/media":
        return (c.publisher,)
    first = next((m.refers_to[0] for m in c.mentions if _types(m, c.entities) == {"Person"}), None)
    if first is not None and c.state_of(first) != first:
        return (c.state_of(first),)
    return parties[:1]
