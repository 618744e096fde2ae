"""Names with a head, found in lines: each head word of a line, grown to its name and judged."""

from __future__ import annotations

from graph_builder.language.complements import SEATS
from graph_builder.language.kinds import judged, type_of
from graph_builder.language.person_words import POST_PLURALS, POSTS
from graph_builder.language.phrases import name_at
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import (
    AGENCY_FIRST,
    FORUM,
    HEADS,
    INSTRUMENT,
    ORGANIZATION,
    PLACE_FIRST,
    PLACE_LAST,
    words,
)
from graph_builder.language.wording import NAME_MARKS, common_word, is_name

_OPENING_JOINS = words("of for on between to concerning relating among against")


def headed_names(line: Line, number: int, marks: str) -> list[Sighting]:
    """Find every name with a head in a line; names may overlap. ``marks`` are its kinds with listed names marked.

    Lines in capitals give nothing; in a title-case line the name must fill the space between small words.
    """
    found: list[Sighting] = []
    if line.case == "capitals":
        return found
    for at, token in enumerate(line.tokens):
        if token.text not in HEADS or not (marks[at] in "CA" or (marks[at] == "O" and _outgrows(line, marks, at))):
            continue
        if _goes_on(line, marks, at) or (at == 0 and not _opens(line, marks)):
            continue
        if token.text == "Government" and at > 1 and line.tokens[at - 2].text == "State":
            continue
        seen = name_at(line, number, marks, at, _joins(token.text))
        type_ = type_of(judged(line, marks, seen, at))
        own_title = token.text.startswith("Statement") and line.zone != "body"
        if type_ and _fits(line, marks, seen) and not own_title:
            found.append(seen._replace(type=type_))
    return found


def _goes_on(line: Line, marks: str, at: int) -> bool:
    """Tell whether the word is no head here, because its name goes on: "Security Council Resolution"."""
    after = at + 1
    if after >= len(marks) or marks[after] not in "CA" or not is_name(line, marks, after):
        return False
    word = line.tokens[after].text
    if word in HEADS:
        return True
    if word in POST_PLURALS:
        return True
    if word in POSTS:
        return line.tokens[at].text in (
            "Cabinet",
            "Council",
            "Security",
            "Policy",
            "Program",
            "Programme",
            "Commission",
        )
    return common_word(word)


def _outgrows(line: Line, marks: str, at: int) -> bool:
    """Tell whether a listed name is but the end of a longer one: "Peace and *Security Council*", "*Embassy* in ..."."""
    if line.tokens[at].text in SEATS or (line.tokens[at].text in AGENCY_FIRST and _lists_on(line, marks, at)):
        return True
    first = at
    while first > 0 and marks[first - 1] == "O":
        first -= 1
    joined = first > 1 and line.tokens[first - 1].text in ("and", "&") and first < at
    return (
        joined
        and marks[first - 2] == "C"
        and common_word(line.tokens[first - 2].text)
        and common_word(line.tokens[first].text)
    )


def _lists_on(line: Line, marks: str, at: int) -> bool:
    """Tell whether more words of a body's field follow a listed name: "*Ministry of Transport* and Communications"."""
    end = at
    while end < len(marks) and marks[end] == "O":
        end += 1
    if end + 1 >= len(marks) or line.tokens[end].text not in ("and", ",", "&"):
        return False
    after = line.tokens[end + 1].text
    return marks[end + 1] == "C" and common_word(after) and after not in HEADS


def _opens(line: Line, marks: str) -> bool:
    return len(line.tokens) > 1 and (marks[1] in NAME_MARKS or line.tokens[1].text in _OPENING_JOINS)


def _joins(head: str) -> str:
    if head in PLACE_FIRST and head not in INSTRUMENT:
        return "site"
    if head in INSTRUMENT:
        return "text"
    if head in FORUM and head not in ("Group", "Network", "Council", "Club"):
        return "forum"
    if head in AGENCY_FIRST:
        return "first"
    return "site" if head in PLACE_LAST and head not in ORGANIZATION else "last"


def _fits(line: Line, marks: str, seen: Sighting) -> bool:
    """In a title-case line, refuse a name that has swallowed the words of a sentence."""
    span = range(seen.first, seen.last)
    return line.case != "title" or all(_fitting(line.tokens[i].text) for i in span if marks[i] in "CA")


def _fitting(word: str) -> bool:
    return common_word(word) or word.lower() in ("for", "of", "on", "in", "and", "to", "with", "between", "against")
