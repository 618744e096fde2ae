"""When a commitment falls due: the date expression of its words that looks ahead."""

from __future__ import annotations

import re

from graph_builder.language.dates import find_dates
from graph_builder.language.records import DateExpression
from graph_builder.statements.records import Due

_NAMES_A_PAST_EVENT = re.compile(
    r"\b(?:announced|signed|adopted|agreed|held|established|launched|made|issued|reached|concluded|since|of|resolution|following|from its|dated|"
    r"ago|last|previous(?:ly)?|entered into force)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_ATTRIBUTIVE = re.compile(r"^\s*(?:[A-Z][\w-]*|Agenda|deadline|Summit|elections?|budget|agreement|Olympics|Games)")
_VAGUE = re.compile(r"^(?:today|now|currently|this time|at present|recent|yesterday)", re.IGNORECASE)


def due(text: str, start: int, end: int, issued: str | None, *, news: bool) -> Due | None:
    """The due window that the words at a span (code points) give, or None; ``issued`` is an ISO 8601 day or None.

    Past days are no deadlines, nor are dates that belong to a name ("the 2030 Agenda") or to an earlier act
    ("the accord signed in May").
    """
    for found in find_dates(text, (start, end), issued, direction="future" if news else None):
        if _looks_ahead(found, text, start, issued):
            return Due(re.sub(r"\s+", " ", found.text), found.not_before, found.not_after)
    return None


def _looks_ahead(found: DateExpression, text: str, start: int, issued: str | None) -> bool:
    if found.not_before is None and found.not_after is None:
        return False
    if _VAGUE.match(found.text) or _NAMES_A_PAST_EVENT.search(text[max(start, found.start - 60) : found.start]):
        return False
    if not re.match(r"[a-z]", found.text) and _ATTRIBUTIVE.match(text[found.end : found.end + 20]):
        return False
    if issued is None:
        return found.not_after is not None
    return (found.not_after or "9999") >= issued and not (
        found.not_after is None and (found.not_before or "") <= issued
    )
