"""Titles of posts: "Deputy Secretary of State", "Peru's Foreign Minister", "administrator for NASA's Office".

A title is read around its head ("Minister"): to the left what grades it ("Deputy", "Prime", "Foreign") and whose it is
("U.S.", "Japan's", "Treasury"), to the right what it is of ("of Foreign Affairs of the Republic of Peru").
"""

from __future__ import annotations

from typing import NamedTuple

from graph_builder.language.person_words import (
    FORMERLY,
    LOWER_LEADS,
    LOWER_PLURALS,
    PEERS,
    POST_LEADS,
    POST_PLURALS,
    POSTS,
    is_post,
)
from graph_builder.language.scenes import Scene
from graph_builder.language.sightings import Sighting
from graph_builder.language.title_ends import read_ending
from graph_builder.language.tokens import words_of
from graph_builder.language.vocabulary import COMMON, MONTHS, OPENERS, words

_THE = frozenset(("the", "The", "a", "an", "its", "his", "her", "their"))
_SECOND = frozenset(("General", "general", "Elect", "elect", "Extraordinary", "Designate", "designate", "Emeritus"))


class Title(NamedTuple):
    """A title as it stands: its tokens from ``first`` to ``last`` with owner and complement, the words of the post from
    ``start`` to ``stop``; ``organization`` is the name whose post it is; ``plural`` where several persons share it.
    """

    first: int
    last: int
    start: int
    stop: int
    post: str
    organization: Sighting | None
    former: bool
    plural: bool


def title_at(scene: Scene, at: int) -> Title | None:
    """Read the title whose head is token ``at``, or None where the head goes on ("Prime" in "Prime Minister")."""
    tokens, marks = scene.line.tokens, scene.marks
    size, word = len(tokens), tokens[at].text
    stop = at + 1
    if stop < size and marks[stop] == "-" and stop + 1 < size and tokens[stop + 1].text in _SECOND:
        stop += 2
    elif stop < size and tokens[stop].text in _SECOND:
        stop += 1
    if stop < size and is_post(tokens[stop].text) and tokens[stop].text not in ("Elect", "elect"):
        return None
    if stop + 1 < size and marks[stop] == "-" and is_post(tokens[stop + 1].text):
        return None
    start = _left(scene, at)
    owner, first = _owner(scene, start)
    ending = read_ending(scene, stop)
    former = any(t.text in FORMERLY for t in tokens[max(0, first - 2) : start])
    plural = word in POST_PLURALS or word in LOWER_PLURALS or word == "counterparts"
    post = words_of(tokens[start : ending.stop])
    if word in PEERS:
        post = ""
    elif plural:
        singular = POST_PLURALS.get(word) or POST_PLURALS[word.capitalize()].lower()
        post = post.replace(word, singular, 1)
    whose = ending.organization if ending.organization and not ending.weak else owner or ending.organization
    return Title(first, ending.last, start, ending.stop, post, whose, former, plural)


def _left(scene: Scene, at: int) -> int:
    tokens, marks = scene.line.tokens, scene.marks
    i = at
    while i > 0:
        word, mark = tokens[i - 1].text, marks[i - 1]
        if (
            mark in "CA"
            and (word in COMMON or word in POST_LEADS or word in POSTS)
            and word not in MONTHS
            and word != "United"
        ):
            if word in OPENERS and word not in POST_LEADS:
                break
            i -= 1
        elif mark == "x" and word in LOWER_LEADS:
            i -= 1
        elif (
            mark == "-"
            and i >= 2
            and marks[i - 2] in "CAx"
            and (tokens[i - 2].text in COMMON | POST_LEADS | POSTS | LOWER_LEADS)
        ):
            i -= 2
        elif (
            word in ("and", "&")
            and i >= 2
            and marks[i - 2] in "CA"
            and tokens[i - 2].text in COMMON
            and tokens[i].text in COMMON
        ):
            if is_post(tokens[i - 2].text):
                break
            i -= 1
        else:
            break
    while i < at and tokens[i].text in FORMERLY:
        i += 1
    return i


_BARRIERS = words(
    """of to in on at and or with by for from as that said told is was are were has have had will would the a an"""
)


def _owner(scene: Scene, start: int) -> tuple[Sighting | None, int]:
    """Find whose post it is from what stands right before the title, and where the whole begins."""
    tokens, marks = scene.line.tokens, scene.marks
    i = start
    for _ in range(5):
        if i == 0:
            break
        owner = scene.ends.get(i)
        if (owner and owner.type != "Place") or (owner and owner.kind == "metonym"):
            return owner, owner.first
        if marks[i - 1] == "'":
            owner = scene.ends.get(i - 1)
            return (owner, owner.first) if owner else (None, i)
        word = tokens[i - 1].text
        if marks[i - 1] in "x-" and word not in _BARRIERS and word not in _THE:
            i -= 1
            continue
        break
    return None, start
