"""Persons whom no title announces: "Donald Trump" where "Trump" alone comes again, "Borrell said", a parser's hint.

A capitalised word that is no word of the language and in no table is a person's name where the text treats it so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph_builder.language.person_names import PersonName, name_from
from graph_builder.language.scenes import Scene
from graph_builder.language.vocabulary import words

_SAYS = words("""said says told added wrote writes responded replied tweeted remarked quipped testified""")
_RULES = words("regime administration government's cabinet")


def unannounced(
    scenes: Sequence[Scene], taken: Sequence[set[int]], hints: Sequence[tuple[int, int]]
) -> list[PersonName]:
    """Find names of persons among the words that no other grammar has taken.

    ``hints`` are spans (code points) that a parser took for persons; a name of two words inside one is believed.
    """
    alone: Counter[str] = Counter()
    written_small = {t.text for s in scenes for t in s.line.tokens if t.kind == "x"}
    several: list[tuple[PersonName, Scene]] = []
    found: list[PersonName] = []
    for scene in scenes:
        if scene.line.case != "sentence":
            continue
        used, i = taken[scene.number], 0
        while i < len(scene.letters):
            if scene.letters[i] != "N" or i in used or (i and scene.letters[i - 1] == "-"):
                i += 1
                continue
            name = name_from(scene, i)
            if name is None or name.honorific or not used.isdisjoint(range(name.first, name.last)):
                one = _single(scene, i)
                if one is not None:
                    alone[one.words[0]] += 1
                    if _speaks(scene, one):
                        found.append(one)
                i += 1
                continue
            if all(_plain(scene, j) for j in range(name.first, name.last)):
                several.append((name, scene))
            i = name.last
    for name, scene in several:
        if any(word.lower() in written_small for word in name.words):
            continue
        if any(alone[word] for word in name.words) or _speaks(scene, name) or _hinted(scene, name, hints):
            found.append(name)
    return found


def _plain(scene: Scene, i: int) -> bool:
    """Tell whether a token may stand in a name that nothing announces: no acronym, numeral or contraction."""
    token = scene.line.tokens[i]
    return scene.letters[i] not in "mM" and (token.kind != "A" or len(token.text) > 4) and "'" not in token.text[1:]


def _single(scene: Scene, i: int) -> PersonName | None:
    after = scene.letters[i + 1] if i + 1 < len(scene.letters) else "."
    token = scene.line.tokens[i]
    if token.kind != "C" or after in "-NI" or "'" in token.text:
        return None
    return PersonName(scene.number, i, i + 1, (token.text,), "", i + 1, False)


def _speaks(scene: Scene, name: PersonName) -> bool:
    """Tell whether a verb of saying or the word for a rule stands beside the name."""
    tokens = scene.line.tokens
    after = tokens[name.last].text if name.last < len(tokens) else ""
    before = tokens[name.first - 1].text if name.first else ""
    if after in _SAYS or (after in _RULES and name.first > 0):
        return True
    return before in ("said", "added") and after in (".", ",", "")


def _hinted(scene: Scene, name: PersonName, hints: Sequence[tuple[int, int]]) -> bool:
    start, end = scene.line.tokens[name.first].start, scene.line.tokens[name.last - 1].end
    return any(a <= start and end <= b for a, b in hints)
