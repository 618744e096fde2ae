"""What a grammar finds in a line, before it is known who or what it is."""

from __future__ import annotations

from typing import NamedTuple


class Sighting(NamedTuple):
    """A stretch of tokens that names something. ``line`` is the index of the line, ``first`` and ``last`` those of the
    tokens, ``last`` exclusive. ``type`` is a class of the ontology, ``kind`` the kind of mention.

    ``refs`` are the ids of the gazetteer rows that the words may stand for, empty where grammar alone found them.
    ``head`` is the word that told the type ("Treaty"), or the gazetteer's kind of public body. The name proper goes
    from ``core``, after an owner in front ("U.S." in "U.S. Coast Guard"), to ``tail``, before one behind ("of Peru").
    """

    line: int
    first: int
    last: int
    type: str
    kind: str = "name"
    refs: tuple[str, ...] = ()
    head: str = ""
    core: int = -1
    tail: int = -1


def longest(found: list[Sighting]) -> list[Sighting]:
    """Keep, of those that overlap, the longest; of equals the one of the gazetteer, then the first.

    >>> a, b = Sighting(0, 1, 3, "Place"), Sighting(0, 2, 6, "Instrument")
    >>> longest([a, b]) == [b]
    True
    """
    ranked = sorted(found, key=lambda f: (f.first - f.last, not f.refs, f.line, f.first, f.type))
    taken: dict[int, set[int]] = {}
    kept = []
    for f in ranked:
        used = taken.setdefault(f.line, set())
        if used.isdisjoint(range(f.first, f.last)):
            used.update(range(f.first, f.last))
            kept.append(f)
    return sorted(kept, key=lambda f: (f.line, f.first))
