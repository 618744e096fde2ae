"""Other names that a text gives to what it has named: "(NICT)", "(hereinafter the “Parties”)", and shorter forms.

An acronym or a word in brackets right after a name is a name of the same thing from there on. A later name with the
same head and fewer words ("the Consultative Committee") is the longer one's, where the text has only one that it can
be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph_builder.language.authority import Known
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import MONTHS, OPENERS


class Alias(NamedTuple):
    """Words that stand for what the sighting ``of`` names. ``words`` are the alias token by token; ``line``, ``first``,
    ``last`` are where the text gives it; ``acronym`` tells letters from a word in quotation marks.
    """

    line: int
    first: int
    last: int
    words: tuple[str, ...]
    of: Sighting
    acronym: bool


_INTRO = frozenset(
    "hereinafter hereafter referred to as the The a collectively called known or also abbreviated".split()
)


def aliases_of(lines: Sequence[Line], named: Iterable[Sighting]) -> list[Alias]:
    """Find what stands in brackets right after the names, in order.

    A name in brackets after letters ("JAXA (Japan Aerospace Exploration Agency)") makes the letters the alias.
    """
    found = []
    for seen in named:
        line = lines[seen.line]
        tokens, i = line.tokens, seen.last
        if i + 2 < len(tokens) and tokens[i].text == "(":
            alias = _in_brackets(line, seen, i + 1)
            if alias is not None and (seen.type != "Place" or _initials(alias.words[0], line, seen)):
                found.append(alias)
        if seen.first > 1 and tokens[seen.first - 1].text == "(" and i < len(tokens) and tokens[i].text == ")":
            before = tokens[seen.first - 2]
            if before.kind == "A" and _initials(before.text, line, seen):
                found.append(Alias(seen.line, seen.first - 2, seen.first - 1, (before.text,), seen, True))
    return found


def _in_brackets(line: Line, seen: Sighting, i: int) -> Alias | None:
    tokens, j = line.tokens, i
    while j < len(tokens) and (tokens[j].text in _INTRO or tokens[j].text in (",", "'")):
        j += 1
    quoted = j < len(tokens) and tokens[j].kind == "q"
    j += quoted
    j += j < len(tokens) and tokens[j].text in ("the", "The")
    start = j
    while j < len(tokens) and j - start < 8 and tokens[j].kind not in "q)" and tokens[j].text != "(":
        j += 1
    if j >= len(tokens) or j == start:
        return None
    given = tokens[start:j]
    if quoted and tokens[j].kind == "q":
        if given[0].kind in "CA9" or given[0].text[:1].isdigit():
            return Alias(seen.line, start, j, tuple(t.text for t in given), seen, given[0].kind == "A")
        return None
    letters = (
        all(t.kind in "CA-9" for t in given) and given[0].kind in "CA" and sum(c.isupper() for c in given[0].text) > 1
    )
    if tokens[j].text == ")" and letters and len(given) <= 3 and len(given[0].text) <= 12:
        return Alias(seen.line, start, j, tuple(t.text for t in given), seen, True)
    return None


def _initials(letters: str, line: Line, seen: Sighting) -> bool:
    first = next((t.text[0] for t in line.tokens[seen.first : seen.last] if t.kind in "CA"), "")
    return first.upper() == letters[:1].upper()


def repeated(lines: Sequence[Line], marks: Sequence[str], aliases: Sequence[Alias]) -> list[tuple[Sighting, Alias]]:
    """Find every use of the aliases, the one that gives it included."""
    by_word: dict[str, list[Alias]] = {}
    for alias in aliases:
        by_word.setdefault(alias.words[0], []).append(alias)
    out: list[tuple[Sighting, Alias]] = []
    if not by_word:
        return out
    for number, line in enumerate(lines):
        for i, token in enumerate(line.tokens):
            for alias in by_word.get(token.text, ()):
                last = i + len(alias.words)
                if tuple(t.text for t in line.tokens[i:last]) != alias.words or not set(marks[number][i:last]) <= set(
                    "CA-9x'OTP"
                ):
                    continue
                if (
                    not alias.acronym
                    and len(alias.words) == 1
                    and ((i == 0 and token.text in OPENERS) or token.text in MONTHS)
                ):
                    continue
                kind = "acronym" if alias.acronym else "name"
                out.append((Sighting(number, i, last, alias.of.type, kind), alias))
                break
    return out


def short_forms(lines: Sequence[Line], stands: Mapping[Sighting, tuple[Known, ...]]) -> dict[Sighting, Sighting]:
    """Tell which names are shorter forms of a longer one: same head, part of its words, the longer ones one thing."""
    rows = [(s, *_parts(lines[s.line], s)) for s in stands if s.head[:1].isupper()]
    out: dict[Sighting, Sighting] = {}
    for seen, before, behind in rows:
        if seen.refs:
            continue
        longer: dict[tuple[str, ...], Sighting] = {}
        for other, more_before, more_behind in rows:
            if (other.head, other.type) != (seen.head, seen.type):
                continue
            if len(more_before) + len(more_behind) <= len(before) + len(behind):
                continue
            starts = not before or more_before[-len(before) :] == before
            if starts and (not behind or more_behind[: len(behind)] == behind):
                longer.setdefault(more_before + more_behind, other)
        if longer:
            most = max(longer, key=lambda words: (len(words), words))
            one = {tuple(k.id for k in stands[other]) for other in longer.values()}
            if len(one) == 1 or all(set(words) <= set(most) for words in longer):
                out[seen] = longer[most]
    return out


def _parts(line: Line, seen: Sighting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = [t.text.lower() for t in line.tokens[max(seen.core, seen.first) : seen.last]]
    at = next((i for i, w in enumerate(words) if w == seen.head.lower()), len(words) - 1)
    return tuple(words[:at]), tuple(words[at + 1 :])
