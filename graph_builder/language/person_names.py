"""Names of persons as they stand in a line: honorifics, family name in capitals, particles, nicknames, suffixes.

Gives where a name begins and ends. Whose name it is, which later words repeat it, and which part is the family name, is
told in ``persons``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph_builder.language.person_words import HONORIFICS
from graph_builder.language.scenes import Scene

# A pattern over the letters of a scene (see ``Scene``): words and initials, "al-", "van der", a nickname in quotation
# marks or brackets, at the end a word that is a state's name too.
_WORD = r"N(?:-[NxS])*"
_NAME = re.compile(
    rf"I*(?:{_WORD}|p-?{_WORD}|[mS](?=-?I*[Np]))(?:-m|-?{_WORD}|I|M|qNq|\([Nm]\)(?=N)|p{{1,3}}-?(?:{_WORD}|S))*(?:S(?!-)|m(?=\Z))?"
)
_AFTER = re.compile(r",?j|a+")
_LONGEST = 14


class PersonName(NamedTuple):
    """A person's name in a line: its tokens from ``first`` to ``last`` without honorific and suffix; ``words`` are its
    words without initials, nickname and suffix; ``nickname`` stood in quotation marks; ``end`` is after a suffix,
    ``junior`` after "Jr." if there is one.
    """

    line: int
    first: int
    last: int
    words: tuple[str, ...]
    nickname: str
    end: int
    honorific: bool
    junior: int = 0


def skip_honorifics(scene: Scene, i: int) -> int:
    """Give the index after the article and honorifics that begin at token ``i``; ``i`` where there are none."""
    tokens = scene.line.tokens
    size, j = len(tokens), i
    if j + 2 < size and tokens[j].text in ("H.", "H") and tokens[j + 1].text in ("E.", "E"):
        j += 2
        j += tokens[j].text == "."
    seen = j > i
    while j < size and (
        tokens[j].text in HONORIFICS
        or (seen and tokens[j].text in (".", "(", ")") and j + 1 < size and tokens[j + 1].text in HONORIFICS)
        or (tokens[j].text in ("the", "The") and j + 1 < size and tokens[j + 1].text in HONORIFICS)
    ):
        seen = True
        j += 1
        if j < size and tokens[j].text in (".", "'") and tokens[j - 1].text in HONORIFICS:
            j += 1
    return i if j < size and tokens[j].text in ("of", "and", "for", "to") else j


def name_from(scene: Scene, i: int, forced: bool = False) -> PersonName | None:
    """Read a person's name that begins at token ``i``, honorifics before it included.

    ``forced``: a title before it says that a person is named, so one word is enough.
    """
    start = skip_honorifics(scene, i)
    honorific = start > i
    match = _NAME.match(scene.letters, start, min(start + _LONGEST, len(scene.letters)))
    if match is not None and scene.letters[start] == "S" and not (forced or honorific):
        return None
    if match is None:
        if not honorific or scene.letters[start : start + 1] != "m":
            return None
        last = start + 1
    else:
        last = match.end()
    tokens, kinds = scene.line.tokens, scene.letters
    parts: list[str] = []
    nickname = ""
    for j in range(start, last):
        letter, word = kinds[j], tokens[j].text
        if letter == "I" or letter in "q()":
            continue
        if j > start and kinds[j - 1] in "q(" and j + 1 < len(kinds) and kinds[j + 1] in "q)":
            nickname = word
        elif letter == "-" or (j > start and kinds[j - 1] == "-" and parts):
            parts[-1] += word
        else:
            parts.append(word)
    if letter_only(parts, kinds[start:last], forced, honorific):
        return None
    after = _AFTER.match(kinds, last)
    end = after.end() if after else last
    return PersonName(
        scene.number, start, last, tuple(parts), nickname, end, honorific, end if _junior(kinds, end) else 0
    )


def _junior(kinds: str, end: int) -> bool:
    return kinds[end - 1] == "j"


def letter_only(parts: list[str], letters: str, forced: bool, honorific: bool) -> bool:
    """Tell whether a reading is too little for a name: one word that nothing announces, or an acronym alone."""
    if not parts:
        return True
    if len(parts) > 1 or honorific:
        return False
    acronym = parts[0].isupper() and len(parts[0]) > 1
    return acronym or not (forced or "I" in letters)


def name_before(scene: Scene, i: int) -> PersonName | None:
    """Read a person's name of two words or more that ends right before token ``i``."""
    for first in range(max(0, i - _LONGEST), i - 1):
        if first and scene.letters[first - 1] in "N-I" and scene.letters[first] != "I":
            continue
        found = name_from(scene, first)
        if found is not None and found.end == i and len(found.words) > 1:
            return found
    return None
