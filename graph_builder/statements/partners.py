"""Others in the words of an act: to whom something is owed, who is called on, places, instruments, what it is about."""

from __future__ import annotations

import re

from graph_builder.language.records import Mention
from graph_builder.statements.cast import Cast
from graph_builder.statements.predicates import Span

_OWED = re.compile(
    r"\b(?:support|assist|help|defend|protect|provide|give|offer|supply|equip|fund|compensate|assure|grant|"
    r"furnish|inform|aid|promis\w+|"
    r"pledg\w+|lend|send|deliver|host)(?:s|ed|ing)?\s+(?:the\s+|to\s+the\s+|to\s+)?$"
    r"|\b(?:support|assistance|aid|help|relief|protection|defen[cs]e|guarantees?|funding|loans?|grants?|training|"
    r"opportunit\w+|information|commitment)"
    r"\s+(?:for|to|of|with)\s+(?:the\s+|the\s+people\s+of\s+)?$"
    r"|\bshar\w+\s+(?:[\w’'-]+\s+){1,8}with\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|at|on|across|around|near|over|into|within)\s+(?:the\s+|the\s+city\s+of\s+|both\s+)?$", re.IGNORECASE
)
_UNDER = re.compile(
    r"\b(?:under|in accordance with|pursuant to|consistent with|as part of|in line with|within the framework of|"
    r"on the basis of|comply with|"
    r"implement\w*|fulfil\w*|abide by|through)\s+(?:the\s+|all\s+|its\s+|their\s+|our\s+)?(?:[A-Z][\w.-]*\s+|"
    r"[a-z]+\s+){0,4}$",
    re.IGNORECASE,
)


def creditors(c: Cast, span: Span, debtors: tuple[str, ...]) -> tuple[str, ...]:
    """To whom the words say that something is owed ("provide Nauru with ..."); never the debtors themselves (D10)."""
    owed = [
        i
        for m in c.within(*span)
        if _OWED.search(c.document.text[max(span[0], m.start - 70) : m.start])
        for i in m.refers_to
        if c.actor(i) is not None and i not in debtors and c.state_of(i) not in debtors
    ]
    return tuple(dict.fromkeys(owed))


def addressees(c: Cast, span: Span, makers: tuple[str, ...]) -> tuple[str, ...]:
    """Who is called on, thanked or informed: the actors named first after the cue, one chain of them."""
    found: list[str] = []
    last = span[0]
    for m in c.within(span[0], min(span[1], span[0] + 200)):
        between = c.document.text[last : m.start]
        if not all(c.actor(i) for i in m.refers_to) or not re.fullmatch(_CHAINED if found else _FIRST, between):
            break
        if c.document.text[m.end : m.end + 2] in {"’s", "'s"}:
            break
        found += [i for i in m.refers_to if i not in makers]
        last = m.end
    return tuple(dict.fromkeys(found))


_FIRST = re.compile(r"\s*(?:on|upon|for|to)?\s*(?:the\s+)?", re.IGNORECASE)
_CHAINED = re.compile(r"\s*(?:,|and|, and|as well as|&)?\s*(?:the\s+)?", re.IGNORECASE)


def places(c: Cast, span: Span) -> tuple[str, ...]:
    """Where it is to be done: places (or states) that follow "in", "at", "on"."""
    found = [
        i
        for m in c.within(*span)
        if _IN.search(c.document.text[max(span[0], m.start - 24) : m.start]) and not _is_owner(c, m)
        for i in m.refers_to
        if (e := c.entities.get(i)) is not None and e.type in {"Place", "State"}
    ]
    return tuple(dict.fromkeys(found))


def instruments(c: Cast, span: Span) -> tuple[str, ...]:
    """Under which instruments it stands: those that follow "under", "in accordance with", "comply with" and the
    like.
    """
    found = [
        i
        for m in c.within(*span)
        for i in m.refers_to
        if (e := c.entities.get(i)) is not None and e.type == "Instrument"
        and _UNDER.search(c.document.text[max(span[0], m.start - 80) : m.start])
    ]  # fmt: skip
    return tuple(dict.fromkeys(found))


def about(c: Cast, span: Span, others: tuple[str, ...]) -> tuple[str, ...]:
    """The named things that the words are about, apart from those that fill a slot of their own."""
    found = [i for m in c.within(*span) for i in m.refers_to if i not in others and i in c.entities]
    return tuple(sorted(dict.fromkeys(found)))


def _is_owner(c: Cast, m: Mention) -> bool:
    return c.document.text[m.end : m.end + 2] in {"’s", "'s"}
