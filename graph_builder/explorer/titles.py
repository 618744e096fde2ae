"""Short titles for display, made of a commitment's own words and never stored as them."""

from __future__ import annotations

import re
import unicodedata

TITLE_LENGTH = 72
_BEGIN = re.compile(r"^(?:(?:to|on|of|that|and|,|;|:|\((?:[ivx]{1,4}|[a-z]|\d{1,2})\))\s+)+", re.IGNORECASE)


def plain(words: str) -> str:
    r"""The words on one line, without control characters and marks that turn the direction of writing.

    >>> plain("Open\tthe \u202egate")
    'Open the gate'
    """
    line = " ".join(words.split())
    return "".join(c for c in line if unicodedata.category(c) != "Cc" and not _turns(c)).strip()


def _turns(character: str) -> bool:
    return "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"


def title_of(content: str, length: int = TITLE_LENGTH) -> str:
    """A title of at most ``length`` characters and "…", cut between words, without the particle it began with.

    >>> title_of("to hold the second round of talks in Nairobi")
    'Hold the second round of talks in Nairobi'
    >>> title_of("to open a joint rescue centre on the coast before the storms come", 30)
    'Open a joint rescue centre on…'
    >>> title_of("(ii) to keep the pass open")
    'Keep the pass open'
    >>> title_of("")
    'Commitment'
    """
    line = plain(content)
    line = (_BEGIN.sub("", line) or line).rstrip(" .;,")
    if not line:
        return "Commitment"
    if len(line) > length:
        cut = line[: length + 1].rsplit(" ", 1)[0]
        line = (cut if len(cut) > length // 2 else line[:length]).rstrip(" ,;:") + "…"
    return line[0].upper() + line[1:]
