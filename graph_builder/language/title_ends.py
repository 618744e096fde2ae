"""What a post is of: "of Foreign Affairs", "for NASA's Office", "in charge of security"."""

from __future__ import annotations

from typing import NamedTuple

from graph_builder.language.person_words import POST_LEADS, is_post
from graph_builder.language.scenes import Scene
from graph_builder.language.sightings import Sighting
from graph_builder.language.vocabulary import COMMON, MONTHS, words
from graph_builder.language.wording import common_word

_JOINS = frozenset(("of", "for", "to", "on", "at", "from"))
_THE = frozenset(("the", "The", "a", "an", "its", "his", "her", "their"))
_OFFICES = words(
    """President Prime Minister Chairman Chairperson Chair King Secretary General Premier Chancellor Treasury
    Governor Queen"""
)
_CHAIRS = words("Chair Chairman Chairperson Chairmanship Presidency President Secretary")
_NO_PORTFOLIO = MONTHS | {"Republic", "Kingdom", "Guest"}


class Ending(NamedTuple):
    """How a title ends: after token ``last``, the words of the post at ``stop``; ``organization`` is whose post it is,
    ``weak`` where it is but the one to which the holder is sent ("Ambassador to the African Union").
    """

    last: int
    stop: int
    organization: Sighting | None = None
    weak: bool = False


def read_ending(scene: Scene, i: int) -> Ending:
    """Read what a post is of, from the token after the head of its title."""
    size = len(scene.line.tokens)
    ending = Ending(i, i)
    while ending.last < size:
        behind = _body_behind(scene, ending)
        if behind is not None:
            return behind
        more = _letters(scene, ending) or _month(scene, ending) or _step(scene, ending)
        if more is None:
            break
        ending = more
    if ending == Ending(i, i):
        return _bare_portfolio(scene, i)
    return ending


def _letters(scene: Scene, so_far: Ending) -> Ending | None:
    """Pass over letters in brackets: "Minister of Education (MEXT)"."""
    tokens, i = scene.line.tokens, so_far.last
    if i + 2 >= len(tokens) or tokens[i].text != "(" or scene.marks[i + 1] not in "AO" or tokens[i + 2].text != ")":
        return None
    named = scene.begins.get(i + 1)
    if named is not None and so_far.organization is None and named.type == "Agency":
        so_far = so_far._replace(organization=named)
    return so_far._replace(last=i + 3)


def _month(scene: Scene, so_far: Ending) -> Ending | None:
    """Pass over "for the month of June 2024"."""
    tokens, i = scene.line.tokens, so_far.last
    if [t.text for t in tokens[i : i + 4]] != ["for", "the", "month", "of"] or i + 5 >= len(tokens):
        return None
    return so_far._replace(last=i + 5 + (tokens[i + 5].kind == "9"))


def _body_behind(scene: Scene, so_far: Ending) -> Ending | None:
    """Read the body behind a comma: "Director General, National Space Policy Secretariat"."""
    tokens, i = scene.line.tokens, so_far.last
    if tokens[i].text != "," or so_far.organization is not None:
        return None
    named = scene.begins.get(i + 1)
    if named is None and i + 1 < len(tokens) and tokens[i + 1].text == "the":
        named = scene.begins.get(i + 2)
    if named is None or named.type not in ("Agency", "Organization"):
        return None
    return so_far._replace(last=named.last, organization=named)


def _step(scene: Scene, so_far: Ending) -> Ending | None:
    """Read one preposition and what it governs: a body, a state, a portfolio."""
    tokens, i = scene.line.tokens, so_far.last
    size, word, j = len(tokens), tokens[i].text, i + 1
    if word == "in" and [t.text for t in tokens[i + 1 : i + 3]] == ["charge", "of"]:
        j = i + 3
    elif word not in _JOINS:
        return None
    while j < size and tokens[j].text in _THE:
        j += 1
    named = scene.begins.get(j)
    if named is None or named.kind == "demonym":
        end = portfolio_end(scene, j)
        return so_far._replace(last=end, stop=end) if end > j else None
    end = named.last
    if end < size and scene.marks[end] == "'" and end + 1 in scene.begins:
        named = scene.begins[end + 1]
        end = named.last
    return _with_name(scene, so_far, word, named, end)


def _with_name(scene: Scene, so_far: Ending, word: str, named: Sighting, end: int) -> Ending:
    organization, weak, tokens = so_far.organization, so_far.weak, scene.line.tokens
    body = named.type not in ("State", "Place")
    if body or word in ("of", "from"):
        weak = word in ("to", "at", "on") and organization is None
        first = so_far.last == so_far.stop and organization is None
        if organization is None or organization.type != "Agency" or (body and not first):
            organization = named
    if end < len(tokens) and tokens[end].text in _CHAIRS and scene.marks[end] == "C":
        return Ending(end + 1, end + 1, None, weak)
    return Ending(end, end if word == "to" else so_far.stop, organization, weak)


def _bare_portfolio(scene: Scene, i: int) -> Ending:
    """Read a portfolio without preposition before a name: "Deputy Secretary Cyber and Infrastructure Security Lee"."""
    end = portfolio_end(scene, i)
    named = end < len(scene.marks) and scene.marks[end] in "CA" and not common_word(scene.line.tokens[end].text)
    return Ending(end, end) if end - i >= 2 and named else Ending(i, i)


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
