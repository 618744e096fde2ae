"""Meetings and other events with a name: "the Ninth Meeting of the Dialogue", "the 43rd ASEAN Summit".

A proper name has a head (Summit, Conference) and words of its own; an ordinal with a bare head counts the meetings of a
forum named with it or before it. Events in small letters ("an official visit") have a room of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph_builder.language.phrases import name_at
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line, arabic
from graph_builder.language.vocabulary import EVENT, FORUM, HEADS, ORDINALS, words
from graph_builder.language.wording import common_word, is_name

_NOT_ALONE = words(
    """Meeting Meetings Session Round Talks Week Games Exercises Exercise Assembly Presidency Election Elections Fair
    Congress"""
)
_WEAK = words(
    """Week Presidency Election Elections Assembly Congress Convening Referendum Consultations Dialogue Dialog
    Roundtable Festival Round Session Talks Games"""
)
_GENERIC = words(
    """Joint Next Annual Official Bilateral Trilateral Working Special Ministerial Informal Formal Historic First
    High Level Leaders Plenary Opening Closing Virtual Expert Senior Quadrilateral"""
)
_BETWEEN_ORDINAL = frozenset(
    ("Annual", "annual", "Regular", "regular", "in", "In", "person", "-", "round", "of", "the")
)
_COUNTED = words(
    """Meeting Session Round Summit Conference Dialogue Ministerial Consultations Exercise Roundtable Forum Assembly"""
)
_DRILLS = words("exercise exercises drill drills wargames manoeuvres maneuvers wargame")
_TALKED = words("Meeting Call Visit Summit Meetings Conversation Engagement Travel")


_KINDS_OF_TALKS = words("consultations talks dialogue negotiations ministers")
_ROMAN = frozenset("IVXLC")


class Event(NamedTuple):
    """An event as a line names it: its tokens, the head, its number in a series (None: none), whether the words are
    a proper name, the tokens of the complement (whose meeting it is; empty where there are none), the end of the name
    without that complement, and the end with the place that follows.
    """

    line: int
    first: int
    last: int
    head: str
    number: int | None
    proper: bool
    of_first: int = 0
    of_last: int = 0
    stem: int = 0
    placed: int = 0


def events_of(line: Line, number: int, marks: str) -> list[Event]:
    """Find the events that a line names by a proper name or by an ordinal."""
    found: list[Event] = []
    if line.case == "capitals":
        return found
    tokens = line.tokens
    for at, token in enumerate(tokens):
        event = None
        if token.text in EVENT and marks[at] in "CA":
            event = _proper(line, number, marks, at)
        if event is None and token.text in _TALKED and line.zone in ("title", "heading"):
            event = _talk(line, number, marks, at)
        if token.text.lower() in _DRILLS:
            event = _exercise(line, number, marks, at)
        elif token.text.startswith("COP"):
            event = _cop(line, number, at)
        if event is not None and not any(e.first < event.last and event.first < e.last for e in found):
            found.append(event._replace(placed=place_end(line, marks, event.last)))
    return found


def place_end(line: Line, marks: str, last: int) -> int:
    """Give the end of "in Washington" or "at Camp David" right after token ``last``, or ``last``."""
    i = last + 1
    if i < len(marks) and line.tokens[last].text in ("in", "at") and marks[i] in "PSC" and is_name(line, marks, i):
        while i < len(marks) and (marks[i] == marks[last + 1] or marks[i] == "C"):
            i += 1
        return i
    return last


def ordinal_at(line: Line, i: int) -> int | None:
    """Give the number that token ``i`` counts to, or None; "twenty-first" is read at its last word."""
    token = line.tokens[i]
    if token.kind == "A" and len(token.text) > 1 and set(token.text) <= _ROMAN and arabic(token.text).isdigit():
        return int(arabic(token.text))
    if token.kind == "1":
        return int("".join(c for c in token.text if c.isdigit()))
    count = ORDINALS.get(token.text.lower())
    if count is not None and count < 10 and i > 1 and line.tokens[i - 1].kind == "-":
        tens = line.tokens[i - 2].text.lower()
        count += {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}.get(tens, 0)
    return count


def _series(line: Line, first: int) -> tuple[int, int | None]:
    """Read the ordinal before token ``first``: where the name then begins, and the number."""
    i = first
    while i > 0 and line.tokens[i - 1].text in _BETWEEN_ORDINAL:
        i -= 1
    count = ordinal_at(line, i - 1) if i else None
    if count is None:
        return first, None
    start = i - 1
    if start > 1 and line.tokens[start - 1].kind == "-":
        start -= 2
    return start, count


def _proper(line: Line, number: int, marks: str, at: int) -> Event | None:
    tokens, head = line.tokens, line.tokens[at].text
    if is_name(line, marks, at + 1) and tokens[at + 1].text in HEADS:
        return None
    seen = _with_number(line, marks, name_at(line, number, marks, at, "event"))
    if seen.last < len(tokens) and tokens[seen.last].text in _KINDS_OF_TALKS and seen.last > at + 2:
        seen = seen._replace(last=seen.last + 1)
    counts = [c for i in range(seen.first, at) if (c := ordinal_at(line, i))]
    first, count = (seen.first, counts[0]) if counts else _series(line, seen.first)
    mods = [t.text for t in tokens[seen.first : at] if t.kind in "CA"]
    plain = [m for m in mods if m not in _GENERIC and ORDINALS.get(m.lower()) is None]
    named = (at + 2, seen.last) if seen.last > at + 2 else (0, 0)
    if line.case == "title" and not _fitting(line, marks, seen):
        return None
    if count is not None and (named[1] or mods or head in _COUNTED):
        return Event(number, first, seen.last, head, count, True, *named, at + 1)
    if head in _WEAK or (head in FORUM and head != "Roundtable"):
        return None
    own = bool(plain) or len(mods) > 1
    told = named[1] and (head not in _NOT_ALONE or any(m in "SO" for m in marks[named[0] : named[1]]))
    if own or told:
        return Event(number, seen.first, seen.last, head, None, True, *named, at + 1)
    return None


def _with_number(line: Line, marks: str, seen: Sighting) -> Sighting:
    """Widen to the left over a name that ends in a number ("Global COVID-19 Summit") or that owns the meeting."""
    first = seen.first
    if first > 2 and marks[first - 1] == "9" and marks[first - 2] == "-" and is_name(line, marks, first - 3):
        first -= 3
        while is_name(line, marks, first - 1):
            first -= 1
    if first > 1 and marks[first - 1] == "'" and marks[first - 2] == "O":
        first -= 2
        while first > 0 and marks[first - 1] == "O":
            first -= 1
    return seen._replace(first=first)


def _fitting(line: Line, marks: str, seen: Sighting) -> bool:
    span = range(seen.first, seen.last)
    return all(common_word(line.tokens[i].text) for i in span if marks[i] in "CA")


def _talk(line: Line, number: int, marks: str, at: int) -> Event | None:
    """Read a title of its own kind: "Readout of President Lee's Meeting with Prime Minister Roy of Nauru"."""
    tokens, size = line.tokens, len(marks)
    if not (at > 1 and marks[at - 1] == "'" and at + 2 < size and tokens[at + 1].text in ("with", "to", "With", "To")):
        return None
    first = at - 1
    while first > 0 and marks[first - 1] in "CASDOI" and tokens[first - 1].text not in ("Of", "On"):
        first -= 1
    last = at + 2
    while last < size and (marks[last] in "CASDOPI'-" or tokens[last].text in ("of", "the", "and")):
        last += 1
    return Event(number, first, last, tokens[at].text, None, True, 0, 0, at + 1) if last > at + 2 else None


def _exercise(line: Line, number: int, marks: str, at: int) -> Event | None:
    """Read "Exercise Malabar", "exercises Malabar", "Global Sentinel exercise"."""
    tokens = line.tokens
    j = at + 1
    if j + 2 < len(tokens) and tokens[j].text == ",":
        j += 1
    end = j
    while end < len(tokens) and marks[end] in "CP" and is_name(line, marks, end) and end - j < 3:
        end += 1
    closed = end < len(tokens) and tokens[end].text == ","
    if end > j and (j == at + 1 or closed) and not all(m == "P" for m in marks[j:end]):
        return Event(number, j, end, "Exercise", None, True)
    first = at
    while first > 0 and marks[first - 1] == "C" and is_name(line, marks, first - 1) and at - first < 3:
        first -= 1
    own = [t.text for t in tokens[first:at]]
    if first > 0 and own and not all(w in _GENERIC or w in ("Military", "Naval", "Maritime", "Combined") for w in own):
        return Event(number, first, at, "Exercise", None, True)
    return None


def _cop(line: Line, number: int, at: int) -> Event | None:
    tokens, figures = line.tokens, line.tokens[at].text[3:]
    if figures:
        return Event(number, at, at + 1, "Conference", int(figures), True) if figures.isdigit() else None
    last = next((i + 1 for i in (at + 1, at + 2) if i < len(tokens) and tokens[i].text.isdigit()), 0)
    return Event(number, at, last, "Conference", int(tokens[last - 1].text), True) if last else None


def without(events: Sequence[Event], more: Sequence[Event]) -> list[Event]:
    """Join two readings of a line; of those that overlap the first stands."""
    return [*events, *(m for m in more if not any(e.first < m.last and m.first < e.last for e in events))]
