"""Places that no table lists: "in Manado, Indonesia", "the city of Nanjing", "Changi naval base", "Camp Zama".

A capitalised word that is no word of the language is a place where a preposition of place stands before it and nothing
that persons, bodies or texts have around them. Once named so, it is that place in the whole document.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.language.person_words import PARTICLES, is_post
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import HEADS, PLACE_FIRST, words
from graph_builder.language.wording import common_word, is_name

_IN = words("in In at At near Near outside Outside across around throughout")
_GOING = words("""visit visits visited visiting to from toward towards via left leave reach reached arrived""")
_GOERS = words(
    """travel travels traveled travelled travelling trip flew fly flying visit visits headed return returned went
    gone came"""
)
_KINDS_OF = words(
    """city town village island port province region district state capital county municipality prefecture peninsula
    suburb"""
)
_LOWER_HEADS = words(
    """base airbase airport peninsula province islands island strait sea river bay archipelago prefecture oblast
    county desert atoll reef shoal valley seaport district governorate plateau mountains"""
)
_BEFORE_BASE = words("naval air military army navy marine international submarine missile")


def placed(line: Line, number: int, marks: str, taken: set[int]) -> list[Sighting]:
    """Find the places of a line by the words around them; ``taken`` tokens are named by other grammars."""
    found: list[Sighting] = []
    if line.case == "capitals":
        return found
    tokens = line.tokens
    for i in range(len(tokens)):
        if i in taken or not _proper(line, marks, i):
            continue
        if i and _continues(line, marks, i):
            continue
        last = _run(line, marks, i, taken)
        if (end := _with_head(line, last)) > last:
            found.append(Sighting(number, i, end, "Place"))
        elif line.case == "sentence" and _is_place(line, marks, i, last):
            found.append(Sighting(number, i, last, "Place"))
    for i, token in enumerate(tokens[:-1]):
        if token.text in PLACE_FIRST - HEADS or token.text == "Camp":
            last = _run(line, marks, i + 1, taken)
            if last > i + 1 and i not in taken and marks[i] in "CA":
                found.append(Sighting(number, i, last, "Place"))
    return found


def _proper(line: Line, marks: str, i: int) -> bool:
    word = line.tokens[i].text
    return marks[i] in "CA" and is_name(line, marks, i) and not common_word(word) and not is_post(word)


def _continues(line: Line, marks: str, i: int) -> bool:
    return _proper(line, marks, i - 1) or (marks[i - 1] == "-" and i > 1 and _proper(line, marks, i - 2))


def _run(line: Line, marks: str, i: int, taken: set[int]) -> int:
    """Give the end of a run of words that are no words of the language, with hyphens and particles."""
    j = i
    while j < len(marks) and j - i < 5:
        if j not in taken and _proper(line, marks, j):
            j += 1
        elif j > i and j + 1 < len(marks) and (marks[j] == "-" or line.tokens[j].text in PARTICLES):
            step = j + 1
            if marks[j] == "-" and marks[step] == "x" and step + 2 < len(marks) and marks[step + 1] == "-":
                step += 2
            if not _proper(line, marks, step):
                break
            j = step + 1
        else:
            break
    return j


def _is_place(line: Line, marks: str, first: int, last: int) -> bool:
    tokens, size = line.tokens, len(marks)
    before = tokens[first - 1].text if first else ""
    after = tokens[last].text if last < size else "."
    if last < size and marks[last] in "CASDO" and after not in PLACE_FIRST:
        return False
    if (
        tokens[first].kind == "A"
        and len(tokens[first].text) < 5
        and last == first + 1
        and not _comma_place(line, marks, last)
    ):
        return False
    if before in ("the", "The"):
        return False
    if before == "of" and first > 1 and tokens[first - 2].text in _KINDS_OF:
        return True
    if before in _IN:
        if before in ("at", "At", "around", "around") and last < size and marks[last] == "'":
            return False
        return not (last < size and marks[last] == "'" and last + 1 < size and marks[last + 1] in "CA")
    if before in ("to", "from", "visit", "visited", "visiting", "visits", "left", "reached", "outside"):
        goer = tokens[first - 2].text if first > 1 else ""
        return before not in ("to", "from") or goer in _GOERS or _comma_place(line, marks, last)
    if (
        before == "on"
        and after == ","
        and last + 2 < size
        and "island" in (tokens[last + 2].text, tokens[last + 1].text)
    ):
        return True
    return before in (",", "") and _comma_place(line, marks, last) and first < 3


def _comma_place(line: Line, marks: str, last: int) -> bool:
    """Tell whether ", Indonesia" or ", Texas" follows."""
    return last + 1 < len(marks) and line.tokens[last].text == "," and marks[last + 1] in "SP"


def _with_head(line: Line, last: int) -> int:
    tokens = line.tokens
    j = last
    while j < len(tokens) and tokens[j].text in _BEFORE_BASE:
        j += 1
    return j + 1 if j < len(tokens) and tokens[j].text in _LOWER_HEADS else last


def again(
    lines: Sequence[Line], marks: Sequence[str], found: Sequence[Sighting], taken: Sequence[set[int]]
) -> list[Sighting]:
    """Find the later and earlier uses of places that the words around them gave away somewhere."""
    known: dict[str, list[tuple[str, ...]]] = {}
    for seen in found:
        name = tuple(t.text for t in lines[seen.line].tokens[seen.first : seen.last])
        if name not in known.setdefault(name[0], []):
            known[name[0]].append(name)
    for names in known.values():
        names.sort(key=lambda n: (-len(n), n))
    out: list[Sighting] = []
    if not known:
        return out
    for number, line in enumerate(lines):
        at = {s.first for s in found if s.line == number}
        for i, token in enumerate(line.tokens):
            for name in known.get(token.text, ()):
                last = i + len(name)
                if i in at or not taken[number].isdisjoint(range(i, last)) or marks[number][i] not in "CA":
                    continue
                if tuple(t.text for t in line.tokens[i:last]) == name:
                    out.append(Sighting(number, i, last, "Place"))
                    break
    return out
