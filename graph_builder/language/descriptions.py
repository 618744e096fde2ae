"""Descriptions that stand for one named thing: "the Dialogue", "this Convention", where the text has only one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph_builder.language.authority import Known
from graph_builder.language.scenes import Scene
from graph_builder.language.sightings import Sighting
from graph_builder.language.vocabulary import HEADS

_POINTING = frozenset(("the", "The", "this", "This", "said", "present"))


def described(scenes: Sequence[Scene], stands: Mapping[Sighting, tuple[Known, ...]]) -> list[tuple[Sighting, Known]]:
    """Find the bare heads in capitals that can mean only one of the things named; the rest is left alone."""
    bearers: dict[str, dict[str, Known]] = {}
    taken: dict[int, set[int]] = {}
    for seen, known in stands.items():
        taken.setdefault(seen.line, set()).update(range(seen.first, seen.last))
        tokens = scenes[seen.line].line.tokens
        if seen.last - seen.first < 2 or len(known) != 1 or known[0].type in ("State", "Place", "Person"):
            continue
        for i in range(seen.first, seen.last):
            closes = i + 1 == seen.last or tokens[i + 1].text in ("of", "on", "for")
            if closes and tokens[i].text in HEADS and tokens[i].kind == "C":
                bearers.setdefault(tokens[i].text, {})[known[0].id] = known[0]
                break
    found = []
    for scene in scenes:
        if scene.line.case != "sentence":
            continue
        for i, token in enumerate(scene.line.tokens[1:], 1):
            meant = bearers.get(token.text)
            if meant is None or len(meant) != 1 or i in taken.get(scene.number, ()) or scene.marks[i] != "C":
                continue
            if scene.line.tokens[i - 1].text in _POINTING and _stands_alone(scene, i):
                one = next(iter(meant.values()))
                found.append((Sighting(scene.number, i, i + 1, one.type, "description"), one))
    return found


def _stands_alone(scene: Scene, i: int) -> bool:
    after = scene.line.tokens[i + 1] if i + 1 < len(scene.line.tokens) else None
    return after is None or (scene.marks[i + 1] not in "CASDOPT-" and after.text not in ("of", "on", "for"))
