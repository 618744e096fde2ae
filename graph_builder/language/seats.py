"""Seats of power: whether "Tokyo" acts, and stands for its state, or is a place where something happens."""

from __future__ import annotations

from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import words

_WHERE = words(
    """in In at At near outside inside around via through across visit visits visited visiting reach reached leave
    left leaving arrive arrived travel travelled traveled into toward towards downtown central greater host hosted
    headquartered based held off beyond departing capital city port"""
)
_TO_WHERE = words(
    """trip visit visits visited travel travels travelled traveled traveling travelling return returned returning
    flew fly flight came come go went going sent arrived welcomed journey moved moving ambassador envoy heading"""
)
_ACTS = words(
    """is are was were has had have will would could should may might can must did does do said says say told views
    sees wants seeks hopes plans aims calls urges warns agrees accuses insists considers also already now still
    vows pledges denies rejects maintains claims fears believes needs continues began begins remains became
    becomes made makes took takes gave gives sent sends held holds called saw felt fell left kept won lost and,
    which who"""
)
_BY = words(
    """by By between Between against Against with With from for For on about urged told asked blame blames blamed"""
)


def acts(line: Line, marks: str, first: int, last: int) -> bool:
    """Tell whether the seat of power at tokens ``first`` to ``last`` stands for its state there, not for a place."""
    tokens, size = line.tokens, len(marks)
    before = tokens[first - 1].text if first else ""
    after = tokens[last].text if last < size else "."
    if before in ("the", "The"):
        before = tokens[first - 2].text if first > 1 else ""
    if (first == 0 and after in ("–", "—", "-", "(", ".", ",", "/")) or (before == "/" and first <= 2):
        return False
    if (before == "," and first > 1 and marks[first - 2] in "P") or (
        after == "," and last + 1 < size and marks[last + 1] in "SP"
    ):
        return _list_acts(line, marks, first, last)
    if before in _WHERE:
        return False
    if before == "to":
        return first > 1 and tokens[first - 2].text not in _TO_WHERE and _noun_of_ties(tokens[first - 2].text)
    if last < size and marks[last] == "'":
        return True
    if before in _BY:
        if before == "from":
            return first > 1 and tokens[first - 2].text in (
                "response",
                "support",
                "pressure",
                "help",
                "aid",
                "threat",
                "threats",
                "call",
                "calls",
                "request",
                "permission",
                "assistance",
            )
        return before not in ("for", "For", "on", "about")
    if after in ("and", "or", "&") or before in ("and", "or", "&"):
        return _list_acts(line, marks, first, last)
    return _verb(after)


def _verb(word: str) -> bool:
    return word in _ACTS or (word.endswith("ed") and word.islower() and len(word) > 4)


def _noun_of_ties(word: str) -> bool:
    return word in (
        "letter",
        "message",
        "ties",
        "offer",
        "aid",
        "support",
        "threat",
        "warning",
        "response",
        "concessions",
        "commitment",
        "answer",
    )


def _list_acts(line: Line, marks: str, first: int, last: int) -> bool:
    """Judge seats in a list ("Tokyo and Manila") by what stands around the whole list."""
    tokens, size, i, j = line.tokens, len(marks), first, last
    while i > 1 and (tokens[i - 1].text in ("and", "or", "&", ",", "both", "the")) and marks[i - 2] in "PS":
        i -= 2
        while i > 0 and marks[i - 1] in "PS":
            i -= 1
    while j + 1 < size and tokens[j].text in ("and", "or", "&", ",") and marks[j + 1] in "PS":
        j += 2
        while j < size and marks[j] in "PS":
            j += 1
    if (i, j) == (first, last):
        after = tokens[j].text if j < size else "."
        return _verb(after) if tokens[first - 1].text not in _BY else True
    before = tokens[i - 1].text if i else ""
    after = tokens[j].text if j < size else "."
    if before in ("the", "The", "both"):
        before = tokens[i - 2].text if i > 1 else ""
    if before in _WHERE or before in ("to", "from"):
        return False
    return before in _BY or _verb(after) or (j < size and marks[j] == "'")
