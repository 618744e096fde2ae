"""How far a name with a head reaches: "Ministry of ...", "... Treaty on ...", "... Strait".

A head is a word that tells what is named. From it a name grows to the left over capitalised words, hyphens and the
possessives that stand inside names ("Leaders' Summit"), and to the right over complements ("on", "of", "for") and the
lists within them. What a growing name may not swallow: determiners, days, an owner's possessive, another name.
"""

from __future__ import annotations

import re

from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import (
    AGENCY_FIRST,
    AGENCY_LAST,
    BODY_LAST,
    COMMON,
    EVENT,
    FORUM,
    HEADS,
    INSTRUMENT,
    MONTHS,
    OPENERS,
    PLACE_LAST,
    PLURAL_OWNERS,
    SITE_BEFORE,
    TITLE_STARTS,
    words,
)

# Letters of the marks: listed State, Demonym, Organization or other body, Place, instrument (T), and capitalised words.
NAME_MARKS = frozenset("CASDOPT")
_THE = frozenset(("the", "The", "a", "an", "its", "their", "all", "other"))
_AND = frozenset(("and", "And", "&"))
_CROSS_OF = words(
    """Heads Chiefs Ministers Governors Presidents Rules Women Chamber Council Friends Speakers Parties"""
)
_JOINS = {
    "first": words("of for on against Of For"),
    "seat": words("of for in to at"),
    "last": words("of for on against"),
    "forum": words("of on for to against between among On"),
    "text": words(
        """of on for to between among against in concerning regarding relating Of On For Between Among To Concerning
    Including In governing Governing Relating Regarding Against"""
    ),
    "event": words("of on for between among On For"),
    "site": words("of"),
}
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


# Endings that words of the language have and names have not.
_DERIVED = re.compile(
    r"(?:tions?|ments?|ness|ilit(?:y|ies)|alit(?:y|ies)|ivity|isms?|ships?|ical|ional|i[sz]ing|ological|ability)\Z"
)
_CLASSES = (INSTRUMENT, AGENCY_FIRST | AGENCY_LAST | BODY_LAST, PLACE_LAST, FORUM, EVENT)


def common_word(word: str) -> bool:
    """Tell whether a capitalised word is a word of the language that names are made of, rather than a name by itself.

    >>> common_word("Security"), common_word("Okinawa")
    (True, False)
    """
    if word in COMMON or word in HEADS or (word[-1:] == "s" and word[:-1] in COMMON):
        return True
    return len(word) > 7 and _DERIVED.search(word) is not None


def is_name(line: Line, marks: str, i: int) -> bool:
    """Tell whether token ``i`` can be a word of a name."""
    if not 0 <= i < len(marks) or marks[i] not in NAME_MARKS:
        return False
    return marks[i] not in "CA" or (line.tokens[i].text not in OPENERS and line.tokens[i].text not in MONTHS)


def left_edge(line: Line, marks: str, at: int) -> int:
    """Give the index of the first token of the name whose head is the token ``at``."""
    tokens, first, i, listing = line.tokens, at, at - 1, False
    while i >= 0:
        mark, word = marks[i], tokens[i].text
        if is_name(line, marks, i):
            if word in TITLE_STARTS and marks[i + 1] != "'" and not common_word(word):
                break
            first = i
        elif mark in "-/":
            if not (is_name(line, marks, i - 1) and is_name(line, marks, i + 1)):
                break
        elif mark == "~":
            if not (i and marks[i - 1] == "S" and marks[i + 1] == "S"):
                break
        elif mark == "'":
            if tokens[i - 1].text not in PLURAL_OWNERS or marks[i - 1] not in "CA":
                break
        elif word in _AND or word == ",":
            if word != "," and i and tokens[i - 1].text == ",":
                i -= 1
                listing = True
            if not _crosses(line, marks, i, at, listing):
                break
            listing = True
        elif word == "of":
            act = tokens[at].text in ("Act", "Bill", "Law") and common_word(tokens[i - 1].text)
            meeting = tokens[at].text in EVENT and tokens[i - 1].text in _CROSS_OF
            if i + 1 >= at or not (act or meeting):
                break
        elif mark == "9":
            if not is_name(line, marks, i - 1 - (i > 0 and marks[i - 1] == "-")):
                break
        elif mark == ")" and i >= 3 and marks[i - 1] in "ACO" and marks[i - 2] == "(" and is_name(line, marks, i - 3):
            i -= 2
        else:
            break
        i -= 1
    return first


def _crosses(line: Line, marks: str, i: int, at: int, listing: bool) -> bool:
    """Tell whether a name goes on to the left over "and" or a comma at token ``i``."""
    tokens = line.tokens
    after = i + 1 + (tokens[i + 1].text in _AND)
    if after >= at or not is_name(line, marks, i - 1):
        return False
    if marks[i - 1] == "S" and marks[i + 1] == "S" and tokens[i].text != ",":
        return tokens[at].text in EVENT or tokens[at].text in (
            "Forum",
            "Dialogue",
            "Committee",
            "Commission",
            "Council",
        )
    if tokens[i].text == "," and not listing:
        return False
    return _joined(line, marks, i - 1, after) and not _ends_name(line, marks, i - 1, at)


def _ends_name(line: Line, marks: str, i: int, at: int) -> bool:
    """Tell whether token ``i`` is the head of a name of its own, of the class of head ``at``, with words before it."""
    return at - i > 3 and _alike(line.tokens[i].text, line.tokens[at].text) and is_name(line, marks, i - 1)


def _alike(word: str, head: str) -> bool:
    return any(word in group and head in group for group in _CLASSES)


def _joined(line: Line, marks: str, before: int, after: int) -> bool:
    """Tell whether words on both sides of "and" or a comma are parts of one name."""
    return (
        marks[before] in "CAO"
        and marks[after] in "CAO"
        and common_word(line.tokens[before].text)
        and common_word(line.tokens[after].text)
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
            if tokens[i].text in _PARTICIPLES and i + 1 < size and tokens[i + 1].text in _THE:
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
    return j - i > 1 and _alike(line.tokens[j - 1].text, line.tokens[at].text)


def _list_end(line: Line, marks: str, i: int, at: int) -> int:
    """Give the end of a list ", X, Y and Z" of common words that begins with the comma at ``i``, or ``i``."""
    j = i
    while j + 1 < len(marks) and j - i < 24:
        word = line.tokens[j].text
        step = j + 1 if word == "," else j
        closed = line.tokens[step].text in _AND
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
        elif word in _AND:
            step = _coordinate(line, marks, at, last, between)
        elif word == "," and last > at + 1:
            if between:
                also = last + 1 + (tokens[last + 1].text in _AND)
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
    """Give where the region begins with which a body's name ends, told by letters in brackets: "in the Sahel (CILSS)"."""
    step = i + 1 + (line.tokens[i + 1].text in _THE)
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
    while step < size and tokens[step].text in _THE:
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
    if marks[step] == "O" and common_word(line.tokens[i - 1].text) and line.tokens[i - 2].text in _THE:
        return step
    return step if _joined(line, marks, i - 1, step) and not _starts_other(line, marks, step, at) else 0


def name_at(line: Line, number: int, marks: str, at: int, joins: str) -> Sighting:
    """Give the name around the head at token ``at``, whatever its length; its class is still open."""
    head = line.tokens[at].text
    first = left_edge(line, marks, at)
    last = right_edge(line, marks, at, _JOINS["seat" if head in SEATS else joins])
    core = first
    while core < at and marks[core] in "SD":
        end = core
        while marks[end] == marks[core]:
            end += 1
        if marks[end] in "-/~" or line.tokens[end].text in _AND:
            break
        core = end
    return Sighting(number, first, last, "", head=head, core=core, tail=_tail(line, marks, first, at, last))


def _tail(line: Line, marks: str, first: int, at: int, last: int) -> int:
    """Give where an owner behind the name proper begins: "of Peru", "of the Cabinet Office"; else ``last``."""
    head, joins = line.tokens[at].text, [i for i in range(at + 1, last) if line.tokens[i].text == "of"]
    if not joins or (head in AGENCY_FIRST and len(joins) < 2 and first == at):
        return last
    i = joins[-1]
    step = i + 1 + (line.tokens[i + 1].text in _THE)
    of_state = all(mark == "S" for mark in marks[step:last])
    of_body = head not in INSTRUMENT | EVENT and (
        all(mark == "O" for mark in marks[step:last])
        or line.tokens[step].text in AGENCY_FIRST | {"Cabinet"}
        or line.tokens[last - 1].text in AGENCY_LAST
    )
    return i if of_state or of_body else last
