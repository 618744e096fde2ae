"""Seats of power: whether "Tokyo" acts, and stands for its state, or is a place where something happens.

A seat is a place where words of place stand around it: "in Tokyo", "flew to Tokyo", "Tokyo, Japan", "a Tokyo ceremony".
Else it stands for who sits there: "Tokyo hopes", "ties with Tokyo", "Tokyo's plan".
"""

from __future__ import annotations

from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import words

_WHERE = words(
    """in In at At near outside inside around via through across visit visits visited visiting reach reached leave
    leaving arrive arrived into toward towards downtown central greater hosted headquartered held off beyond
    departing capital city leaves hosts under"""
)
_MOVES = words(
    """trip visit visits visited travel travels travelled traveled traveling travelling return returned returning
    flew fly flight come came go went gone going arrived journey move moved moves moving ambassador ambassadors
    envoy flying heading headed returns shifted relocated back embassy mission delegation consulate welcome route
    way invited bound drove"""
)
_FROM_ACTORS = words(
    """response support pressure help aid threat threats call calls request permission assistance criticism
    independence imports demands orders approval denial weapons arms investment guarantees commitment commitments
    signals statement backing distance"""
)
_BY = words("""by By between Between against Against with With urged told asked blame blames blamed on upon""")
_NOUNS = words(
    """ceremony time area region airport suburb stadium hotel university newspaper correspondent metropolitan summit
    meeting talks conference trip visit office bureau residents police"""
)
_LISTED = frozenset(("and", "or", "&"))
_ARTICLES = frozenset(("a", "an", "the", "The", "this", "last", "next"))


def acts(line: Line, marks: str, first: int, last: int) -> bool:
    """Tell whether the seat of power at tokens ``first`` to ``last`` stands for its state there, not for a place."""
    tokens, size = line.tokens, len(marks)
    first, last = _whole_list(line, marks, first, last)
    before = tokens[first - 1].text if first else ""
    after = tokens[last].text if last < size else "."
    article = before in _ARTICLES
    if article:
        before = tokens[first - 2].text if first > 1 else ""
    if line.case != "sentence":
        return (last < size and marks[last] == "'") or (first == 0 and after not in (",", ".", ":", "–", "—", "-", "("))
    if first == 0 and after in ("–", "—", "-", "(", ".", ",", "/", ":"):
        return False
    if _beside_place(line, marks, first, last) or before in _WHERE:
        return False
    if before in ("to", "from", "for", "For", "of"):
        return _after_preposition(line, first - 1 - article, before)
    if last < size and marks[last] == "'":
        return True
    if last < size and marks[last] == "-":
        return False
    if article and after not in _LISTED and (last < size and marks[last] in "xC") and not _verb(after):
        return False
    return not (last < size and marks[last] in "x" and _place_noun(after))


def _after_preposition(line: Line, i: int, word: str) -> bool:
    head = line.tokens[i - 1].text if i > 0 else ""
    if word == "to":
        return head not in _MOVES and (i < 2 or line.tokens[i - 2].text not in _MOVES)
    if word == "from":
        return head in _FROM_ACTORS
    if word == "of":
        return head not in (
            "city",
            "capital",
            "outside",
            "north",
            "south",
            "east",
            "west",
            "streets",
            "port",
            "suburb",
            "out",
        )
    return head not in ("leave", "left", "departed", "leaves", "depart")


def _verb(word: str) -> bool:
    return word in ("is", "was", "has", "will", "would", "had") or (word.endswith("ed") and len(word) > 4)


def _place_noun(word: str) -> bool:
    """Tell whether a noun after the name makes it a mere place: "the Manila ceremony", "Washington time"."""
    return word in _NOUNS


def _beside_place(line: Line, marks: str, first: int, last: int) -> bool:
    """Tell whether ", Japan" or ", Texas" follows, as in an address."""
    if last + 1 < len(marks) and line.tokens[last].text == "," and marks[last + 1] in "SP":
        end = last + 1
        while end < len(marks) and marks[end] == marks[last + 1]:
            end += 1
        after = line.tokens[end].text if end < len(marks) else "."
        return after in (",", ".", ";", ")", ":") or marks[last + 1] == "S"
    return False


def _whole_list(line: Line, marks: str, first: int, last: int) -> tuple[int, int]:
    """Widen to the list of seats and states in which the name stands ("Tokyo and Manila")."""
    tokens, size = line.tokens, len(marks)
    while first > 1 and tokens[first - 1].text in _LISTED and marks[first - 2] == "P":
        first -= 2
        while first > 0 and marks[first - 1] == "P":
            first -= 1
    while last + 1 < size and tokens[last].text in _LISTED and marks[last + 1] == "P":
        last += 2
        while last < size and marks[last] == "P":
            last += 1
    return first, last
