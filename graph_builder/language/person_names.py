"""Names of persons as they stand in a line: honorifics, family name in capitals, particles, nicknames, suffixes.

Gives where a name begins and ends, and what is its family name as far as the name alone can tell. Whose name it is, and
which later words repeat it, is told in ``persons``.
"""

from __future__ import annotations

from typing import NamedTuple

from graph_builder.language.phrases import common_word
from graph_builder.language.titles import Scene, is_post
from graph_builder.language.vocabulary import (
    AFTER_NAME,
    COMMON,
    HEADS,
    HONORIFICS,
    JUNIOR,
    MONTHS,
    OPENERS,
    PARTICLES,
    POSTS,
)

_LONGEST = 7
# Months that are given names too.
_GIVEN_MONTHS = frozenset(("Jun", "May", "April", "June", "August", "Mar"))


class PersonName(NamedTuple):
    """A person's name in a line: its tokens from ``first`` to ``last`` without honorific and suffix; ``words`` are its
    words without initials, nickname and suffix; ``nickname`` stood in quotation marks; ``end`` is after a suffix.
    """

    line: int
    first: int
    last: int
    words: tuple[str, ...]
    nickname: str
    end: int
    honorific: bool


def skip_honorifics(scene: Scene, i: int) -> int:
    """Give the index after the article and honorifics that begin at token ``i``; ``i`` where there are none."""
    tokens = scene.line.tokens
    size, j, seen = len(tokens), i, False
    while j < size and (
        tokens[j].text in HONORIFICS
        or (seen and tokens[j].text in (".", "(", ")") and j + 1 < size and tokens[j + 1].text in HONORIFICS)
        or (tokens[j].text in ("the", "The") and j + 1 < size and tokens[j + 1].text in HONORIFICS)
    ):
        seen = True
        j += 1
        if j < size and tokens[j].text == "." and tokens[j - 1].text in HONORIFICS:
            j += 1
        if j < size and tokens[j].text == "'" and tokens[j - 1].text in ("Dato", "Da"):
            j += 1
    if j < size and tokens[j].text in ("of", "and", "for"):
        return i
    return j


def name_from(scene: Scene, i: int, forced: bool = False) -> PersonName | None:
    """Read a person's name that begins at token ``i``, honorifics before it included.

    ``forced``: a title or honorific before it says that a person is named, so one word is enough.
    """
    tokens, marks = scene.line.tokens, scene.marks
    start = skip_honorifics(scene, i)
    honorific = start > i
    size, j = len(tokens), start
    words: list[str] = []
    nickname = ""
    while j < size and j - start < _LONGEST:
        word, mark = tokens[j].text, marks[j]
        if mark in "CA" and _may_be_name(scene, j, bool(words), honorific):
            if word in AFTER_NAME and words:
                break
            words.append(word)
        elif mark == "I" and ((j + 1 < size and marks[j + 1] in "CAI") or words):
            pass
        elif mark == "-" and words and j + 1 < size and marks[j + 1] in "CAx" and tokens[j].start == tokens[j - 1].end:
            if marks[j + 1] == "x" and tokens[j + 1].end - tokens[j + 1].start > 6:
                break
            words[-1] += "-" + tokens[j + 1].text
            j += 1
        elif (
            word in PARTICLES
            and j + 1 < size
            and (marks[j + 1] in "CAS" or tokens[j + 1].text in PARTICLES or marks[j + 1] == "-")
        ):
            if not words and not forced and not honorific:
                break
            if word in ("y", "e", "de") and not words:
                break
            if marks[j + 1] == "-":
                if j + 2 >= size or marks[j + 2] not in "CA":
                    break
                words.append(word + "-" + tokens[j + 2].text)
                j += 2
            else:
                words.append(word)
        elif mark in "SDP" and words and _may_end(scene, j):
            words.append(word)
        elif (mark == "q" and words and j + 2 < size and marks[j + 1] in "CA" and marks[j + 2] == "q") or (
            word == "("
            and words
            and j + 3 < size
            and marks[j + 1] in "C"
            and tokens[j + 2].text == ")"
            and marks[j + 3] in "CA"
        ):
            nickname = tokens[j + 1].text
            j += 2
        else:
            break
        j += 1
    while words and words[-1] in PARTICLES:
        words.pop()
        j -= 1
    if not words or not (len(words) > 1 or forced or honorific or any(m == "I" for m in marks[start:j])):
        return None
    if (
        all(w.isupper() and len(w) > 1 for w in words)
        and scene.line.case != "capitals"
        and not honorific
        and len(words) == 1
    ):
        return None
    end = j
    if end + 1 < size and tokens[end].text == "," and tokens[end + 1].text in JUNIOR:
        end += 2
    while end < size and tokens[end].text in AFTER_NAME:
        end += 1
    return PersonName(scene.number, start, j, tuple(words), nickname, end, honorific)


def _may_be_name(scene: Scene, j: int, inside: bool, honorific: bool) -> bool:
    word = scene.line.tokens[j].text
    if word in OPENERS or word in MONTHS:
        after = scene.marks[j + 1] if j + 1 < len(scene.marks) else "."
        return inside and word in _GIVEN_MONTHS and after not in "91" and scene.line.tokens[j - 1].kind in "CA"
    if not inside:
        return (not common_word(word) or honorific) and not is_post(word)
    return not (word in HEADS or word in POSTS or word in COMMON)


def _may_end(scene: Scene, j: int) -> bool:
    """Tell whether a state's or place's name is the last word of a person's name ("Jason Israel")."""
    one = scene.begins.get(j)
    after = scene.line.tokens[j + 1].text if j + 1 < len(scene.line.tokens) else "."
    return (
        one is not None and one.last == j + 1 and after != "-" and scene.marks[j] in "SP" and scene.marks[j - 1] in "C"
    )


def name_before(scene: Scene, i: int) -> PersonName | None:
    """Read a person's name of two words or more that ends right before token ``i``."""
    tokens, marks = scene.line.tokens, scene.marks
    first = i
    while first > 0 and i - first < _LONGEST:
        word, mark = tokens[first - 1].text, marks[first - 1]
        known = mark in "CAI" and (word not in OPENERS and word not in MONTHS and word not in HEADS)
        if (
            known
            or mark == "-"
            or word in PARTICLES
            or mark == "q"
            or (mark == "S" and first == i)
            or word in AFTER_NAME
        ):
            if mark == "q" and not (
                (first >= 3 and marks[first - 3] == "q") or (first + 1 < len(marks) and marks[first + 1] == "q")
            ):
                break
            first -= 1
        elif word == "," and tokens[first].text in JUNIOR:
            first -= 1
        else:
            break
    while first < i:
        found = name_from(scene, first)
        if found is not None and found.end == i and len(found.words) > 1:
            return found
        first += 1
    return None
