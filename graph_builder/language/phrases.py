"""How far a name with a head reaches: "Ministry of ...", "... Treaty on ...", "... Strait".

A head is a word that tells what is named. From it a name grows to the left over capitalised words, hyphens and the
possessives that stand inside names ("Leaders' Summit"), and to the right over complements. What a growing name may not
swallow: determiners, days, an owner's possessive, another name.
"""

from __future__ import annotations

from graph_builder.language.complements import SEATS, right_edge
from graph_builder.language.person_words import TITLE_STARTS
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import AGENCY_FIRST, AGENCY_LAST, EVENT, INSTRUMENT, PLURAL_OWNERS, words
from graph_builder.language.wording import AND, THE, alike, common_word, is_name, joined

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
        elif word in AND or word == ",":
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
    after = i + 1 + (tokens[i + 1].text in AND)
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
    return joined(line, marks, i - 1, after) and not _ends_name(line, marks, i - 1, at)


def _ends_name(line: Line, marks: str, i: int, at: int) -> bool:
    """Tell whether token ``i`` is the head of a name of its own, of the class of head ``at``, with words before it."""
    return at - i > 3 and alike(line.tokens[i].text, line.tokens[at].text) and is_name(line, marks, i - 1)


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
        if marks[end] in "-/~" or line.tokens[end].text in AND:
            break
        core = end
    return Sighting(number, first, last, "", head=head, core=core, tail=_tail(line, marks, first, at, last))


def _tail(line: Line, marks: str, first: int, at: int, last: int) -> int:
    """Give where an owner behind the name proper begins: "of Peru", "of the Cabinet Office"; else ``last``."""
    head, joins = line.tokens[at].text, [i for i in range(at + 1, last) if line.tokens[i].text == "of"]
    if not joins or (head in AGENCY_FIRST and len(joins) < 2 and first == at):
        return last
    i = joins[-1]
    step = i + 1 + (line.tokens[i + 1].text in THE)
    of_state = all(mark == "S" for mark in marks[step:last])
    of_body = head not in INSTRUMENT | EVENT and (
        all(mark == "O" for mark in marks[step:last])
        or line.tokens[step].text in AGENCY_FIRST | {"Cabinet"}
        or line.tokens[last - 1].text in AGENCY_LAST
    )
    return i if of_state or of_body else last
