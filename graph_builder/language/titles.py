"""Titles of posts: "Deputy Secretary of State", "Peru's Foreign Minister", "administrator for NASA's Office".

A title is read around its head ("Minister"): to the left what grades it ("Deputy", "Prime", "Foreign") and whose it is
("U.S.", "Japan's", "Treasury"), to the right what it is of ("of Foreign Affairs of the Republic of Peru").
"""

from __future__ import annotations

from typing import NamedTuple

from graph_builder.language.phrases import common_word
from graph_builder.language.scenes import Scene
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import words_of
from graph_builder.language.vocabulary import (
    COMMON,
    FORMERLY,
    LOWER_LEADS,
    MONTHS,
    OPENERS,
    POST_LEADS,
    POST_PLURALS,
    POSTS,
    words,
)

_LOWER_POSTS = frozenset(p.lower() for p in POSTS) - {
    "general",
    "principal",
    "elect",
    "justice",
    "head",
    "chair",
    "manager",
}
_LOWER_PLURALS = frozenset(p.lower() for p in POST_PLURALS) - {"heads", "chairs", "generals", "managers", "experts"}
_JOINS = frozenset(("of", "for", "to", "on", "at", "from"))
_THE = frozenset(("the", "The", "a", "an", "its", "his", "her", "their"))
_SECOND = frozenset(("General", "general", "Elect", "elect", "Extraordinary", "Designate", "designate", "Emeritus"))
_OFFICES = words(
    """President Prime Minister Chairman Chairperson Chair King Secretary General Premier Chancellor Treasury
    Governor Queen"""
)
_CHAIRS = words("Chair Chairman Chairperson Chairmanship Presidency President Secretary")
_NO_PORTFOLIO = MONTHS | {"Republic", "Kingdom", "Guest"}


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


_PEERS = words("counterpart counterparts homologue")


def is_post(word: str) -> bool:
    """Tell whether a word can be the head of a title.

    >>> is_post("Minister"), is_post("spokesperson"), is_post("Treaty")
    (True, True, False)
    """
    return word in POSTS or word in POST_PLURALS or word in _LOWER_POSTS or word in _LOWER_PLURALS or word in _PEERS


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
    last, organization, post_stop, weak = _right(scene, stop)
    former = any(t.text in FORMERLY for t in tokens[max(0, first - 2) : start])
    plural = word in POST_PLURALS or word in _LOWER_PLURALS or word == "counterparts"
    post = words_of(tokens[start:post_stop])
    if word in _PEERS:
        post = ""
    elif plural:
        singular = POST_PLURALS.get(word) or POST_PLURALS[word.capitalize()].lower()
        post = post.replace(word, singular, 1)
    return Title(
        first,
        last,
        start,
        post_stop,
        post,
        organization if organization and not weak else owner or organization,
        former,
        plural,
    )


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


def _right(scene: Scene, i: int) -> tuple[int, Sighting | None, int, bool]:
    """Read what a post is of. Gives the end of all, the organization, where the words of the post end, and whether the
    organization is but the one to which the holder is sent ("Ambassador to the African Union").
    """
    tokens, marks, begins = scene.line.tokens, scene.marks, scene.begins
    size, organization, stop = len(tokens), None, i
    first, weak = True, False
    while i < size:
        word = tokens[i].text
        if word == "(" and i + 2 < size and marks[i + 1] in "AO" and tokens[i + 2].text == ")":
            named = begins.get(i + 1)
            if named is not None and organization is None and named.type == "Agency":
                organization = named
            i += 3
            continue
        if word == "for" and [t.text for t in tokens[i + 1 : i + 4]] == ["the", "month", "of"]:
            i += 5
            i += i < size and tokens[i].kind == "9"
            continue
        j = i + 1
        if word == "in" and [t.text for t in tokens[i + 1 : i + 3]] == ["charge", "of"]:
            j = i + 3
        elif word == ",":
            named = begins.get(j) or (begins.get(j + 1) if j < size and tokens[j].text == "the" else None)
            if named is None or organization is not None or named.type not in ("Agency", "Organization"):
                break
            return named.last, named, stop, False
        elif word not in _JOINS:
            break
        while j < size and tokens[j].text in _THE:
            j += 1
        named = begins.get(j)
        if named is not None and named.kind != "demonym":
            end = named.last
            if end < size and marks[end] == "'" and begins.get(end + 1):
                named = begins[end + 1]
                end = named.last
            if word in ("of", "from") or named.type not in ("State", "Place"):
                weak = word in ("to", "at", "on") and organization is None
                organization = organization if organization is not None and organization.type == "Agency" else named
                if named.type not in ("State", "Place") and not first:
                    organization = named
            if word in ("to",):
                stop = end
            if end < size and tokens[end].text in _CHAIRS and marks[end] == "C":
                organization, end = None, end + 1
                stop = end
            i = end
            first = False
            continue
        end = portfolio_end(scene, j)
        if end == j:
            break
        i = stop = end
        first = False
    if stop == i and first and organization is None:
        end = portfolio_end(scene, i)
        if end - i >= 2 and end < size and marks[end] in "CA" and not common_word(tokens[end].text):
            i = stop = end
    return i, organization, stop, weak


def portfolio_end(scene: Scene, i: int) -> int:
    """Give the end of a portfolio that begins at token ``i`` (common words, "and", lists); ``i`` where none is."""
    tokens, marks = scene.line.tokens, scene.marks
    size, end = len(tokens), i
    while end < size:
        word, mark = tokens[end].text, marks[end]
        if mark in "CA" and _portfolio(word):
            end += 1
        elif mark == "-" and end > i and end + 1 < size and (_portfolio(tokens[end + 1].text) or marks[end + 1] == "x"):
            end += 2
        elif (
            mark == "x"
            and word.capitalize() in COMMON
            and (end == i or marks[end - 1] == "x" or tokens[end - 1].text == "and")
        ):
            end += 1
        elif word in ("and", "&", ",") and end > i:
            j = end + 1
            if word == "," and j < size and tokens[j].text in ("and", "&"):
                j += 1
            if (
                j < size
                and marks[j] in "CAx"
                and (tokens[j].text in COMMON or (marks[j] == "x" and tokens[j].text.capitalize() in COMMON))
            ):
                if is_post(tokens[j].text) or (tokens[j].text in POST_LEADS and word != ","):
                    break
                if word == "," and not _closes(scene, end):
                    break
                end = j + 1
            else:
                break
        else:
            break
    while end > i and tokens[end - 1].text in ("and", ","):
        end -= 1
    return end


def _portfolio(word: str) -> bool:
    return (word in COMMON or word in _OFFICES) and word not in _NO_PORTFOLIO


def _closes(scene: Scene, i: int) -> bool:
    """Tell whether a list that goes on at the comma ``i`` ends with "and" and a common word, all its words common."""
    tokens, marks = scene.line.tokens, scene.marks
    for j in range(i + 1, min(i + 16, len(tokens) - 1)):
        word = tokens[j].text
        if word in ("and", "&"):
            return marks[j + 1] in "CA" and tokens[j + 1].text in COMMON
        if word != "," and not (marks[j] in "CA" and word in COMMON):
            return False
    return False
