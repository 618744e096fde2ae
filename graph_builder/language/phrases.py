"""Names with a head: "Ministry of ...", "... Treaty", "... Dialogue on ...", "... Strait".

A head is a word that tells what is named. From it a name grows to the left over capitalised words, hyphens and the
possessives that stand inside names ("Leaders' Summit"), and to the right over complements ("on", "of", "for") and the
lists within them. What a growing name may not swallow: determiners, days, an owner's possessive, another name.
"""

from __future__ import annotations

from collections.abc import Callable

from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import (
    AGENCY_FIRST,
    COMMON,
    HEADS,
    MONTHS,
    OPENERS,
    PLURAL_OWNERS,
    TITLE_STARTS,
    words,
)

# Letters of the marks: listed State, Demonym, Organization or other body, Place, instrument (T), and words in capitals.
NAME_MARKS = frozenset("CASDOPT")
_THE = frozenset(("the", "The", "a", "an", "its", "their", "all", "other"))
_AND = frozenset(("and", "And", "&"))
_CROSS_OF = frozenset(
    ("Heads", "Chiefs", "Ministers", "Governors", "Council", "Presidents", "Rules", "Women", "Chamber")
)
_JOINS = {
    "first": frozenset(("of", "for", "on", "against", "Of", "For")),
    "seat": frozenset(("of", "for", "in", "to", "at")),
    "last": frozenset(("of", "for", "on", "against")),
    "forum": frozenset(("of", "on", "for", "to", "against", "between", "among", "On")),
    "text": words(
        """of on for to between among against in concerning regarding relating Of On For Between Among To Concerning
    Including In governing"""
    ),
    "event": frozenset(("of", "on", "for", "between", "among", "On", "For")),
    "site": frozenset(("of",)),
}
_SEATS = frozenset(("Embassy", "Consulate", "Mission", "Delegation", "Embassies"))
_TO = frozenset(("Protocol", "Protocols", "Annex", "Amendment", "Mission", "Embassy"))
_BETWEEN = frozenset(("between", "among", "Between", "Among"))

Common = Callable[[str], bool]


def common_word(word: str) -> bool:
    """Tell whether a capitalised word is a word of the language that names are made of, rather than a name by itself.

    >>> common_word("Security"), common_word("Okinawa")
    (True, False)
    """
    return word in COMMON or word in HEADS


def _is_name(line: Line, marks: str, i: int) -> bool:
    return (
        0 <= i < len(marks)
        and marks[i] in NAME_MARKS
        and not (marks[i] in "CA" and (line.tokens[i].text in OPENERS or line.tokens[i].text in MONTHS))
    )


def left_edge(line: Line, marks: str, at: int) -> int:
    """Give the index of the first token of the name whose head is the token ``at``."""
    tokens, first, i, listing = line.tokens, at, at - 1, False
    while i >= 0:
        mark, word = marks[i], tokens[i].text
        if _is_name(line, marks, i):
            if word in TITLE_STARTS and marks[i + 1] != "'" and not common_word(word):
                break
            first = i
        elif mark in "-/":
            if not (_is_name(line, marks, i - 1) and _is_name(line, marks, i + 1)):
                break
        elif mark == "'":
            if tokens[i - 1].text not in PLURAL_OWNERS or marks[i - 1] not in "CA":
                break
        elif word in _AND or word == ",":
            if not (i + 1 < at and _is_name(line, marks, i - 1) and _joined(line, marks, i - 1, i + 1)):
                break
            if word == "," and not listing:
                break
            listing = True
        elif word == "of":
            if tokens[i - 1].text not in _CROSS_OF or i + 1 >= at:
                break
        elif mark == ")" and i >= 3 and marks[i - 1] in "AC" and marks[i - 2] == "(" and _is_name(line, marks, i - 3):
            i -= 2
        else:
            break
        i -= 1
    return first


def _joined(line: Line, marks: str, before: int, after: int) -> bool:
    """Tell whether words on both sides of "and" or a comma are parts of one name."""
    return (
        marks[before] in "CA"
        and marks[after] in "CA"
        and common_word(line.tokens[before].text)
        and common_word(line.tokens[after].text)
    )


def _chunk(line: Line, marks: str, i: int, titles: bool) -> int:
    """Give the end of the run of name words that begins at ``i``."""
    tokens, size = line.tokens, len(marks)
    while i < size:
        if _is_name(line, marks, i):
            if not titles and tokens[i].text in TITLE_STARTS and marks[i] in "CA":
                break
            i += 1
        elif marks[i] == "-" and i + 1 < size and (marks[i + 1] in "x9" or _is_name(line, marks, i + 1)):
            i += 2
        elif marks[i] == "'" and tokens[i - 1].text in PLURAL_OWNERS and _is_name(line, marks, i + 1):
            i += 1
        else:
            break
    return i


def _starts_other(line: Line, marks: str, i: int) -> bool:
    """Tell whether a name of its own begins at ``i``: "... and the Ministry of", "... and Treaty on"."""
    j = i
    while j < len(marks) and marks[j] in NAME_MARKS:
        if line.tokens[j].text in HEADS and j + 1 < len(marks) and line.tokens[j + 1].text in ("of", "on", "for"):
            return line.tokens[j].text in AGENCY_FIRST or j > i
        j += 1
    return False


def _list_end(line: Line, marks: str, i: int) -> int:
    """Give the end of a list ", X, Y and Z" of common words that begins with the comma at ``i``, or ``i``."""
    j, closed = i, False
    while j + 1 < len(marks) and j - i < 24:
        word = line.tokens[j].text
        step = j + 1 if word == "," else j
        if line.tokens[step].text in _AND:
            closed, step = True, step + 1
        elif word != ",":
            break
        if step >= len(marks) or marks[step] not in "CA" or not common_word(line.tokens[step].text):
            return i
        if _starts_other(line, marks, step):
            return i
        j = _chunk(line, marks, step, False)
        if closed:
            return j
    return i


def right_edge(line: Line, marks: str, at: int, joins: frozenset[str]) -> int:
    """Give the index after the last token of the name whose head is the token ``at``."""
    tokens, size, head = line.tokens, len(marks), line.tokens[at].text
    titles = head in AGENCY_FIRST
    last, between = at + 1, False
    while last < size - 1:
        word = tokens[last].text
        step = last + 1
        if word in joins:
            between |= word in _BETWEEN
            while step < size and tokens[step].text in _THE:
                step += 1
            if not _is_name(line, marks, step):
                break
            if (
                word in ("in", "In")
                and head not in _SEATS
                and (marks[step] not in "CA" or not common_word(tokens[step].text))
            ):
                break
            if (
                word == "to"
                and head not in _TO
                and (marks[step] not in "CA" or tokens[step].text in HEADS or not common_word(tokens[step].text))
            ):
                break
            if word in _BETWEEN and marks[step] not in "SDO" and tokens[step].text not in ("Government", "Governments"):
                break
            if step == last + 1 and tokens[step].text == "Independence":
                break
        elif word in _AND:
            if tokens[step].text in ("the", "The"):
                if not between:
                    break
                step += 1
            if not _is_name(line, marks, step) or last == at + 1:
                break
            party = between and (marks[step] in "SDO" or tokens[step].text == "Government")
            if not party and (not _joined(line, marks, last - 1, step) or _starts_other(line, marks, step)):
                break
        elif word == "," and between and step < size and marks[step] == "S":
            pass
        elif (
            word == ","
            and last > at + 1
            and tokens[step].text in ("Including", "including", "For")
            and _title_case(line, at, last)
        ):
            step += 1 + (tokens[step + 1].text in _THE) if step + 1 < size else 0
            if not _is_name(line, marks, step):
                break
        elif word == "," and last > at + 1 and not between:
            end = _list_end(line, marks, last)
            if end == last:
                break
            last = end
            continue
        else:
            break
        last = _chunk(line, marks, step, titles)
    return last


def _title_case(line: Line, at: int, last: int) -> bool:
    return sum(t.kind in "CA" for t in line.tokens[at:last]) >= 6


def name_at(line: Line, number: int, marks: str, at: int, type_: str, joins: str) -> Sighting:
    """Give the name around the head at token ``at``, whatever its length."""
    first = left_edge(line, marks, at)
    head = line.tokens[at].text
    if head in _SEATS:
        joins = "seat"
    last = right_edge(line, marks, at, _JOINS[joins])
    core = first
    while core < at and marks[core] in "SD" and marks[core + 1] not in "-/":
        core += 1
    return Sighting(number, first, last, type_, head=head, core=core)
