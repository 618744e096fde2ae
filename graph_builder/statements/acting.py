"""Who acts: each candidate with its actors, in the order of the text, since pronouns look back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph_builder.language.records import Entity
from graph_builder.statements.cast import Cast, with_left_over
from graph_builder.statements.frames import COMMISSIVE, Frame
from graph_builder.statements.memory import Memory, Resolved, remember
from graph_builder.statements.merging import SAYING, Candidate
from graph_builder.statements.predicates import Span
from graph_builder.statements.quotations import quotation_at, quotations
from graph_builder.statements.resolution import resolve

_ASIDE = frozenset({"condition", "preposition", "subject"})
_DISCUSSION = re.compile(r"\b(?:discussions?|talks|conversations?|agenda|consultations|dialogue)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Acting:
    """A candidate whose actors are known. ``speakers`` are those on whose word the document gives it; ``coming`` tells
    that it stands for a text not yet out; ``groups`` are the unnamed groups among the actors; ``debtors`` who is
    bound, where that is not the makers.
    """

    candidate: Candidate
    makers: tuple[str, ...]
    how: str
    speakers: tuple[str, ...] = ()
    coming: bool = False
    quoted: bool = False
    groups: tuple[Entity, ...] = ()
    debtors: tuple[str, ...] = ()


def actors(c: Cast, found: Sequence[Candidate]) -> tuple[list[Acting], Cast]:
    """Every candidate that has an actor (or lawfully none), and the cast with its parties as the text introduces
    them.
    """
    c = with_left_over(_introduced(c, found))
    quoted = quotations(c.document.text)
    saying = _speakers(c, found)
    memory = Memory()
    acting: list[Acting] = []
    for proposed in found:
        candidate = proposed
        p, frame = candidate.predicate, candidate.frame
        bullet = _is_bullet(c, candidate)
        if not bullet and (p.setting in _ASIDE or _is_inside(c, candidate)):
            continue
        quotation = quotation_at(quoted, p.cue[0])
        speaker, groups = _speaker(c, candidate, quotation, saying, memory)
        who = (
            resolve(c, *p.subject, memory, speaker if quotation else ())
            if p.subject
            else _unspoken(c, candidate, memory)
        )
        if not who.ids and acting:
            who = _shared(c, candidate, acting[-1])
        if p.word == "will" and c.coming and p.passive and p.governs in _CONTAINED:
            # "The strait will also be mentioned": the text to come will say so for its authors.
            who, candidate = Resolved(c.parties, "text"), replace(candidate, frame=Frame("highlight"))
        if (
            p.passive
            and p.part == "verb"
            and _EXPLETIVE.fullmatch(c.document.text[slice(*p.subject)] if p.subject else "")
        ):
            who = Resolved(c.parties if c.genre == "joint" else (), "collective")  # "it was agreed that"
        if candidate.frame.act == "enter-into-force" and not who.ids:
            who = Resolved(memory.plural or c.parties, "text")
        if p.word == "must" and frame.act == "demand":
            who = _demanded(c, who)
        if candidate.predicate.part == "adjective" and candidate.frame.act == "stress-importance":
            who = _insisted(c, candidate, speaker)
        if not quotation:
            memory = remember(memory, who, c)
        if not _acts(candidate, who, c):
            continue
        if who.how == "text" and frame.act in SAYING and "that-future" in p.shapes:
            # "The statement says that aid will be raised": the text speaks for its authors, who thereby promise.
            candidate = replace(candidate, frame=replace(frame, act="commit", strength="pledged"))
        makers = who.ids
        candidate = _own_plan(c, candidate, makers)
        if c.genre == "treaty" and p.word == "shall":
            body = c.entities.get(makers[0]) if len(makers) == 1 else None
            if not makers or (body is not None and body.type in {"Organization", "Forum"}):
                makers, _debtors = c.parties, makers  # the parties bind a body of theirs, or themselves
        groups = (*groups, *((who.group,) if who.group else ()))
        speakers = tuple(s for s in speaker if s not in makers)
        acting.append(
            Acting(
                candidate,
                makers,
                who.how,
                speakers,
                c.coming and _is_coming(c, candidate, who),
                quotation is not None,
                groups,
            )
        )
    return acting, c


def _introduced(c: Cast, found: Sequence[Candidate]) -> Cast:
    """The cast with the parties that "We, the leaders of ..." or the first joint subject names."""
    if c.genre not in {"joint", "official"}:
        return c
    for candidate in found[:25]:
        p = candidate.predicate
        if p.subject is None:
            continue
        words = c.document.text[p.subject[0] : p.subject[1]]
        opening = re.match(r"We\b.{3}", words, re.DOTALL) is not None
        if not opening and (c.genre != "joint" or len(c.parties) > 1):
            continue
        who = resolve(c, *p.subject, Memory())
        if who.how == "name" and (opening or len(who.ids) > 1):
            states = tuple(dict.fromkeys(c.state_of(i) for i in who.ids))
            return replace(c, parties=states, voice=states)
    return c


def _speakers(c: Cast, found: Sequence[Candidate]) -> dict[int, Resolved]:
    """Sentence by sentence, who says something there (the first one named)."""
    memory = Memory()
    said: dict[int, Resolved] = {}
    for candidate in found:
        p = candidate.predicate
        if p.subject is None or quotation_at((), p.cue[0]):
            continue
        who = resolve(c, *p.subject, memory)
        memory = remember(memory, who, c)
        if p.word == "according" and who.ids:
            said.setdefault(-1 - p.sentence, who)  # keyed below zero: "according to X" holds for its whole sentence
        elif candidate.frame.act in SAYING and who.ids and p.sentence not in said:
            said[p.sentence] = who
    return said


def _speaker(
    c: Cast, candidate: Candidate, quotation: Span | None, saying: dict[int, Resolved], memory: Memory
) -> tuple[tuple[str, ...], tuple[Entity, ...]]:
    """On whose word a candidate is given: the subject of the verb of saying over it, or whoever is quoted."""
    p = candidate.predicate
    cited = saying.get(-1 - p.sentence)
    if cited is not None and p.word != "according" and cited.ids:
        return cited.ids, (cited.group,) if cited.group else ()
    if p.speaker is not None:
        who = resolve(c, *p.speaker, memory)
        return who.ids, (who.group,) if who.group else ()
    if quotation is not None and candidate.frame.act not in SAYING | {"describe"}:
        for number in (p.sentence, p.sentence + 1, p.sentence - 1, p.sentence - 2):
            who = saying.get(number, Resolved())
            if who.ids:
                return who.ids, (who.group,) if who.group else ()
    return (), ()


def _is_bullet(c: Cast, candidate: Candidate) -> bool:
    """Whether a list item begins with the verb: "- Noting the progress made", whatever a parser makes of it."""
    p = candidate.predicate
    sentence = c.document.sentences[p.sentence]
    return sentence.zone == "list-item" and p.cue[0] == sentence.start and p.part == "verb" and p.tense != "present"


def _unspoken(c: Cast, candidate: Candidate, memory: Memory) -> Resolved:
    """Whose act it is where the clause has no subject: bullets, preambles, the outcome lists of a meeting."""
    p = candidate.predicate
    if p.setting == "preamble":
        return Resolved(c.parties, "unspoken")
    sentence = c.document.sentences[p.sentence]
    lead = c.document.text[sentence.start : p.cue[0]].strip('-–•*“" ')
    begins = len(lead) < 12 and not lead[:1].isdigit()
    if not begins or p.passive or c.genre == "news" or p.tense == "present":
        return Resolved()
    ids = c.parties if c.genre in {"treaty", "joint"} else memory.plural or c.parties
    return Resolved(ids, "unspoken")


_EXPLETIVE = re.compile(r"it", re.IGNORECASE)
_CONTAINED = frozenset(
    {"include", "mention", "state", "reflect", "contain", "address", "incorporated", "included", "mentioned"}
)


def _own_plan(c: Cast, candidate: Candidate, makers: tuple[str, ...]) -> Candidate:
    """The strength of what a single person will do, or of what somebody's aim is: a plan, an intention, no pledge."""
    p, frame = candidate.predicate, candidate.frame
    alone = len(makers) == 1 and (e := c.entities.get(makers[0])) is not None and e.type == "Person"
    if p.word == "will" and frame.strength == "pledged" and alone and c.genre == "official":
        return replace(candidate, frame=replace(frame, act="plan", strength="planned"))
    words = c.document.text[p.subject[0] : p.subject[1]] if p.subject else ""
    if p.word == "be to" and re.search(r"\b(?:objective|aim|goal|intention|purpose)s?$", words):
        return replace(candidate, frame=replace(frame, act="intend", strength="intended"))
    return candidate


def _demanded(c: Cast, who: Resolved) -> Resolved:
    """Who demands in "Iran must comply": the voice of the text, of an actor other than itself."""
    voice = c.voice or c.parties
    own = {*voice, *(c.state_of(v) for v in voice)}
    other = who.how == "name" and who.ids and not own & set(who.ids)
    return Resolved(voice, "pronoun") if other else Resolved()


def _insisted(c: Cast, candidate: Candidate, speaker: tuple[str, ...]) -> Resolved:
    """Who insists in "it is vital to keep talking": whoever is quoted or says so."""
    p = candidate.predicate
    subject = c.document.text[p.subject[0] : p.subject[1]].lower() if p.subject else ""
    spoken = p.speech in {None, "say", "tell", "add"}
    return Resolved(speaker, "name") if subject == "it" and speaker and spoken else Resolved()


def _shared(c: Cast, candidate: Candidate, before: Acting) -> Resolved:
    """The actors of the act before, where a parser hung a coordinated verb into that act's complement:
    "We stress that the ceasefire holds, and welcome the talks".
    """
    p = candidate.predicate
    q = before.candidate.predicate
    lead = c.document.text[max(0, p.evidence[0] - 16) : p.evidence[0]]
    joined = _COORDINATED.search(lead) is not None and p.cue[0] - p.evidence[0] < 20
    if (
        p.sentence == q.sentence
        and joined
        and p.tense != "bare"
        and p.part != "adjective"
        and p.setting in {"complement", "main"}
    ):
        return Resolved(before.makers, "shared")
    return Resolved()


_COORDINATED = re.compile(r"(?:,|;)?\s(?:and|but)\s(?:also\s|further\s|then\s)?$|;\s$")


def _is_inside(c: Cast, candidate: Candidate) -> bool:
    """Whether a bare verb only continues a complement ("will continue *supporting* ...", "help them *respond*")."""
    p = candidate.predicate
    own = p.subject is not None and p.evidence[0] <= p.subject[0] < p.cue[0]
    if (
        p.word == "according"
        or p.tense != "bare"
        or p.part == "modal"
        or p.setting in {"participle", "preamble"}
        or own
    ):
        return False
    sentence = c.document.sentences[p.sentence]
    return p.setting == "complement" or len(c.document.text[sentence.start : p.cue[0]].strip("-–•* ")) > 12


def _acts(candidate: Candidate, who: Resolved, c: Cast) -> bool:
    """Whether this is somebody's act: somebody is there, or the genre says who."""
    p, frame = candidate.predicate, candidate.frame
    if p.part == "discussion":
        subject = c.document.text[p.subject[0] : p.subject[1]] if p.subject else ""
        return bool(who.ids) and _DISCUSSION.search(subject) is not None
    if p.passive and p.part == "verb":
        named = bool(who.ids) and who.how in {"name", "group", "pronoun", "collective"}
        declared = frame.act in {"sign", "adopt", "issue", "establish", "launch", "ratify", "announce", "inform"}
        if p.subject is not None and frame.act not in COMMISSIVE:
            return named and (p.agent or declared)
        return named
    if p.setting == "relative" and _is_narrated(c, candidate, who):
        return False
    if c.document.text[c.document.sentences[p.sentence].end - 1] == "?":
        return False
    if p.part == "modal" and len(who.ids) > 1 and p.subject and c.document.text[slice(*p.subject)].lower() == "it":
        return False  # "It will help to ...": a text or a scheme, of which more is foretold than undertaken
    closing = c.document.text[c.document.sentences[p.sentence].end - 1]
    if frame.act in SAYING and closing == ":" and "none" in p.shapes:
        return False  # "A spokesperson said:" only opens what follows
    if who.ids:
        return not (who.how == "text" and p.part == "modal" and c.genre == "news" and not c.coming)
    if c.genre == "treaty" and p.word == "shall":
        return p.setting not in {"relative", "complement", "noun-complement"}
    return p.passive and p.part == "modal" and c.genre == "joint" and p.setting == "main"


def _is_narrated(c: Cast, candidate: Candidate, who: Resolved) -> bool:
    """Whether a relative clause only tells which one is meant: "nations that explore", "waters that Beijing claims"."""
    p = candidate.predicate
    words = c.document.text[p.evidence[0] : p.evidence[1]]
    pronoun = re.match(r"(?:[^,]{0,60}, )?(?:who|which|that)\b", words)
    if pronoun is None or (
        p.subject
        and c.document.text[slice(*p.subject)].lower() not in {"who", "which", "that"}
        and p.subject[0] > p.evidence[0]
    ):
        own = words.split(" ", 1)[0].lower() not in {"which", "that", "where", "whom"}
        if own and candidate.frame.act != "deny" and candidate.frame.act not in COMMISSIVE:
            return True
        return candidate.frame.act in {"claim", "describe", "state", "believe", "expressive"}
    if p.subject and c.document.text[p.subject[0] : p.subject[0] + 5].lower() == "those":
        return True
    apart = c.document.text[max(0, p.evidence[0] - 2) : p.evidence[0]].startswith(",") or "," in pronoun[0]
    return who.how == "text" or (who.how in {"group", "collective"} and p.part == "verb" and not apart)


def _is_coming(c: Cast, candidate: Candidate, who: Resolved) -> bool:
    """Whether an act belongs to the text that is still to come: the text itself speaks, or its authors together
    will.
    """
    p = candidate.predicate
    says = re.match(
        r"\W*(?:\w+ly\s+)?(?:mention|include|state|declare|announce|confirm|call|say)\b",
        c.document.text[p.content[0] : p.content[1]],
    )
    together = p.word == "will" and {c.state_of(i) for i in who.ids} == set(c.parties)
    return who.how == "text" or says is not None or together
