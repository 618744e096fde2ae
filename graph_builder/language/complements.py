"""How far a name reaches to the right of its head: "of", "on", "for", lists within them, a year, a site's name."""

from __future__ import annotations

from graph_builder.language.person_words import TITLE_STARTS
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import (
    AGENCY_FIRST,
    EVENT,
    FORUM,
    HEADS,
    INSTRUMENT,
    PLACE_LAST,
    PLURAL_OWNERS,
    SITE_BEFORE,
    words,
)
from graph_builder.language.wording import AND, NAME_MARKS, THE, alike, common_word, is_name, joined

SEATS = words("Embassy Consulate Mission Delegation Embassies")
_PARTICIPLES = words("Governing Relating Concerning Regarding")
# Bodies behind whose head a person's name may stand: "... of the Central Committee Ann Lee".
_BODIES = words(
    """Committee Commission Council Ministry Department Office Agency Authority Bureau Secretariat Affairs Treasury
    Board"""
)
# Heads that name a body alone.
_WHOLE = words("Congress Parliament Senate Cabinet Treasury Government Army Navy Police")
_RELATING = frozenset(("Relating", "relating", "Pertaining", "pertaining"))
_DATED = words(
    """Vision Agenda Horizon Strategy Plan Goals Act Roadmap Programme Program Framework Compact Law Charter
    Initiative"""
)
_TO = words("Protocol Protocols Annex Amendment Mission Embassy")
_BETWEEN = words("between among Between Among")
# Verbs after "to" that tell what a plan is for: "Action Plan to Address ...".
_AIMS = words(
    """Address Advance Combat Counter End Prevent Promote Protect Strengthen Support Eliminate Reduce Build Enhance
    Improve Accelerate Fight Suppress Eradicate Implement Establish Develop Expand Deepen Prohibit Facilitate
    Achieve Secure"""
)


def _chunk(line: Line, marks: str, i: int, titles: bool) -> int:
    """Give the end of the run of name words that begins at ``i``."""
    tokens, size = line.tokens, len(marks)
    while i < size:
        if is_name(line, marks, i):
            if not titles and tokens[i].text in TITLE_STARTS and marks[i] in "CA":
                break
            if i and marks[i] == "C" and tokens[i - 1].text in _BODIES and not common_word(tokens[i].text):
                break
            if tokens[i].text in _PARTICIPLES and i + 1 < size and tokens[i + 1].text in THE:
                break
            i += 1
        elif marks[i] == "-" and i + 1 < size and (marks[i + 1] in "x9" or is_name(line, marks, i + 1)):
            i += 2
        elif marks[i] == "'" and tokens[i - 1].text in PLURAL_OWNERS and is_name(line, marks, i + 1):
            i += 1
        else:
            break
    return i


def _starts_other(line: Line, marks: str, i: int, at: int) -> bool:
    """Tell whether a name of its own begins at ``i``: "... and the Ministry of", "... and Space Strategy Fund"."""
    j = i
    while j < len(marks) and marks[j] in NAME_MARKS:
        word = line.tokens[j].text
        if word in HEADS and j + 1 < len(marks) and line.tokens[j + 1].text in ("of", "on", "for"):
            return word in AGENCY_FIRST or j > i
        j += 1
    if j - i == 1 and line.tokens[i].text in _WHOLE:
        return True
    return j - i > 1 and alike(line.tokens[j - 1].text, line.tokens[at].text)


def _list_end(line: Line, marks: str, i: int, at: int) -> int:
    """Give the end of a list ", X, Y and Z" of common words that begins with the comma at ``i``, or ``i``."""
    j = i
    while j + 1 < len(marks) and j - i < 24:
        word = line.tokens[j].text
        step = j + 1 if word == "," else j
        closed = line.tokens[step].text in AND
        if not closed and word != ",":
            break
        step += closed
        if step >= len(marks) or marks[step] not in "CA" or not common_word(line.tokens[step].text):
            return i
        if _starts_other(line, marks, step, at):
            return i
        j = _chunk(line, marks, step, False)
        if closed:
            return j
    return i


def right_edge(line: Line, marks: str, at: int, joins: frozenset[str]) -> int:
    """Give the index after the last token of the name whose head is the token ``at``."""
    tokens, size, last, between = line.tokens, len(marks), at + 1, False
    titles = tokens[at].text in AGENCY_FIRST
    if tokens[at].text == "Forces" and last < size and marks[last] == "S":
        last += 1
    if tokens[at].text in ("Station", "Base", "Camp") and at and tokens[at - 1].text in SITE_BEFORE:
        last = _site(line, marks, last)
    while last < size - 1:
        word = tokens[last].text
        if word == "in" and word not in joins:
            step = _region(line, marks, last)
        elif word in joins:
            between |= word in _BETWEEN
            step = _complement(line, marks, at, last)
        elif word in AND:
            step = _coordinate(line, marks, at, last, between)
        elif word == "," and last > at + 1:
            if between:
                also = last + 1 + (tokens[last + 1].text in AND)
                step = also if also < size and marks[also] == "S" else 0
            elif tokens[last + 1].text in ("Including", "including", "For") and last - at > 6:
                step = _complement(line, marks, at, last + 1)
            else:
                end = _list_end(line, marks, last, at)
                if end == last:
                    break
                last = end
                continue
        else:
            break
        if not step:
            break
        last = _chunk(line, marks, step, titles)
    if tokens[at].text in _DATED and last == at + 1 and last < size and _year(tokens[last].text):
        last += 1
    return last


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _region(line: Line, marks: str, i: int) -> int:
    """Give where the region begins with which a body's name ends, letters behind it: "in the Sahel (CILSS)"."""
    step = i + 1 + (line.tokens[i + 1].text in THE)
    end = _chunk(line, marks, step, False)
    letters = end + 2 < len(marks) and line.tokens[end].text == "(" and marks[end + 1] in "AO"
    return step if end > step and marks[step] in "PC" and letters else 0


def _site(line: Line, marks: str, i: int) -> int:
    """Give the end of a site named behind its head: "Air Station (MCAS) Futenma"."""
    step = i
    if step + 2 < len(marks) and line.tokens[step].text == "(" and line.tokens[step + 2].text == ")":
        step += 3
    proper = step < len(marks) and marks[step] in "CP" and not common_word(line.tokens[step].text)
    return step + 1 if proper and is_name(line, marks, step) else i


def _complement(line: Line, marks: str, at: int, i: int) -> int:
    """Give where the words after the preposition ``i`` begin, or 0 where they are no part of the name."""
    tokens, size, word, head = line.tokens, len(marks), line.tokens[i].text, line.tokens[at].text
    step = i + 1 + (word in _RELATING and i + 1 < size and tokens[i + 1].text == "to")
    while step < size and tokens[step].text in THE:
        step += 1
    if not is_name(line, marks, step):
        return 0
    after = tokens[step].text
    common = marks[step] in "CA" and common_word(after)
    if word in ("in", "In") and head not in SEATS and not common:
        return 0
    if word == "on" and marks[step] in "SPD" and head not in INSTRUMENT | FORUM | EVENT:
        return 0
    if word in ("to", "To") and head not in _TO and not (common and after not in HEADS) and after not in _AIMS:
        return 0
    if word in _BETWEEN and marks[step] not in "SD" and after not in ("Government", "Governments"):
        return 0
    if word in _BETWEEN and _chunk(line, marks, step, False) < size and marks[_chunk(line, marks, step, False)] == "'":
        return 0
    if after in INSTRUMENT | EVENT and head in ("Principles", "Commitments", "Article", "Goals", "Rules", "Objectives"):
        return 0
    if word == "of" and head not in PLACE_LAST and step - i == 1 and marks[step] == "P" and head not in AGENCY_FIRST:
        return step
    return step


def _coordinate(line: Line, marks: str, at: int, i: int, between: bool) -> int:
    """Give where the words after "and" begin, or 0 where another name begins there."""
    step = i + 1
    if line.tokens[step].text in ("the", "The"):
        if not between:
            return 0
        step += 1
    if not is_name(line, marks, step) or i == at + 1 or line.tokens[step].text in TITLE_STARTS:
        return 0
    if line.tokens[step].text in ("Government", "Governments") and (between or line.tokens[i - 1].text == "State"):
        return step
    if between and marks[step] in "SDO":
        return step
    if marks[step] == "O" and common_word(line.tokens[i - 1].text) and line.tokens[i - 2].text in THE:
        return step
    return step if joined(line, marks, i - 1, step) and not _starts_other(line, marks, step, at) else 0
