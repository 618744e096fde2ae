"""Resolve who a noun phrase stands for: names, pronouns, collectives, posts, texts that speak for their authors."""

from __future__ import annotations

import re

from graph_builder.language.records import Entity, Mention
from graph_builder.language.slugs import slug
from graph_builder.statements.cast import Cast
from graph_builder.statements.memory import Memory, Resolved
from graph_builder.statements.role_words import COLLECTIVE, ONE, PARTYLIKE, PEOPLE, PRONOUNS, TEXTS

_PREPOSITION = re.compile(
    r"\s(?:of|from|in|on|at|for|with|to|by|who|which|under|between|among|led|attending|against|about|over)\s",
    re.IGNORECASE,
)
_FIRST = re.compile(r"^(?:the|both|all|our|their|its|his|her|a|an|each|some|several|many|most)\s+", re.IGNORECASE)
_OFFICE = (
    r"president|minister|chancellor|secretary(?:[- ]general)?|premier|administrator|ambassador|senator|chairman|"
    r"king|emir|"
    r"commissioner|director|governor|secretary of \w+"
)
_POST = re.compile(
    rf"^(?:the\s+)?(?:(?:vice|prime|deputy|foreign|defen[cs]e|first|acting)\s+)*(?:{_OFFICE})$", re.IGNORECASE
)


def resolve(c: Cast, start: int, end: int, memory: Memory, speaker: tuple[str, ...] = ()) -> Resolved:
    """Whom the noun phrase at a span (code points) stands for; ``speaker`` are those whose words are quoted there."""
    raw = c.document.text[start:end]
    phrase = re.sub(r"\s+", " ", raw).strip(" ,;:“”\"'")
    low = phrase.lower()
    if low in PRONOUNS:
        if low in {"he", "she"} and memory.person is None:
            memory = Memory(memory.plural, _person_before(c, start), memory.single)
        return _pronoun(c, low, memory, speaker)
    mentions = [m for m in c.within(start, end) if any(c.actor(i) for i in m.refers_to)]
    first_person = re.match(r"^we\b\W", low) is not None
    if first_person and not mentions:
        return _pronoun(c, "we", memory, speaker)
    core = _PREPOSITION.split(f" {phrase} ", maxsplit=1)[0].strip()
    words = re.findall(r"[\w’'é-]+", core.lower())
    head = words[-1] if words else ""
    head = re.sub(r"['’]s$", "", head)
    text = c.document.text
    persons = [
        m
        for m in mentions
        if _type(c, m) == "Person" and not (text[m.end : m.end + 2] in {"’s", "'s"} and m.end + 2 < end)
    ]
    if persons and not first_person:
        return _persons(c, persons, mentions, start, end, memory)
    if (
        c.genre == "treaty"
        and head in {"state", "states", "party", "parties", "contracting", "signatories"}
        and not named_state(c, mentions)
    ):
        return Resolved(c.parties, "collective") if re.search(r"part(?:y|ies)\b", low) else _group(c, phrase, mentions)
    if _QUANTIFIED.match(low) and head in PEOPLE | {
        "official",
        "source",
        "diplomat",
        "lawmaker",
        "expert",
        "analyst",
        "countries",
    }:
        return _group(c, phrase, mentions)
    if head in {"governments", "government", "side", "sides", "administration", "authorities"}:
        ids = _side(c, mentions, head)
        if ids:
            return Resolved(ids, "name")
    owner = re.match(
        r"(.{2,60}?)(?:[’']s|s[’'])\s+(?:common\s+|shared\s+|main\s+)?(?:objective|aim|goal|intention|plan|purpose)s?$",
        raw,
    )
    if owner:
        return resolve(c, start, start + owner.end(1) + (raw[owner.end(1)] == "s"), memory, speaker)
    named = _heads(c, mentions, start, end)
    if head in TEXTS and mentions:
        by = re.search(r"\s(?:by|from)\s", text[start:end])
        issued = _heads(c, [m for m in mentions if m.start >= start + by.end()], start + by.end(), end) if by else []
        if issued and head in {"statement", "communique", "communiqué", "declaration"}:
            return Resolved(_flat(c, issued), "name")
        first = mentions[0]
        if first.start - start <= 4 and text[first.end : first.end + 2] in {"’s", "'s"} and first.end < end:
            return Resolved(_flat(c, [first]), "name")
    if head in PEOPLE or head in ONE or first_person:
        if named and (_ends_name(mentions, start, core, c) or head in COLLECTIVE or first_person):
            return Resolved(_flat(c, named), "name")
        if not mentions and _is_definite(low) and (head in PARTYLIKE or first_person):
            if head in ONE and head != "side":
                return _one(c, core, memory, start)
            return _collective(c, low, memory)
        if head in ONE and not mentions:
            return _one(c, core, memory, start)
        if mentions and head in ONE | {"officials", "forces", "authorities"}:
            ids = tuple(
                dict.fromkeys(c.state_of(i) if head != "officials" else i for m in mentions[:2] for i in m.refers_to)
            )
            return Resolved(ids, "name")
        return _group(c, phrase, mentions)
    if named:
        return Resolved(_flat(c, named), "name")
    if head in TEXTS and (
        c.genre != "news" or c.coming or "statement" in low or "declaration" in low or "communiq" in low
    ):
        return Resolved(c.parties, "text")
    return Resolved()


_QUANTIFIED = re.compile(
    r"^(?:some|most|many|several|few|other|more|over|a number|an? |one |dozens|hundreds|senior|western|human|"
    r"unnamed|anonymous)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b[Tt]he ((?:Vice |Prime |Foreign |Defen[cs]e )?(?:President|Minister|Chancellor|Premier|"
    r"Secretary))\b(?! (?:[A-Z]|of))"
)


def named_state(c: Cast, mentions: list[Mention]) -> bool:
    """Whether a state is named among mentions."""
    return any(_type(c, m) == "State" for m in mentions)


def _type(c: Cast, m: Mention) -> str:
    entity = c.entities.get(m.refers_to[0])
    return entity.type if entity else ""


def _is_definite(low: str) -> bool:
    return (
        re.match(
            r"^(?:the|both|our|these|those|its|their|all|two|ministers|leaders|parties|sides|participants|member)\b",
            low,
        )
        is not None
    )


def _persons(
    c: Cast, persons: list[Mention], mentions: list[Mention], start: int, end: int, memory: Memory
) -> Resolved:
    """Persons: one alone is the person (in a joint text the state); several of different states are their states."""
    ids = tuple(dict.fromkeys(i for m in persons for i in m.refers_to))
    phrase = c.document.text[start:end]
    role = _ROLE.search(phrase)
    pronoun = re.match(r"(?:he|she)\s+and\s", phrase, re.IGNORECASE)
    if pronoun and memory.person and memory.person not in ids:
        ids = (memory.person, *ids)
        states = tuple(dict.fromkeys(c.state_of(i) for i in ids))
    if role and " and " in phrase:
        ids = tuple(dict.fromkeys((*_one(c, f"the {role[1]}", Memory()).ids, *ids)))
    if phrase.endswith(" and I"):
        ids = (*ids, *c.voice[:1])
    states = tuple(dict.fromkeys(c.state_of(i) for i in ids))
    unknown = [s for s in states if s in c.entities and c.entities[s].type == "Person"]
    known = [s for s in states if s not in unknown]
    if unknown and len(ids) > 1 and len(c.parties) == len(states) and set(known) <= set(c.parties):
        states = c.parties  # those whose state the text leaves out stand for the party that is left
    others = tuple(
        i for m in mentions for i in m.refers_to
        if _type(c, m) in {"State"} and re.search(r"\band\s+$", c.document.text[max(start, m.start - 5) : m.start])
        and m.end < len(c.document.text) and c.document.text[m.end : m.end + 2] not in {"’s", "'s"} and i not in states
        and not re.match(r"\s+[A-Z]", c.document.text[m.end : m.end + 3])
    )  # fmt: skip
    if len(ids) == 1 and not others:
        return Resolved((states if c.genre == "joint" else ids), "name", person=ids[0])
    if len(states) > 1:
        return Resolved((*states, *others), "name")
    return Resolved((*ids, *others), "name")


def _side(c: Cast, mentions: list[Mention], head: str) -> tuple[str, ...]:
    """The governments or sides named by their states: agencies, but in a joint text the states themselves."""
    states = [i for m in mentions for i in m.refers_to if (e := c.actor(i)) and e.type == "State"]
    agencies = [i for m in mentions for i in m.refers_to if (e := c.actor(i)) and e.type == "Agency"]
    if c.genre in {"joint"}:
        return tuple(dict.fromkeys([*states, *(c.state_of(a) for a in agencies)]))
    if head in {"government", "governments", "side", "sides"} and states:
        made = [f"agency/{s.removeprefix('state/')}-government" for s in states]
        kept = [a for a in agencies if a not in made]
        return tuple(dict.fromkeys([*made, *kept]))
    return tuple(dict.fromkeys([*agencies, *(s for s in states if not any(c.state_of(a) == s for a in agencies))]))


def _heads(c: Cast, mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """The mentions that head the phrase or are coordinated with its head; modifiers after a preposition left out."""
    text = c.document.text
    kept: list[Mention] = []
    left_out = 0
    for m in mentions:
        before = text[start : m.start]
        if left_out and re.fullmatch(r"\s*(?:,|and|, and)?\s*(?:the\s+)?", text[left_out : m.start]):
            left_out = m.end
            continue
        tail = re.search(r"\b(\w+)\s+(?:the\s+|its\s+|their\s+)?(?:[A-Z][\w.]*\s+)*$", before)
        if tail and tail[1].lower() in {
            "in",
            "at",
            "on",
            "with",
            "against",
            "to",
            "over",
            "by",
            "about",
            "under",
            "near",
            "between",
            "including",
        }:
            left_out = m.end
            continue
        after = text[m.end : m.end + 3]
        if after[:2] in {"’s", "'s"} and m.end + 2 < end:
            continue
        kept.append(m)
    return kept


def _flat(c: Cast, mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for m in mentions for i in m.refers_to if c.actor(i)))


def _ends_name(mentions: list[Mention], start: int, core: str, c: Cast) -> bool:
    """Whether the last word of the phrase's core belongs to a name ("Ministry of Defense", "European Commission")."""
    text = c.document.text
    return (
        any(re.sub(r"\s+", " ", text[m.start : m.end]).endswith(core.rsplit(maxsplit=1)[-1]) for m in mentions)
        if core
        else False
    )


def _leads(c: Cast, speaker: tuple[str, ...]) -> bool:
    """Whether one head of government speaks in the news: the plans that "we" have are then the leader's own."""
    posts = " ".join(post for person, post in c.posts if person in speaker)
    return (
        c.genre == "news"
        and len(speaker) == 1
        and re.search(r"\b(?:Prime Minister|President|Chancellor|Premier)\b(?! of the European)", posts) is not None
    )


def _person_before(c: Cast, start: int) -> str | None:
    """The person named last before an offset."""
    named = [m for m in c.within(max(0, start - 1500), start) if _type(c, m) == "Person"]
    return named[-1].refers_to[0] if named else None


def _pronoun(c: Cast, low: str, memory: Memory, speaker: tuple[str, ...]) -> Resolved:
    if low in {"we", "us"}:
        if speaker:
            return Resolved(
                speaker if _leads(c, speaker) else tuple(dict.fromkeys(map(c.state_of, speaker))), "pronoun"
            )
        return Resolved(c.voice or c.parties, "pronoun")
    if low == "i":
        return Resolved(speaker or c.voice[:1], "pronoun")
    if low in {"both", "the two"}:
        two = memory.plural if len(memory.plural) == 2 else c.parties[:2]
        return Resolved(tuple(dict.fromkeys(c.state_of(i) for i in two)), "collective")
    if low in {"they", "them", "these", "those", "all", "each"}:
        return Resolved(memory.plural or c.parties, "pronoun")
    if low in {"he", "she"}:
        return Resolved(_alone(c, memory.person), "pronoun") if memory.person else Resolved()
    if low == "it":
        return Resolved(memory.single, "pronoun")
    if low in {"who", "which"}:
        return Resolved()
    return Resolved()


def _collective(c: Cast, low: str, memory: Memory) -> Resolved:
    if c.genre == "news" and len(memory.plural) > 1:
        states = tuple(dict.fromkeys(c.state_of(i) for i in memory.plural))
        return Resolved(states, "collective")
    count = {"two": 2, "both": 2, "three": 3, "four": 4}.get(
        low.split()[1] if low.startswith("the ") else low.split(maxsplit=1)[0], 0
    )
    parties = c.parties[:count] if count and len(c.parties) > count else c.parties
    return Resolved(parties, "collective") if parties else Resolved()


def _one(c: Cast, core: str, memory: Memory, start: int = 0) -> Resolved:
    """A single holder of a post or a body already named: "the President", "the ministry", "the government"."""
    want = set(re.sub(r"^(?:the|its|his|their)\s+", "", core.lower()).split())
    if _POST.match(core):
        holders = [p for p, post in c.posts if want <= set(post.lower().replace(",", " ").split())]
        if holders:
            return Resolved(_alone(c, memory.person if memory.person in holders else holders[0]), "description")
        return Resolved(_alone(c, memory.person), "description") if memory.person else Resolved()
    body = _body_named(c, core, start)
    if body:
        return Resolved(body, "description")
    if core.lower() in {"the government", "the administration", "the country"} and c.voice:
        return Resolved(c.voice[:1], "description")
    if memory.single and core.lower().startswith(("the ", "its ")):
        entity = c.entities.get(memory.single[0])
        words = set(" ".join((entity.label, *entity.names)).lower().split()) if entity else set()
        if want & words or (
            entity
            and entity.type == "State"
            and want & {"country", "nation", "government", "side", "kingdom", "republic"}
        ):
            return Resolved(memory.single, "description")
    return Resolved()


def _body_named(c: Cast, core: str, start: int) -> tuple[str, ...]:
    """The body whose name a short form in capitals takes up: "Council" or "the Commission", the one named last."""
    words = re.sub(r"^(?:[Tt]he|its)\s+", "", core).split()
    if not words or not all(w[:1].isupper() for w in words):
        return ()
    for m in reversed(c.within(0, start)):
        entity = c.entities.get(m.refers_to[0])
        if (
            entity is not None
            and entity.type in {"Agency", "Organization", "Forum"}
            and set(words) <= set(entity.label.split())
        ):
            return m.refers_to[:1]
    return ()


def _alone(c: Cast, person: str) -> tuple[str, ...]:
    """One person acting alone: in a joint text, which speaks for states, the state."""
    return (c.state_of(person),) if c.genre == "joint" else (person,)


def _group(c: Cast, phrase: str, mentions: list[Mention]) -> Resolved:
    """Actors that the text does not name one by one, as a group of this document."""
    name = _FIRST.sub("", phrase) if phrase.lower().startswith(("the ", "a ", "an ")) else phrase
    identifier = f"doc/{c.document.id}/group/{slug(name)[:80].strip('-')}"
    state = next((i for m in mentions for i in m.refers_to if i.startswith("state/")), None)
    kind = "actor-type/unnamed-source" if "source" in phrase.lower() else "actor-type/officials"
    return Resolved((identifier,), "group", Entity(identifier, "ActorGroup", name, kind=kind, acts_for=state))
