"""Where words stand in quotation marks, and whose words they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from graph_builder.statements.predicates import Span

_CURLY = re.compile(r"“[^“”]{1,1500}”?")
_STRAIGHT = re.compile(r'(?<!\w)"[^"\n]{1,1500}"?')
LEAST = 25  # code points; shorter quotations are single words that an author puts at a distance


def quotations(text: str) -> tuple[Span, ...]:
    """The spans (code points) of quoted stretches that are long enough to hold a clause.

    >>> quotations("“We will stand by the accord,” said the envoy.")
    ((0, 30),)
    """
    found = [m.span() for m in _CURLY.finditer(text)] + [m.span() for m in _STRAIGHT.finditer(text)]
    return tuple(sorted(s for s in found if s[1] - s[0] >= LEAST))


def quotation_at(found: Sequence[Span], offset: int) -> Span | None:
    """The quotation that holds an offset, or None."""
    at = bisect_right(found, (offset, 1 << 60)) - 1
    return found[at] if at >= 0 and found[at][0] <= offset < found[at][1] else None
