"""When a commitment falls due: the date expression of its words that looks ahead."""

from __future__ import annotations

import re

from graph_builder.language.dates import find_dates
from graph_builder.language.records import DateExpression
from graph_builder.statements.predicates import Span
from graph_builder.statements.records import Due

_NAMES_A_PAST_EVENT = re.compile(
    r"(?<!to be )\b(?:announced|signed|adopted|agreed|held|established|launched|made|issued|reached|concluded|"
    r"since|resolution|dated|"
    r"ago|last|previous(?:ly)?|entered into force)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_ATTRIBUTIVE = re.compile(r"^\s*(?:[A-Z][\w-]*|Agenda|deadline|Summit|elections?|budget|agreement|Olympics|Games)")
_VAGUE = re.compile(r"^(?:today|now|currently|this time|at present|recent|yesterday|earlier|last)", re.IGNORECASE)


_FROM_NOW = re.compile(
    r"\bwithin (?:\w+ ){0,2}(?:days?|weeks?|months?|years?)(?= (?:of|from|after) (?:the date of )?(?:this|today|"
    r"the present|signature))",
    re.IGNORECASE,
)


def due(text: str, start: int, end: int, cue: Span, issued: str | None, *, news: bool) -> Due | None:
    """The due window that the words at a span (code points) give, or None; ``issued`` is an ISO 8601 day or None.

    ``cue`` is the span from the end of the subject to the end of the cue: a date there dates the speaking ("on Monday
    pledged").

    Past days are no deadlines, nor are dates that belong to a name ("the 2030 Agenda") or to an earlier act
    ("the accord signed in May").

    >>> due("Both will open it by 2031.", 0, 26, (0, 9), "2029-05-06", news=False)
    Due(text='by 2031', not_before=None, not_after='2031-12-31')
    """
    counted = _FROM_NOW.search(text, start, end)
    if counted:
        for found in find_dates(text, counted.span(), issued):
            if found.not_after:
                return Due(re.sub(r"\s+", " ", found.text), found.not_before, found.not_after)
    for found in find_dates(text, (start, end), issued, direction="future" if news else None):
        if cue[0] <= found.start < cue[1]:
            continue
        if _looks_ahead(found, text, max(start, cue[1]) if found.start >= cue[1] else start, issued, news):
            return Due(re.sub(r"\s+", " ", found.text), found.not_before, found.not_after)
    return None


def _looks_ahead(found: DateExpression, text: str, start: int, issued: str | None, news: bool) -> bool:
    if found.not_before is None and found.not_after is None:
        return False
    if _VAGUE.match(found.text) or _NAMES_A_PAST_EVENT.search(text[max(start, found.start - 60) : found.start]):
        return False
    if not re.match(r"[a-z]", found.text) and _ATTRIBUTIVE.match(text[found.end : found.end + 20]):
        return False
    if re.search(r"\bof\s+$", text[max(start, found.start - 5) : found.start]) and not found.text[:1].isdigit():
        return False  # "the risks of tomorrow"
    if issued is None:
        return found.not_after is not None
    if not news and found.not_after == issued:
        return False  # the day of the text itself
    return (found.not_after or "9999") >= issued and not (
        found.not_after is None and (found.not_before or "") <= issued
    )
