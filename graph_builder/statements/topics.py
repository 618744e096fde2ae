"""Topics of a statement: phrases of the lexicon that stand in its words, weighed per top concept."""

from __future__ import annotations

import re
from functools import lru_cache

from graph_builder.language.lexicon import Lexicon, TopicWord

MOST = 2  # topics a statement; people give it one to three
SHARE = 0.5  # a second topic needs this share of the first one's weight


@lru_cache(maxsize=4)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=lambda p: (-len(p), p))
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest)) + r")(?:s|es)?(?!\w)", re.IGNORECASE)


def topics(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The topics that words speak for: at most two, of different top concepts, the most telling concept of each.

    Nothing where no phrase of the lexicon stands there.
    """
    table = _table(lexicon.topics)
    scores: dict[str, int] = {}
    best: dict[str, tuple[int, bool, str]] = {}
    for found in _pattern(tuple(table)).finditer(words):
        row = table[found[1].lower()]
        scores[row.top] = scores.get(row.top, 0) + row.weight
        telling = (row.weight, row.topic != row.top, row.topic)
        best[row.top] = max(best.get(row.top, telling), telling)
    ranked = sorted(scores, key=lambda t: (-scores[t], t))
    return tuple(sorted(best[t][2] for t in ranked[:MOST] if scores[t] >= SHARE * scores[ranked[0]]))


@lru_cache(maxsize=4)
def _table(rows: tuple[TopicWord, ...]) -> dict[str, TopicWord]:
    return {row.phrase.lower(): row for row in rows}
