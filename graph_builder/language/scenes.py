"""A line set up for the grammars of titles and persons: what begins and ends at each token, and what may be a name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from graph_builder.language.person_words import AFTER_NAME, JUNIOR, PARTICLES, POST_LEADS, POST_PLURALS, POSTS
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import MONTHS, OPENERS, words
from graph_builder.language.wording import common_word

# Words of the language that are given or family names too, where another name follows: "Bill Clark", "He Ping".
_ALSO_NAMES = words(
    """He An So Do Will May April June August Jun Mar Can Le Both Van Most Many Long Sun Dear Even Late"""
)


_NEVER_NAMES = words("""Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Hon. H.E. H.E HE Messrs. Excellency Excellencies""")


class Scene(NamedTuple):
    """A line with what was found in it: the longest name that begins, and that ends, at each token.

    ``letters`` tells of each token what it can be in a person's name: ``N`` a name, ``m`` a word of the language that
    may be one where a name follows, ``M`` a month that may be one, ``I`` initial, ``p`` particle, ``S`` a state's or
    place's name, ``j`` junior, ``a`` letters after a name; other tokens keep their kind.
    """

    line: Line
    number: int
    marks: str
    begins: dict[int, Sighting]
    ends: dict[int, Sighting]
    letters: str


def scene(line: Line, number: int, marks: str, found: list[Sighting]) -> Scene:
    """Set up a line and its names."""
    begins: dict[int, Sighting] = {}
    ends: dict[int, Sighting] = {}
    for one in sorted(found, key=lambda f: (f.kind != "description", f.last - f.first, bool(f.refs))):
        if one.type in ("State", "Agency", "Organization", "Forum", "Place"):
            begins[one.first] = one
            if one.kind != "description":
                ends[one.last] = one
    letters = "".join(_letter(line, marks, i, begins) for i in range(len(marks)))
    return Scene(line, number, marks, begins, ends, letters)


def _letter(line: Line, marks: str, i: int, begins: dict[int, Sighting]) -> str:
    if marks[i] in "SP":
        one = begins.get(i)
        return "S" if one is not None and one.last == i + 1 and one.kind in ("name", "metonym") else "."
    return _of_word(line.tokens[i].text, marks[i])


@lru_cache(maxsize=1 << 16)
def _of_word(word: str, mark: str) -> str:
    """Give the letter of a word that no table lists."""
    if word in _NEVER_NAMES:
        return "."
    if mark == "x":
        return "p" if word in PARTICLES else "x"
    if mark not in "CAI":
        return "." if mark in "DOT" else mark
    if word in JUNIOR:
        return "j"
    if mark == "I":
        return "I"
    if word in PARTICLES:
        return "p"
    if word in AFTER_NAME:
        return "a"
    if word in MONTHS:
        return "M" if word in _ALSO_NAMES else "."
    if word in OPENERS:
        return "m" if word in _ALSO_NAMES else "."
    if word in POSTS or word in POST_LEADS or word in POST_PLURALS:
        return "."
    return "m" if common_word(word) else "N"
