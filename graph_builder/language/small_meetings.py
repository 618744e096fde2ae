"""Meetings in small letters: "the annual meeting of the Trilateral Commission", "an in-person summit", "a state visit".

Papers speak of countless meetings; one is named only where the words say whose it is or that it is official.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.language.meetings import Event, ordinal_at, place_end
from graph_builder.language.phrases import name_at
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import FORUM, MONTHS, ORDINALS, words
from graph_builder.language.wording import common_word, is_name

_HEADS = words(
    """meeting meetings summit summits conference session talks ministerial consultations dialogue roundtable visit"""
)
_QUALIFIERS = words(
    """annual inaugural first-ever leader-level informal formal ministerial official bilateral trilateral
    quadrilateral joint special extraordinary virtual in-person high-level senior-level working regular foreign
    defense defence finance trade leaders security next last previous upcoming recent historic plenary opening
    closing ever level person in leader state summit economic emergency landmark three-way two-way expert group
    video telephone phone face-to-face ministers ministers' leaders' senior financial technical ordinary closed"""
)
_LEADING = frozenset(("-", "next", "last", "recent", "upcoming", "previous", "person", "level", "state", "'"))


def small_events(line: Line, number: int, marks: str, listed: Sequence[Sighting]) -> list[Event]:
    """Find the events in small letters that the words around them set apart."""
    found: list[Event] = []
    if line.case == "capitals":
        return found
    for at, token in enumerate(line.tokens):
        if token.text in _HEADS:
            event = _event(line, number, marks, at, listed)
            if event is not None and not any(e.first < event.last and event.first < e.last for e in found):
                found.append(event._replace(placed=place_end(line, marks, event.last)))
    return found


def _event(line: Line, number: int, marks: str, at: int, listed: Sequence[Sighting]) -> Event | None:
    tokens, size, head = line.tokens, len(marks), line.tokens[at].text
    if head == "summit" and at + 1 < size and tokens[at + 1].text in ("meeting", "talks"):
        return None
    first = _left(line, marks, at)
    words_ = {t.text for t in tokens[first:at]}
    count = next((c for i in range(first, at) if (c := ordinal_at(line, i))), None)
    of = _whose(line, number, marks, at, listed) if head != "visit" else None
    if of:
        return Event(number, first, of[1], head, count, False, *of, at + 1)
    if head == "visit":
        return _visit(line, number, marks, first, at) if words_ & {"official", "state"} else None
    if count is not None and head in ("meeting", "session", "summit") and first < at and _held(line, first):
        return Event(number, first, at + 1, head, count, False, 0, 0, at + 1)
    between = at + 1 < size and tokens[at + 1].text == "between" and "summit" in words_ | {head}
    owned = any(m in "SDO" for m in marks[first:at])
    summit = head in ("summit", "summits") and (owned or words_ & MONTHS or "person" in words_ or count)
    of_body = "O" in marks[first:at] and head in ("meeting", "meetings", "ministerial")
    group = "working" in words_ and "group" in words_ and first < at - 2 and head in ("meeting", "meetings")
    if between or summit or of_body or group or ("official" in words_ and head == "meeting"):
        return Event(number, first, _of_ministers(line, at + 1), head, None, False, 0, 0, at + 1)
    return None


def _left(line: Line, marks: str, at: int) -> int:
    """Give where the words begin that qualify a meeting: "first official ", "informal EU Council "."""
    tokens, first = line.tokens, at
    while first > 0:
        word, mark = tokens[first - 1].text, marks[first - 1]
        joined = mark == "-" and first > 1
        if not (
            word in _QUALIFIERS
            or word in ORDINALS
            or mark in "SDO1"
            or (joined and (tokens[first - 2].text in _QUALIFIERS | ORDINALS.keys() or marks[first - 2] in "SD"))
            or (mark == "'" and first > 1 and marks[first - 2] in "SO")
            or (word in MONTHS and tokens[at].text == "summit")
            or (mark in "CA" and is_name(line, marks, first - 1) and common_word(word))
        ):
            break
        first -= 1
    while first < at and tokens[first].text in _LEADING:
        first += 1
    while first < at - 1 and marks[first] in "SD" and marks[first + 1] == "'":
        first += 2
    return first


def _whose(line: Line, number: int, marks: str, at: int, listed: Sequence[Sighting]) -> tuple[int, int] | None:
    """Give the tokens of the body or forum whose meeting it is: "of the Trilateral Commission"."""
    tokens, size = line.tokens, len(marks)
    if at + 2 >= size or tokens[at + 1].text != "of":
        return None
    first = at + 2 + (tokens[at + 2].text in ("the", "The"))
    body = next(
        (s for s in listed if s.first == first and s.type in ("Organization", "Forum", "Agency") and s.refs), None
    )
    if body is not None:
        return first, body.last
    if first < size and is_name(line, marks, first):
        for k in range(first, min(first + 9, size)):
            if tokens[k].text in FORUM and marks[k] in "CA":
                seen = name_at(line, number, marks, k, "forum")
                return (first, seen.last) if seen.first <= first else None
    return None


def _visit(line: Line, number: int, marks: str, first: int, at: int) -> Event:
    last = at + 1
    if last + 1 < len(marks) and line.tokens[last].text == "to":
        step = last + 1 + (line.tokens[last + 1].text == "the")
        end = step
        while end < len(marks) and marks[end] in "SP":
            end += 1
        last = end if end > step else last
    return Event(number, first, last, "visit", None, False, 0, 0, at + 1)


def _of_ministers(line: Line, i: int) -> int:
    """Give the end of "of foreign and defence ministers" that begins at token ``i``, or ``i``."""
    tokens = line.tokens
    if i + 1 < len(tokens) and tokens[i].text == "of":
        for j in range(i + 1, min(i + 6, len(tokens))):
            if tokens[j].text in ("ministers", "leaders", "chiefs", "officials"):
                return j + 1
            if tokens[j].kind != "x":
                break
    return i


def _held(line: Line, first: int) -> bool:
    """Tell whether words before a numbered meeting say that it is one of a series: "at its 931st meeting"."""
    before = line.tokens[first - 1].text if first else ""
    return before in ("its", "their", "the", "The", "'") and (before != "the" or line.tokens[first].kind == "1")
