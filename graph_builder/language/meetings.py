"""Meetings and other events: "the Ninth Meeting of the Dialogue", "the 43rd ASEAN Summit", "an official visit".

Three ways to name one: a proper name with a head (Summit, Conference); an ordinal with a bare head, which counts the
meetings of a forum named with it or before it; and small letters with whose meeting it is ("annual meeting of the
...").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph_builder.language.phrases import common_word, is_name, name_at
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import EVENT, FORUM, HEADS, MONTHS, ORDINALS, words

_LOWER = words(
    """meeting meetings summit summits conference session talks ministerial consultations dialogue roundtable visit"""
)
_QUALIFIERS = words(
    """annual inaugural first-ever leader-level informal formal ministerial official bilateral trilateral
    quadrilateral joint special extraordinary virtual in-person high-level senior-level working regular foreign
    defense defence finance trade leaders security next last previous upcoming recent historic plenary opening
    closing second third fourth fifth sixth first ever level person in leader state summit economic emergency
    landmark three-way two-way expert group video telephone phone face-to-face"""
)
_NOT_ALONE = words(
    """Meeting Meetings Session Round Talks Week Games Exercises Exercise Assembly Presidency Election Elections Fair
    Congress"""
)
_WEAK = words(
    """Week Presidency Election Elections Assembly Congress Convening Referendum Consultations Dialogue Dialog
    Roundtable Festival"""
)
_GENERIC = words(
    """Joint Next Annual Official Bilateral Trilateral Working Special Ministerial Informal Formal Historic First
    High Level Leaders"""
)


class Event(NamedTuple):
    """An event as a line names it: its tokens, the head, its number in a series (None: no number), whether the words
    are a proper name, and the tokens of the complement (whose meeting it is), empty where there are none.
    """

    line: int
    first: int
    last: int
    head: str
    number: int | None
    proper: bool
    of_first: int
    of_last: int


def events_of(line: Line, number: int, marks: str, listed: Sequence[Sighting]) -> list[Event]:
    """Find the events that a line names."""
    found: list[Event] = []
    if line.case == "capitals":
        return found
    tokens = line.tokens
    for at, token in enumerate(tokens):
        if token.text in EVENT and marks[at] in "CA":
            event = _proper(line, number, marks, at)
        elif token.text in _LOWER and line.case == "sentence":
            event = _lower(line, number, marks, at, listed)
        elif token.text in ("exercise", "exercises", "Exercise", "Exercises", "drill", "drills", "wargames"):
            event = _exercise(line, number, marks, at)
        elif (token.text == "COP" and at + 1 < len(tokens)) or (
            token.text.startswith("COP") and token.text[3:].isdigit()
        ):
            event = _cop(line, number, at)
        else:
            continue
        if event is not None and not any(e.first < event.last and event.first < e.last for e in found):
            found.append(event)
    return found


def ordinal_at(line: Line, i: int) -> int | None:
    """Give the number that token ``i`` counts to, or None.

    Twenty-first and the like are read at their last word.
    """
    token = line.tokens[i]
    if token.kind == "1":
        return int("".join(c for c in token.text if c.isdigit()))
    count = ORDINALS.get(token.text.lower())
    if count is not None and count < 10 and i > 1 and line.tokens[i - 1].kind == "-":
        tens = line.tokens[i - 2].text.lower()
        count += {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}.get(tens, 0)
    return count


def _series(line: Line, first: int) -> tuple[int, int | None]:
    """Read the ordinal before token ``first``: where the name then begins, and the number."""
    i = first
    while i > 0 and line.tokens[i - 1].text in (
        "Annual",
        "annual",
        "Regular",
        "regular",
        "in",
        "person",
        "-",
        "round",
        "of",
    ):
        i -= 1
    if i == 0:
        return first, None
    count = ordinal_at(line, i - 1)
    if count is None:
        return first, None
    start = i - 1
    if start > 1 and line.tokens[start - 1].kind == "-":
        start -= 2
    return start, count


def _proper(line: Line, number: int, marks: str, at: int) -> Event | None:
    if is_name(line, marks, at + 1) and line.tokens[at + 1].text in HEADS:
        return None
    seen = name_at(line, number, marks, at, "event")
    tokens, head = line.tokens, tokens_text(line, at)
    first, count = seen.first, None
    for i in range(seen.first, at):
        count = count or ordinal_at(line, i)
    if count is None:
        first, count = _series(line, seen.first)
    mods = [t.text for t in tokens[seen.first : at] if t.kind in "CA"]
    plain = [m for m in mods if m not in _GENERIC and ORDINALS.get(m.lower()) is None]
    of = (at + 2, seen.last) if seen.last > at + 2 else (0, 0)
    if head in FORUM and head not in ("Roundtable",) and count is None:
        return None
    if head in _WEAK and count is None:
        return None
    if line.case == "title" and not all(
        common_word(t.text) or marks[i] in "SDOP"
        for i, t in enumerate(tokens[seen.first : seen.last], seen.first)
        if t.kind in "CA"
    ):
        return None
    if count is not None and (
        seen.last > at + 1 or mods or head in ("Meeting", "Session", "Round", "Summit", "Conference")
    ):
        return Event(number, first, seen.last, head, count, True, *of)
    if plain or (of[1] and head not in _NOT_ALONE) or (of[1] and any(m in "SO" for m in marks[of[0] : of[1]])):
        if head in ("Meeting", "Meetings", "Session", "Talks", "Exercise", "Exercises") and not (plain or of[1]):
            return None
        return Event(number, seen.first, seen.last, head, None, True, *of)
    return None


def tokens_text(line: Line, at: int) -> str:
    """Give the word at a token."""
    return line.tokens[at].text


def _lower(line: Line, number: int, marks: str, at: int, listed: Sequence[Sighting]) -> Event | None:
    """Read an event in small letters, if it says whose it is or that it is official."""
    tokens, size, head = line.tokens, len(marks), tokens_text(line, at)
    if head == "summit" and at + 1 < size and tokens[at + 1].text in ("meeting", "talks"):
        return None
    first = at
    while first > 0:
        word, mark = tokens[first - 1].text, marks[first - 1]
        if (
            word in _QUALIFIERS
            or (mark == "-" and tokens[first - 2].text in _QUALIFIERS | ORDINALS.keys())
            or word in ORDINALS
            or mark in "SDO"
            or (mark == "-" and first > 1 and marks[first - 2] in "SD")
            or (word in MONTHS and head == "summit")
            or (mark in "CA" and is_name(line, marks, first - 1) and (common_word(word)))
        ):
            first -= 1
        else:
            break
    while (
        first < at
        and tokens[first].text in ("in", "-", "next", "last", "recent", "upcoming", "previous", "person", "level")
        and tokens[first].text != "in"
    ):
        first += 1
    qualified = {t.text for t in tokens[first:at]}
    owners = [m for m in marks[first:at] if m in "SDO"]
    count = next((c for i in range(first, at) if (c := ordinal_at(line, i))), None)
    i = at + 1
    if i < size and tokens[i].text in ("of", "between", "among"):
        j = i + 1 + (i + 1 < size and tokens[i + 1].text in ("the", "The"))
        body = next((s for s in listed if s.first == j and s.type in ("Organization", "Forum", "Agency")), None)
        if tokens[i].text == "of" and body is not None:
            return Event(number, first, body.last, head, count, False, j, body.last)
        if tokens[i].text == "of" and is_name(line, marks, j) and marks[j] in "CA" and head != "visit":
            forum = next((k for k in range(j, min(j + 8, size)) if tokens[k].text in FORUM and marks[k] in "CA"), None)
            if forum is not None:
                seen = name_at(line, number, marks, forum, "forum")
                if seen.first <= j:
                    return Event(number, first, seen.last, head, count, False, j, seen.last)
        if tokens[i].text == "between" and head in ("meeting", "summit", "talks") and "summit" in qualified | {head}:
            return Event(number, first, at + 1, head, count, False, i + 1, i + 1)
    if head == "visit":
        if "official" in qualified or "state" in qualified:
            j = i
            if i + 1 < size and tokens[i].text == "to" and marks[i + 1] in "SP":
                j = i + 2
                while j < size and marks[j] == marks[i + 1]:
                    j += 1
            return Event(number, first, j, head, None, False, 0, 0)
        return None
    if head in ("summit", "summits") and (owners or qualified & MONTHS or "person" in qualified or count):
        return Event(number, first, at + 1, head, count, False, 0, 0)
    if "O" in marks[first:at] and head in ("meeting", "meetings", "ministerial"):
        return Event(number, first, at + 1, head, count, False, 0, 0)
    if "official" in qualified and head == "meeting":
        return Event(number, first, at + 1, head, count, False, 0, 0)
    return None


def _exercise(line: Line, number: int, marks: str, at: int) -> Event | None:
    """Read "Exercise Malabar", "exercises Malabar", "Global Sentinel exercise"."""
    tokens = line.tokens
    j = at + 1
    if j < len(tokens) and tokens[j].text == "," and j + 2 < len(tokens):
        j += 1
    end = j
    while end < len(tokens) and marks[end] == "C" and is_name(line, marks, end) and end - j < 3:
        end += 1
    if end > j and not common_word(tokens[j].text) and (j == at + 1 or tokens[min(end, len(tokens) - 1)].text == ","):
        return Event(number, j, end, "Exercise", None, True, 0, 0)
    first = at
    while first > 0 and marks[first - 1] == "C" and is_name(line, marks, first - 1) and at - first < 3:
        first -= 1
    own = [t.text for t in tokens[first:at]]
    if own and not all(w in _GENERIC or w in ("Military", "Naval") for w in own) and first > 0:
        return Event(number, first, at, "Exercise", None, True, 0, 0)
    return None


def _cop(line: Line, number: int, at: int) -> Event | None:
    tokens, text = line.tokens, line.tokens[at].text
    if len(text) > 3:
        return Event(number, at, at + 1, "Conference", int(text[3:]), True, 0, 0)
    last = at + 2 if tokens[at + 1].kind == "9" else at + 3
    if last <= len(tokens) and tokens[last - 1].kind == "9" and tokens[last - 1].text.isdigit():
        return Event(number, at, last, "Conference", int(tokens[last - 1].text), True, 0, 0)
    return None
