"""Topics of a statement: phrases of the lexicon that stand in its words, weighed per top concept."""

from __future__ import annotations

from graph_builder.language.lexicon import Lexicon

MOST = 3  # topics a statement; people give it one to three
SHARE = 0.34  # a further topic needs this share of the first one's weight


def topics(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The topics that words speak for: at most three, of different top concepts, the most telling concept of each.

    Nothing where no phrase of the lexicon stands there.

    >>> from graph_builder.language.lexicon import load_lexicon
    >>> topics("They will send vaccines to the islands.", load_lexicon())
    ('vaccines',)
    """
    scores: dict[str, int] = {}
    best: dict[str, tuple[int, bool, str]] = {}
    for found in lexicon.topic_pattern.finditer(words):
        row = lexicon.topics[found[1].lower()]
        scores[row.top] = scores.get(row.top, 0) + row.weight
        telling = (row.weight, row.topic != row.top, row.topic)
        best[row.top] = max(best.get(row.top, telling), telling)
    ranked = sorted(scores, key=lambda t: (-scores[t], t))
    return tuple(sorted(best[t][2] for t in ranked[:MOST] if scores[t] >= SHARE * scores[ranked[0]]))
