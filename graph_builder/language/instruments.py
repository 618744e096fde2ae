"""Texts and undertakings that a head in capitals does not name alone.

Numbered texts ("Resolution 2254", "resolution 1962 (XVIII)", "Executive Order 14257", "Article 5 of the ..."),
treaties whose long title goes on in small letters ("the Treaty on principles governing ..."), and proper names with a
head in small letters ("the Artemis program", "the Crew-10 mission", "the Minsk agreements").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph_builder.language.phrases import left_edge
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import MONTHS, words
from graph_builder.language.wording import common_word, is_name

_NUMBERED = words(
    """Resolution Resolutions resolution resolutions Order Orders Decree Decision Directive Regulation Announcement
    Proclamation"""
)
_LONG_TITLES = words("""Treaty Convention Agreement Protocol Charter Declaration Covenant Memorandum Statute""")
_OF_LONG = words("on relating concerning regarding for against to between")
# What ends a long title in small letters after a comma.
_GOES_ON = words("including and the as or in particular for")
_STOPS = words(
    """which that is are was were shall has have had will would entered signed adopted done affirms provides refers
    be should may must"""
)
_SMALL_HEADS = words(
    """mission missions program programme initiative project pipeline accord accords agreements pact treaty corridor
    satellite telescope spacecraft rover probe lander strategy summit's framework roadmap arrangement convention
    protocol fund facility"""
)
_ARTICLES = words("Article Articles article articles")
_ROMAN = frozenset("IVXLC")


class Part(NamedTuple):
    """An article of an instrument: its tokens, the number, and the tokens that name the whole ("of the Treaty")."""

    line: int
    first: int
    last: int
    number: str
    of_first: int


def numbered_texts(line: Line, number: int, marks: str) -> list[Sighting]:
    """Find the texts that a number names; "resolutions 1 and 2" are two, the second named by its number alone."""
    found: list[Sighting] = []
    tokens = line.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.text not in _NUMBERED or marks[at] not in "CAxO":
            continue
        whole = marks[at] in "CA" and line.case != "title"
        first = left_edge(line, marks, at) if whole else _body_before(line, marks, at)
        i = at + 1
        if token.text == "Announcement" and tokens[i].text == "of":
            while (
                i < len(tokens)
                and (is_name(line, marks, i) or tokens[i].text in ("of", "the"))
                and tokens[i].text != "No."
            ):
                i += 1
        while i < len(tokens):
            end = _number_end(line, i)
            if end == i:
                break
            found.append(
                Sighting(
                    number, first, end, "Instrument", head="#" + token.text.lower().rstrip("s"), core=first, tail=end
                )
            )
            i = end
            while i < len(tokens) and tokens[i].text in (",", "and"):
                i += 1
            first = i
            if not token.text.endswith("s"):
                break
    return found


def _body_before(line: Line, marks: str, at: int) -> int:
    first = at
    while first > 0 and marks[first - 1] == "O":
        first -= 1
    return first


def _number_end(line: Line, i: int) -> int:
    """Give the end of a number that begins at token ``i``: "2254", "1962 (XVIII)", "No. 4 of 2025"."""
    tokens, size, j = line.tokens, len(line.tokens), i
    if j < size and tokens[j].text in ("No", "No.", "Nos", "Nos.", "number"):
        j += 1
        if j < size and tokens[j].text == ".":
            j += 1
    if j < size and tokens[j].text == "(" and j + 1 < size and tokens[j + 1].text == "A":
        j += 1
    if j + 2 < size and tokens[j].text in ("A", "S", "E") and tokens[j + 1].text == "/":
        while j < size and (tokens[j].kind in "A9IC" or tokens[j].text == "/"):
            j += 1
        return j + 1 if j < size and tokens[i].text == "(" and tokens[j].text == ")" else j
    if (
        j + 2 < size
        and tokens[j].text == "("
        and tokens[j + 1].text in ("EU", "EC", "EEC")
        and tokens[j + 2].text == ")"
    ):
        j += 3
    if not (j < size and tokens[j].kind == "9" and tokens[j].text.isdigit()):
        return i
    j += 1
    if j + 1 < size and tokens[j].text in ("/", "-") and tokens[j + 1].kind == "9":
        j += 2
        if j + 1 < size and tokens[j].text == "/" and tokens[j + 1].text in ("EU", "EC", "EEC"):
            j += 2
    roman = j + 2 < size and (set(tokens[j + 1].text) <= _ROMAN or _year(tokens[j + 1].text))
    if roman and tokens[j].text == "(" and tokens[j + 2].text == ")":
        return j + 3
    if j > i + 1 and j + 1 < size and tokens[j].text in ("of", "/") and tokens[j + 1].kind == "9":
        return j + 2
    return j


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def long_titles(line: Line, number: int, marks: str) -> list[Sighting]:
    """Find treaties whose title goes on in small letters, where the end of the title can be told."""
    found: list[Sighting] = []
    tokens = line.tokens
    for at, token in enumerate(tokens[:-3]):
        if token.text not in _LONG_TITLES or marks[at] not in "CT":
            continue
        if tokens[at + 1].text not in _OF_LONG or not (
            at == 0 or tokens[at - 1].text in ("the", "The") or marks[at - 1] == "q"
        ):
            continue
        if not any(tokens[i].kind == "x" and len(tokens[i].text) > 3 for i in range(at + 2, min(at + 5, len(tokens)))):
            continue
        end = _title_end(line, marks, at + 2)
        if end - at > 4 and (at or line.zone in ("title", "heading")):
            found.append(Sighting(number, at, end, "Instrument", head=token.text, core=at, tail=end))
    return found


def _title_end(line: Line, marks: str, i: int) -> int:
    """Give the end of a title in small letters, or 0 where nothing says that it ends."""
    tokens, size = line.tokens, len(line.tokens)
    for j in range(i, min(i + 45, size)):
        word, after = tokens[j].text, tokens[j + 1] if j + 1 < size else None
        if word in _STOPS:
            return 0
        if (
            tokens[j].kind == "q"
            or word in (";", ")", ".")
            or (word == "(" and after is not None and after.kind == "q")
        ):
            return j
        if word == "," and after is not None and after.text not in _GOES_ON and after.kind != "x":
            return j
        if (
            word == ","
            and after is not None
            and after.text in ("opened", "signed", "adopted", "done", "as", "its", "annexed")
        ):
            return j
        if word in ("of", "signed", "opened", "adopted", "done", "which") and after is not None and after.kind in "91":
            return j
    return size if size - i < 45 and line.zone in ("title", "heading", "list-item") else 0


def small_headed(line: Line, number: int, marks: str, taken: set[int]) -> list[Sighting]:
    """Find proper names with a head in small letters: "the Artemis program", "the Crew-10 mission"."""
    found: list[Sighting] = []
    tokens = line.tokens
    if line.case != "sentence":
        return found
    for at in range(1, len(tokens)):
        if tokens[at].text not in _SMALL_HEADS:
            continue
        first = at
        while first > 0 and (marks[first - 1] in "CA" and is_name(line, marks, first - 1)) and at - first < 4:
            first -= 1
        if first == at and marks[at - 1] == "9" and at > 2:
            first = at - 3 if marks[at - 2] == "-" else at - 2
            if not (marks[first] == "C" and is_name(line, marks, first)):
                continue
        own = [t.text for t in tokens[first:at] if t.kind in "CA"]
        year = marks[at - 1] == "9" and marks[at - 2] != "-"
        plain = all(common_word(w) for w in own) or any(w in MONTHS for w in own)
        if not own or first in taken or (plain and not year):
            continue
        if first == 0 or (marks[first - 1] == "'" and marks[first - 2] not in "SO"):
            continue
        found.append(Sighting(number, first, at, "Instrument", head="^" + tokens[at].text, core=first, tail=at))
    return found


def parts_of_texts(line: Line, number: int, marks: str) -> list[Part]:
    """Find the articles that a line names with their whole: "Article 5 of the Treaty"."""
    found = []
    tokens = line.tokens
    for at, token in enumerate(tokens[:-3]):
        if token.text not in _ARTICLES or tokens[at + 2].text != "of":
            continue
        count = tokens[at + 1]
        if not (count.kind == "9" or set(count.text) <= _ROMAN):
            continue
        of = at + 3 + (tokens[at + 3].text in ("the", "The"))
        if of < len(tokens) and (marks[of] == "T" or is_name(line, marks, of)):
            found.append(Part(number, at, at + 2, count.text, of))
    return found


def lettered(line: Line, number: int, marks: str, taken: set[int]) -> list[Sighting]:
    """Find names whose letters in brackets show that they are names: "the India-U.S. Acceleration Ecosystem (INDUS-X)".

    Only where a state or a body stands among their words: texts abbreviate terms too.
    """
    found: list[Sighting] = []
    tokens = line.tokens
    for at in range(3, len(tokens) - 2):
        if tokens[at].text != "(" or tokens[at + 1].kind != "A" or tokens[at + 2].text not in (")", "-"):
            continue
        if at - 1 in taken or marks[at - 1] not in "CSP":
            continue
        first = left_edge(line, marks, at - 1)
        of = first > 1 and tokens[first - 1].text in ("for", "of", "with") and is_name(line, marks, first - 2)
        first = left_edge(line, marks, first - 2) if of else first
        own = [i for i in range(first, at) if marks[i] in "CASDO"]
        told = any(marks[i] in "SO" for i in own)
        if len(own) > 2 and told and tokens[at + 1].text[0] in {tokens[i].text[0] for i in own[:2]}:
            found.append(Sighting(number, first, at, "Instrument", head=tokens[at - 1].text, core=first, tail=at))
    return found


def texts_of(line: Line, number: int, marks: str, taken: set[int]) -> Sequence[Sighting]:
    """Find all of these in a line; a long title wins over the shorter name in it."""
    if line.case == "capitals":
        return []
    return [
        *numbered_texts(line, number, marks),
        *long_titles(line, number, marks),
        *small_headed(line, number, marks, taken),
        *lettered(line, number, marks, taken),
    ]
