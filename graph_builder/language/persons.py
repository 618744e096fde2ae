"""Persons of a document: one person from all the ways in which a text writes one name.

"Prime Minister Ann Lee", "Ms. Lee" and "Lee" are one person where nothing speaks against it. The family name is the
word in capitals, else the part that the text uses alone or after a title, else the last word.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph_builder.language.person_names import PersonName
from graph_builder.language.person_words import FAMILY_FIRST, PARTICLES
from graph_builder.language.slugs import fold, slug
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import OPENERS
from graph_builder.language.wording import common_word

# One or two syllables of Chinese in Latin letters.
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?"
    r"(?:iang|iong|uang|ang|eng|ong|iao|ian|ing|uai|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|i|u|a|o|e)){1,2}"
)


# A Korean given name of two syllables.
_KOREAN = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5}")


class Person(NamedTuple):
    """A person: the fullest form of the name, its words, the family name, the other forms as found, the nickname."""

    label: str
    words: tuple[str, ...]
    family: str
    forms: tuple[str, ...]
    nickname: str


class Use(NamedTuple):
    """A use of a person's name: line, tokens, which person, and whether it is the family name alone."""

    line: int
    first: int
    last: int
    person: int
    alone: bool


def person_id(person: Person, document: str) -> str:
    """Give the id: ``person/<family>-<given>``, local to the document where only the family name is known.

    >>> person_id(Person("Ann J. Lee", ("Ann", "Lee"), "Lee", (), ""), "0123456789ab")
    'person/lee-ann'
    """
    if len(person.words) < 2:
        return f"doc/{document}/person/{slug(person.words[0])}"
    family = person.family.split()
    start = next((i for i in range(len(person.words)) if list(person.words[i : i + len(family)]) == family), 0)
    given = person.words[:start] + person.words[start + len(family) :]
    return f"person/{slug(' '.join((*family, *given)))}"


def persons_of(
    lines: Sequence[Line], marks: Sequence[str], names: Iterable[PersonName]
) -> tuple[tuple[Person, ...], tuple[Use, ...]]:
    """Give the persons that ``names`` name and every use of a name of theirs in the lines, in order.

    ``marks`` are the kinds of each line with listed names marked: a word that is a state's name is no family name.
    """
    groups = _grouped(names)
    uses = _uses(lines, marks, groups)
    alone = Counter((use.person, fold(lines[use.line].tokens[use.first].text)) for use in uses if use.alone)
    persons = []
    for number, group in enumerate(groups):
        words = _fullest(group)
        family = _family(words, {w: alone[number, fold(w)] for w in words})
        persons.append(Person("", words, family, (), next((n.nickname for n in group if n.nickname), "")))
    kept = [use for use in uses if not use.alone or _is_family(lines, use, persons[use.person])]
    finished = []
    for number, person in enumerate(persons):
        forms = Counter(_text(lines, use) for use in kept if use.person == number)
        full = [f for f in forms if len(f.split()) > 1] or list(forms) or [" ".join(person.words)]
        label = max(full, key=lambda f: (forms[f], len(f), f))
        finished.append(person._replace(label=label, forms=tuple(sorted(forms))))
    return tuple(finished), tuple(kept)


def _text(lines: Sequence[Line], use: Use) -> str:
    tokens = lines[use.line].tokens[use.first : use.last]
    out = tokens[0].text
    for before, token in itertools.pairwise(tokens):
        out += (" " if token.start > before.end else "") + token.text
    return out


def _key(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(w) for w in words)


def _grouped(names: Iterable[PersonName]) -> list[list[PersonName]]:
    """Put the names together that name one person: first the full names, then those of one word."""
    every = list(names)
    groups: list[list[PersonName]] = []
    for name in sorted((n for n in every if len(n.words) > 1), key=lambda n: (-len(n.words), n.line, n.first)):
        parts = set(_key(name.words))
        for group in groups:
            other = set(_key(group[0].words))
            if parts == other or (parts < other and len(parts) > 1):
                group.append(name)
                break
        else:
            groups.append([name])
    groups.sort(key=lambda g: min((n.line, n.first) for n in g))
    for name in every:
        if len(name.words) != 1:
            continue
        word = fold(name.words[0])
        ends = [g for g in groups if len(g[0].words) > 1 and word in (fold(g[0].words[-1]), fold(g[0].words[0]))]
        within = ends or [g for g in groups if word in _key(_fullest(g)) or fold(g[0].nickname or "-") == word]
        if within:
            within[0].append(name)
        else:
            groups.append([name])
    return groups


def _fullest(group: list[PersonName]) -> tuple[str, ...]:
    return max((n.words for n in group), key=len)


def _uses(lines: Sequence[Line], marks: Sequence[str], groups: list[list[PersonName]]) -> list[Use]:
    """Find every full and every single-word use of the names."""
    given = {(n.line, n.first): (n, number) for number, group in enumerate(groups) for n in group}
    by_word: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for word in {*_key(_fullest(group)), *([fold(group[0].nickname)] if group[0].nickname else [])}:
            if word and word not in PARTICLES:
                by_word.setdefault(word, []).append(number)
    uses = []
    for index, line in enumerate(lines):
        i = 0
        while i < len(line.tokens):
            if (index, i) in given:
                name, number = given[index, i]
                last = name.junior or name.last
                uses.append(Use(index, name.first, last, number, last - name.first == 1))
                i = last
                continue
            token = line.tokens[i]
            numbers = by_word.get(fold(token.text)) if marks[index][i] in "CAP" else None
            if numbers is None:
                i += 1
                continue
            last, number = _longest_use(line, i, numbers, groups)
            alone = last == i + 1
            goes_on = alone and _goes_on(line, marks[index], i)
            if not (alone and (len(numbers) > 1 or goes_on or token.text in OPENERS)):
                uses.append(Use(index, i, last, number, alone))
            i = last
    return uses


def _goes_on(line: Line, marks: str, i: int) -> bool:
    """Tell whether a word is the first of some other name: "Wang" of one person in "Wang Yi"."""
    after = marks[i + 1] if i + 1 < len(marks) else "."
    return after == "C" and not common_word(line.tokens[i + 1].text) and line.tokens[i + 1].text not in OPENERS


def _longest_use(line: Line, i: int, numbers: list[int], groups: list[list[PersonName]]) -> tuple[int, int]:
    best = (i + 1, numbers[0])
    for number in numbers:
        parts, j, last = set(_key(_fullest(groups[number]))), i, i
        while j < len(line.tokens) and j - i < 8:
            token = line.tokens[j]
            word = fold(token.text)
            if word in parts:
                parts.discard(word)
                j += 1
                last = j
            elif token.kind == "I" and last:
                j += 1
            else:
                break
        if last > best[0]:
            best = (last, number)
    return best


def _family(words: tuple[str, ...], alone: dict[str, int]) -> str:
    if len(words) == 1:
        return words[0]
    capitals = [w for w in words if w.isupper() and len(w) > 2]
    if capitals and len(capitals) < len(words):
        return " ".join(capitals)
    most = max(alone.values())
    if most:
        last = max((i for i, w in enumerate(words) if alone[w] == most))
    elif _east_asian(words):
        last = 0
    else:
        last = len(words) - 1
    first = last
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return " ".join(words[first : last + 1])


def _east_asian(words: tuple[str, ...]) -> bool:
    """Tell whether a name that stands alone in the text puts the family name first: "Zhao Lin", "Lee Dong-hyun"."""
    if len(words) == 2 and _KOREAN.fullmatch(words[1]):
        return True
    if len(words) > 3 or words[0] not in FAMILY_FIRST:
        return False
    if "-" in words[-1] or len(words) == 3:
        return all(len(w) < 10 for w in words)
    return _SYLLABLES.fullmatch(words[-1].lower()) is not None


def _is_family(lines: Sequence[Line], use: Use, person: Person) -> bool:
    word = fold(lines[use.line].tokens[use.first].text)
    return word in (fold(person.family), fold(person.nickname) or "-", fold(person.family.split()[-1]))
