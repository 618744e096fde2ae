"""The gazetteer's names in lines of tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from graph_builder.language.gazetteer import Found, Gazetteer
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import INSTRUMENT, words

_SPOKEN = frozenset(("text", "texts", "language", "languages", "version", "versions", "translation", "translations"))
# Words in small letters that papers use of what a state has, and of no body: "U.S. forces", "the presidency".
_BARE = frozenset(("presidency", "Presidency", "military", "cabinet", "forces", "troops", "authorities", "treasury"))
_OF_OFFICIALS = frozenset(
    ("source", "sources", "bonds", "data", "figures", "spending", "buildings", "websites", "networks")
)
_REALMS = words(
    """Republic Kingdom State Commonwealth Union Principality Sultanate Emirate Duchy Federation Confederation
    Jamahiriya"""
)
_REALM_WORDS = words(
    """Federal Democratic Islamic Arab Socialist Bolivarian Plurinational Federative United Independent Grand Popular
    Hashemite Oriental Cooperative"""
)
_LETTERS = {"state": "S", "agency": "O", "org": "O", "forum": "O", "place": "P", "instrument": "T", "event": "T"}


def listed_names(text: str, line: Line, number: int, gazetteer: Gazetteer) -> tuple[list[Sighting], str]:
    """Find the listed names of a line, and give the line's kinds with their tokens marked.

    Marks: ``S`` state, ``D`` demonym, ``P`` place or seat of power, ``O`` body or organization, ``T`` instrument.
    Bare words for a public body ("foreign ministry") come with kind "description" and no mark.
    """
    tokens = line.tokens
    starts = [t.start for t in tokens]
    marks = list(line.kinds)
    found = []
    for name in _names(text, tokens[0].start, tokens[-1].end, gazetteer):
        first = bisect_left(starts, name.start)
        last = bisect_left(starts, name.end)
        if first >= len(tokens) or tokens[first].start != name.start or first == last:
            continue
        if text[name.end : name.end + 1] == "$":
            continue
        kind = name.kind if name.ids else "description"
        if kind == "demonym" and _of_language(line, first, last):
            continue
        if kind == "name" and tokens[first].kind == "x" and _slogan(line, first, last, name.ids):
            continue
        if kind == "name" and name.ids[0].startswith("state/"):
            first = _official(line, first)
        letter, type_, head = "x", "Agency", name.body or ""
        if name.ids:
            folder = name.ids[0].partition("/")[0]
            letter = "P" if name.kind == "metonym" else "D" if name.kind == "demonym" else _LETTERS.get(folder, "x")
            type_ = gazetteer.entities[name.ids[0]].type
            head = head or (name.ids[0][11:] if folder == "agency" else "")
        found.append(Sighting(number, first, last, type_, kind, name.ids, head))
        if kind != "description" and letter != "x":
            marks[first:last] = letter * (last - first)
    return found, "".join(marks)


def _names(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """Give the gazetteer's names; where a paper's bare word hides a state ("U.S. forces"), the state."""
    for name in gazetteer.find(text, start, end):
        at = text.rfind(" ", name.start, name.end)
        word = text[max(at + 1, name.start) : name.end]
        after = text[name.end : name.end + 14].split()[:1]
        bare = word in _BARE or (word == "government" and after and after[0].strip(",.") in _OF_OFFICIALS)
        if bare and name.ids and name.ids[0].startswith("agency/"):
            yield from gazetteer.find(text, name.start, at) if at > 0 else ()
        else:
            yield name


def _of_language(line: Line, first: int, last: int) -> bool:
    """Tell whether a word for people names a language or a pole: "the English and French texts", "South Pole"."""
    words = [t.text for t in line.tokens[last : last + 5]]
    while words and (words[0] in ("and", ",", "or") or words[0][0].isupper()):
        words.pop(0)
    if words and words[0] in _SPOKEN:
        return True
    return (
        line.tokens[first].text in ("Pole", "Poles") and first > 0 and line.tokens[first - 1].text in ("North", "South")
    )


def _slogan(line: Line, first: int, last: int, ids: tuple[str, ...]) -> bool:
    """Tell whether a text's name in small letters is only a phrase: "a free and open region" without "initiative"."""
    after = line.tokens[last].text if last < len(line.tokens) else ""
    heads = {line.tokens[last - 1].text.capitalize(), after.capitalize()}
    return ids[0].startswith("instrument/") and not heads & INSTRUMENT


def _official(line: Line, first: int) -> int:
    """Give where a state's name begins with the words for its constitution: "Federal Republic of ..."."""
    i = first
    if i > 0 and line.tokens[i - 1].text in ("the", "The"):
        i -= 1
    if i < 2 or line.tokens[i - 1].text not in ("of", "Of") or line.tokens[i - 2].text not in _REALMS:
        return first
    i -= 2
    while i > 0 and line.tokens[i - 1].text in _REALM_WORDS:
        i -= 1
    return i
