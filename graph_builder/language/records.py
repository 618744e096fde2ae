"""What the language room gives: who and what a text names, and where.

An entity's ``id`` is the tail of its IRI ("state/jpn", "agency/jpn-ministry-of-defense", "person/ishiba-shigeru",
"event/quad/3", "doc/<12 hex>/person/ishiba" where it is local to its document). Spans count code points, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass

ACTOR_TYPES = frozenset({"State", "Agency", "Organization", "Forum", "Person", "ActorGroup"})


@dataclass(frozen=True, slots=True)
class Entity:
    """Something named. ``type`` is a class of the ontology: State, Agency, Organization, Forum, Person, ActorGroup,
    Event, Meeting, Instrument or Place. ``kind`` is "scheme/concept" ("actor-type/ministry", "text-type/treaty").
    ``names`` are the other forms, as found or as listed. ``acts_for`` is the id of the state (or organization) in whose
    name it acts; ``members`` the ids of a group that acts as one; ``owners`` whose instrument it is. ``authority``:
    a row of the gazetteer, so the same in every document.
    """

    id: str
    type: str
    label: str
    names: tuple[str, ...] = ()
    kind: str | None = None
    acts_for: str | None = None
    part_of: str | None = None
    owners: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    authority: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One use of a name or of a referring expression. ``kind`` is name, acronym, demonym, metonym, surname,
    description ("the Dialogue") or collective ("both sides", "they"). ``refers_to`` holds entity ids.
    """

    start: int
    end: int
    text: str
    kind: str
    refers_to: tuple[str, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class DateExpression:
    """Words that give a day or a window; ``not_before`` and ``not_after`` are ISO 8601 days or None (open)."""

    start: int
    end: int
    text: str
    not_before: str | None
    not_after: str | None


@dataclass(frozen=True, slots=True, order=True)
class Tenure:
    """A person in a post, as the words at the span say. ``post`` is the title as written, without the organization
    only where that is a separate name; ``organization`` an entity id; ``former`` where the text says so.
    """

    start: int
    end: int
    person: str
    post: str
    organization: str
    former: bool = False


@dataclass(frozen=True, slots=True, order=True)
class EventFact:
    """What the words at the span tell of an event: its forum and number, its window, place and people."""

    start: int
    end: int
    event: str
    forum: str | None = None
    position: int | None = None
    not_before: str | None = None
    not_after: str | None = None
    date_text: str | None = None
    places: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Everything named in one document. ``entities`` holds each entity that a mention, tenure or event refers to
    (and those that these act for, are part of, or have as members), sorted by id; the rest is sorted by span.
    """

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    events: tuple[EventFact, ...] = ()
    dates: tuple[DateExpression, ...] = ()
