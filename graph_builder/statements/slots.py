"""The slots of a statement: strength and status, what is undertaken, by whom, towards whom, by when."""

from __future__ import annotations

import re

from graph_builder.language.lexicon import Lexicon
from graph_builder.statements import partners
from graph_builder.statements.acting import Acting
from graph_builder.statements.cast import Cast
from graph_builder.statements.dues import due
from graph_builder.statements.frames import COMMISSIVE
from graph_builder.statements.merging import CONFIDENCE
from graph_builder.statements.predicates import Span
from graph_builder.statements.records import Commitment, Statement
from graph_builder.statements.status import status
from graph_builder.statements.topics import topics

_CONDITION = re.compile(
    r"\b(?:if|subject to|provided that|after ratification|on condition that|as long as|assuming)\s[^.;]{3,160}",
    re.IGNORECASE,
)
_FORBEARANCE = re.compile(
    r"^\s*(?:not\s|never\s|refrain|abstain|avoid|non-)|\b(?:not to|refrain(?:ing)? from|abstain(?:ing)? from)\s",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:on|upon|to|for|towards?|that)\s+(?=\w)", re.IGNORECASE)
_NOT_TO = re.compile(r"\bnot to\b", re.IGNORECASE)
_FORBIDDEN = re.compile(r"\b(?:forbidden|prohibited|not subject to)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?P<unit>US\$|USD|EUR|A\$|\$|€|£|¥)\s?(?P<value>\d[\d,.]*\d|\d)(?:\s(?P<scale>thousand|million|billion|"
    r"trillion))?"
    r"|(?P<share>\d[\d.]*)\s?(?:percent|per cent|%)"
)
_SCALE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, None: 1}
_CURRENCY = {"US$": "USD", "$": "USD", "USD": "USD", "EUR": "EUR", "€": "EUR", "£": "GBP", "¥": "JPY", "A$": "AUD"}
_ADDRESSED = frozenset(
    "call-for urge encourage appeal request demand instruct invite thank congratulate inform warn accuse commend "
    "condemn advise appeal recommend suggest require".split()
)


def statement(a: Acting, c: Cast, lexicon: Lexicon, event: str | None) -> Statement:
    """The finished statement of an act; ``event`` is where the acts of the document were done."""
    p, frame = a.candidate.predicate, a.candidate.frame
    text = c.document.text
    named = topics(text[p.evidence[0] : p.evidence[1]], lexicon)
    bound = frame.strength is not None and (frame.act in COMMISSIVE or frame.act in {"recall-obligation", "instruct"})
    commitments = (_commitment(a, c, named),) if bound else ()
    stands = status(p, frame, c, a.makers, coming=a.coming, quoted=a.quoted, how=a.how)
    called = partners.addressees(c, (p.cue[1], p.evidence[1]), a.makers) if frame.act in _ADDRESSED else ()
    taken = (*a.makers, *called)
    return Statement(
        start=p.evidence[0],
        end=p.evidence[1],
        cue_start=p.cue[0],
        cue_end=min(p.cue[1], p.evidence[1]),
        cue=text[p.cue[0] : min(p.cue[1], p.evidence[1])],
        act=frame.act,
        status=stands,
        strength=frame.strength if commitments else None,
        made_by=a.makers,
        attributed_to=a.speakers,
        addressees=called,
        relays=_relayed(a, c),
        made_at=event if c.genre != "news" else None,
        topics=named,
        about=partners.about(c, p.content, taken),
        places=partners.places(c, p.content),
        reaffirms=frame.reaffirms and bool(commitments),
        first_hand=_is_first_hand(a, c),
        commitments=commitments,
        confidence=CONFIDENCE.get(a.candidate.engines, 0.5),
        engines=a.candidate.engines,
    )


def _commitment(a: Acting, c: Cast, named: tuple[str, ...]) -> Commitment:
    p, frame = a.candidate.predicate, a.candidate.frame
    text = c.document.text
    start, end = p.content if p.content[1] - p.content[0] > 2 and not p.passive else p.evidence
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,;:\n\t"))
    link = _LINK.match(text, start, end)
    if link and start > p.cue[0]:  # "agreed on", "commitment to": what follows is what is undertaken
        start = link.end()
    content = re.sub(r"\s+", " ", text[start:end]).strip()
    debtors = _debtors(a, c)
    owed = partners.creditors(c, (start, end), debtors)
    under = partners.instruments(c, (start, end))
    where = partners.places(c, (start, end))
    condition = _CONDITION.search(text, start, end)
    return Commitment(
        start=start,
        end=end,
        content=content,
        debtors=debtors,
        creditors=owed,
        forbearance=frame.forbearance
        or _FORBEARANCE.search(content) is not None
        or _NOT_TO.search(text, p.cue[0], p.cue[1] + 8) is not None
        or _FORBIDDEN.search(text[p.cue[0] : p.evidence[1]]) is not None,
        due=due(text, p.evidence[0], p.evidence[1], _between(a), c.document.metadata.issued, news=c.genre == "news"),
        condition=condition.span() if condition else None,
        instruments=under,
        places=where,
        topics=named,
        about=partners.about(c, (start, end), (*debtors, *owed, *under, *where)),
        amounts=_amounts(content),
    )


def _between(a: Acting) -> Span:
    """From the end of the subject to the end of the cue: where a date tells when it was said, not when it falls due."""
    p = a.candidate.predicate
    inside = p.subject is not None and p.evidence[0] <= p.subject[0] < p.cue[0]
    if p.tense == "past" and p.part != "modal":
        return p.evidence[0], p.cue[1]  # "In April they pledged": the day of the pledge
    first = p.evidence[0] if p.speech is not None or not inside or p.subject is None else p.subject[0]
    return first, p.cue[1] if p.part != "modal" else p.cue[0]


def _debtors(a: Acting, c: Cast) -> tuple[str, ...]:
    """Who is to act: the makers, but of a duty recalled those that the duty is said to bind."""
    p = a.candidate.predicate
    if a.candidate.frame.act != "recall-obligation":
        owners = [i for m in c.within(p.cue[0], p.cue[1] + 4) for i in m.refers_to if c.actor(i)]
        if owners and p.part == "verb":  # "renewed Washington's commitment": who is bound is whose commitment it is
            return tuple(dict.fromkeys(c.state_of(i) for i in owners))
        spoken = p.subject is not None and c.document.text[slice(*p.subject)].lower() in {"we", "our"}
        return a.debtors or (tuple(dict.fromkeys(c.state_of(i) for i in a.makers)) if spoken else a.makers)
    bound = re.compile(r"\s*of\s+(?P<who>(?:all\s+|the\s+)?States Parties|[^,;]{3,60}?)\s+(?:to|not to|under)\s").match(
        c.document.text, p.cue[1], p.evidence[1]
    )
    if bound:
        span: Span = bound.span("who")
        named = tuple(dict.fromkeys(i for m in c.within(*span) for i in m.refers_to if c.actor(i)))
        return named or tuple(g.id for g in a.groups) or a.makers
    return a.makers


def _relayed(a: Acting, c: Cast) -> tuple[str, ...]:
    """The agreed text whose content the statement passes on, where its name is the subject."""
    p = a.candidate.predicate
    if a.how != "text" or p.subject is None:
        return ()
    return tuple(
        i for m in c.within(*p.subject) for i in m.refers_to if (e := c.entities.get(i)) and e.type == "Instrument"
    )


def _is_first_hand(a: Acting, c: Cast) -> bool:
    """Whether the makers are among the authors or parties of the document (D5)."""
    if c.genre == "news" or not a.makers or a.speakers:
        return False
    own = {c.state_of(i) for i in (*c.parties, *c.voice)} | {*c.parties, *c.voice}
    return all(m in own or c.state_of(m) in own for m in a.makers)


def _amounts(content: str) -> tuple[tuple[str, str, str], ...]:
    """Money and shares in the words: (value, unit, words); the value a plain decimal."""
    found = []
    for m in _AMOUNT.finditer(content):
        if m["share"]:
            found.append((m["share"].rstrip("."), "percent", m[0]))
            continue
        number = m["value"].replace(",", "").rstrip(".")
        if number.count(".") > 1:
            continue
        value = float(number) * _SCALE[m["scale"]]
        found.append((f"{value:.2f}".rstrip("0").rstrip("."), _CURRENCY[m["unit"]], m[0]))
    return tuple(found)
