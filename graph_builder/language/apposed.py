"""Organizations that no table lists, told by the noun before them: "tyremaker Pirelli", "state broadcaster CCTV".

Letters that report ("IHMS said") are an organization too. A word of the language is never one.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph_builder.language.scenes import Scene
from graph_builder.language.sightings import Sighting
from graph_builder.language.vocabulary import words

_FIRMS = words(
    """company firm automaker carmaker chipmaker tyremaker tiremaker drugmaker planemaker shipbuilder shareholder
    producer conglomerate broadcaster newspaper daily weekly magazine network airline giant startup start-up
    subsidiary retailer lender miner operator manufacturer supplier contractor publisher carrier utility refiner
    bank insurer developer militia faction charity nonprofit watchdog thinktank outlet agency website platform
    consultancy"""
)
_SAY = words("said says reported reports told announced estimates estimated warned")


def apposed(scene: Scene, taken: set[int]) -> list[Sighting]:
    """Find the organizations of a line that a noun or a verb of reporting gives away."""
    found: list[Sighting] = []
    if scene.line.case != "sentence":
        return found
    tokens = scene.line.tokens
    i = 1
    while i < len(tokens):
        if i in taken or not _proper(scene, i):
            i += 1
            continue
        last = i
        while last < len(tokens) and last not in taken and _proper(scene, last) and last - i < 4:
            last += 1
        before = tokens[i - 1].text
        after = tokens[last].text if last < len(tokens) else ""
        letters = last == i + 1 and tokens[i].kind == "A" and 2 < len(tokens[i].text) < 7
        if before in _FIRMS or (letters and (after in _SAY or before == "told")):
            found.append(Sighting(scene.number, i, last, "Organization"))
        i = last
    return found


def _proper(scene: Scene, i: int) -> bool:
    return scene.letters[i] == "N" and scene.line.tokens[i].kind in "CA"


def repeated_names(scenes: Sequence[Scene], found: Sequence[Sighting], taken: Sequence[set[int]]) -> list[Sighting]:
    """Find the other uses of the organizations found."""
    names = {_words(scenes, seen) for seen in found}
    first = {name[0] for name in names}
    out = []
    at = {(s.line, s.first) for s in found}
    for scene in scenes:
        tokens = scene.line.tokens
        for i, token in enumerate(tokens):
            if token.text not in first or (scene.number, i) in at or i in taken[scene.number]:
                continue
            for name in sorted((n for n in names if n[0] == token.text), key=lambda n: (-len(n), n)):
                if tuple(t.text for t in tokens[i : i + len(name)]) == name:
                    out.append(Sighting(scene.number, i, i + len(name), "Organization"))
                    break
    return out


def _words(scenes: Sequence[Scene], seen: Sighting) -> tuple[str, ...]:
    return tuple(t.text for t in scenes[seen.line].line.tokens[seen.first : seen.last])
